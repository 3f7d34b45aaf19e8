CREATE VIEW what_is_now AS
SELECT organisation, successor AS now, since, closed, successor_of.organisation_id, successor_id AS now_id
FROM successor_of
JOIN organisations AS last ON last.organisation_id = successor_id
WHERE NOT EXISTS (
    -- a body that gave a part away and went on is still itself
    FROM successions AS next WHERE next.predecessor_id = last.organisation_id AND (next.kind <> 'split' OR last.closed IS NOT NULL)
);

COMMENT ON VIEW what_is_now IS 'What each organisation is today, as far as the register knows: itself, or those at the end of its successions (several after a split). One row a pair.';
COMMENT ON COLUMN what_is_now.organisation IS 'The organisation, by name';
COMMENT ON COLUMN what_is_now.now IS 'What it is today, by name';
COMMENT ON COLUMN what_is_now.since IS 'Since when that has been so';
COMMENT ON COLUMN what_is_now.closed IS 'Last day of what it became, where that has ended and nobody took over; null while it exists';
COMMENT ON COLUMN what_is_now.organisation_id IS 'The organisation';
COMMENT ON COLUMN what_is_now.now_id IS 'What it is today';
