CREATE VIEW vintages AS
SELECT
    topic_id,
    vintage AS published_on,
    claims.organisation_name AS organisation,
    claims.measure,
    claims.basis,
    claims.period_label AS period,
    figures.surface,
    figures.amount,
    figures.low,
    figures.high,
    figures.currency,
    printings.publisher,
    printings.document_name AS document,
    claim_assertions.figure_id = first_figure_id AS is_first,
    superseded_on,
    claim_assertions.figure_id
FROM claim_assertions
JOIN (
    SELECT assertion_id, topic_id, figure_id AS first_figure_id FROM placed_assertions JOIN claims ON claims.rowid = claim_row
) AS assertions USING (assertion_id)
JOIN printings USING (story_order)
JOIN figures ON figures.figure_id = claim_assertions.figure_id
JOIN claims ON claims.figure_id = claim_assertions.figure_id
ORDER BY topic_id, vintage NULLS LAST, document, figures.start_char;

COMMENT ON VIEW vintages IS 'Every value as published when: one row a figure that is about a topic, in the order of publication.';
COMMENT ON COLUMN vintages.topic_id IS 'What it is about; see topics';
COMMENT ON COLUMN vintages.published_on IS 'The day of its publication; in a version that supersedes another, the day of the change';
COMMENT ON COLUMN vintages.organisation IS 'Whose money, position or plan it is';
COMMENT ON COLUMN vintages.measure IS 'What is counted';
COMMENT ON COLUMN vintages.basis IS 'How the number came to be';
COMMENT ON COLUMN vintages.period IS 'The time that the number is about';
COMMENT ON COLUMN vintages.surface IS 'Exactly what is printed';
COMMENT ON COLUMN vintages.amount IS 'The number printed, in units of the currency; null for a range';
COMMENT ON COLUMN vintages.low IS 'Low end of the interval that the wording allows; null is open';
COMMENT ON COLUMN vintages.high IS 'High end of the interval that the wording allows; null is open';
COMMENT ON COLUMN vintages.currency IS 'ISO 4217 code';
COMMENT ON COLUMN vintages.publisher IS 'Who published it';
COMMENT ON COLUMN vintages.document IS 'The file or address of the document';
COMMENT ON COLUMN vintages.is_first IS 'Whether it is the first print of what it says, in this wording; else a repeat';
COMMENT ON COLUMN vintages.superseded_on IS 'The day on which a later version of the article took its place; null where none did, or nobody says when';
COMMENT ON COLUMN vintages.figure_id IS 'The figure''s id';
