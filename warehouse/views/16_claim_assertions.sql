CREATE VIEW claim_assertions AS
SELECT figure_id, assertion_id, story_order
FROM sayings
JOIN claims ON claims.rowid = claim_row
JOIN publications USING (story_row);

COMMENT ON VIEW claim_assertions IS 'What each claim says: one row a claim.';
COMMENT ON COLUMN claim_assertions.figure_id IS 'The figure';
COMMENT ON COLUMN claim_assertions.assertion_id IS 'What it says; null where it names no organisation or nothing that can be compared';
COMMENT ON COLUMN claim_assertions.story_order IS 'Its story, as a number that follows the order of publication';
