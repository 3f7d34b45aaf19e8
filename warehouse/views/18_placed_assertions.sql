CREATE VIEW placed_assertions AS
SELECT assertion_id, topic_id(topic_number) AS topic_id, body, line, undated_in, claims, claim_row
FROM assertion_counts
JOIN topic_keys USING (topic_number);

COMMENT ON VIEW placed_assertions IS 'Which topic each assertion belongs to, without what it says: one row an assertion, cheaper to ask than `assertions`.';
COMMENT ON COLUMN placed_assertions.assertion_id IS 'The assertion';
COMMENT ON COLUMN placed_assertions.topic_id IS 'The topic that it belongs to';
COMMENT ON COLUMN placed_assertions.body IS 'Hash of what organisations are compared by';
COMMENT ON COLUMN placed_assertions.line IS 'Hash of the family of measures and the currency';
COMMENT ON COLUMN placed_assertions.undated_in IS 'Without a period: the financial year of its publication, by its first calendar year; 0 where nobody says when. Null with a period';
COMMENT ON COLUMN placed_assertions.claims IS 'How many figures say it';
COMMENT ON COLUMN placed_assertions.claim_row IS 'The claim that says it first: the row of claims, counted from 0';
