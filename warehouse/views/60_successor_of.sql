-- Breadth first, each pair once, at its least generation: so a circle in the register ends too.
CREATE VIEW successor_of AS
WITH RECURSIVE followed(organisation_id, successor_id, generation, since) USING KEY (organisation_id, successor_id) AS (
    SELECT organisation_id, organisation_id, 0, opened FROM organisations
    UNION
    SELECT followed.organisation_id, successions.successor_id, min(generation) + 1, min(succeeded_on)
    FROM followed
    JOIN successions ON predecessor_id = followed.successor_id
    WHERE NOT EXISTS (
        FROM recurring.followed AS known WHERE known.organisation_id = followed.organisation_id AND known.successor_id = successions.successor_id
    )
    GROUP BY followed.organisation_id, successions.successor_id
)
SELECT one.name AS organisation, other.name AS successor, generation, since, followed.organisation_id, successor_id
FROM followed
JOIN organisations AS one USING (organisation_id)
JOIN organisations AS other ON other.organisation_id = successor_id;

COMMENT ON VIEW successor_of IS 'Who took over from whom, directly or through others, by law: one row a pair. Each organisation is its own successor too, in generation 0.';
COMMENT ON COLUMN successor_of.organisation IS 'The organisation that was taken over, by name';
COMMENT ON COLUMN successor_of.successor IS 'Who took over, by name';
COMMENT ON COLUMN successor_of.generation IS 'How many successions lie between the two; 0 is the organisation itself';
COMMENT ON COLUMN successor_of.since IS 'The day on which the successor took over, from the last one before it; in generation 0, the day on which the organisation began';
COMMENT ON COLUMN successor_of.organisation_id IS 'The organisation that was taken over';
COMMENT ON COLUMN successor_of.successor_id IS 'Who took over';
