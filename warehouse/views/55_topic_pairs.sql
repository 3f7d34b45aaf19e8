-- Which note tells of a pair: that of the side that states its time, that of the whole, else that of the earlier side. An undated number that some dated one
-- says as well is likely that one, so its conflicts with other times say nothing. What a person has settled is no conflict any more.
CREATE VIEW topic_pairs AS
WITH
settled AS (
    SELECT least(l.assertion_id, r.assertion_id) AS one, greatest(l.assertion_id, r.assertion_id) AS other
    FROM judgements
    JOIN claim_assertions AS l ON l.figure_id = left_figure_id
    JOIN claim_assertions AS r ON r.figure_id = right_figure_id
    WHERE judgements.verdict IN ('different', 'typo')
),
placed AS (
    SELECT CASE WHEN l.undated_in IS NULL THEN l.assertion_id ELSE r.assertion_id END AS undated_side
    FROM reconciliations
    JOIN placed_assertions AS l ON l.assertion_id = left_assertion_id
    JOIN placed_assertions AS r ON r.assertion_id = right_assertion_id
    WHERE verdict IN ('agrees', 'consistent') AND (l.undated_in IS NULL) <> (r.undated_in IS NULL)
)
SELECT
    CASE
        WHEN part = 'left' THEN r.topic_id
        WHEN part = 'right' OR l.undated_in IS NULL OR r.undated_in IS NOT NULL THEN l.topic_id
        ELSE r.topic_id END AS topic_id,
    reconciliations.verdict,
    relation,
    weight,
    gap,
    l.topic_id = r.topic_id AS is_within,
    left_assertion_id,
    right_assertion_id
FROM reconciliations
JOIN placed_assertions AS l ON l.assertion_id = left_assertion_id
JOIN placed_assertions AS r ON r.assertion_id = right_assertion_id
WHERE NOT (reconciliations.verdict = 'conflicts' AND (
    (least(left_assertion_id, right_assertion_id), greatest(left_assertion_id, right_assertion_id)) IN (SELECT (one, other) FROM settled)
    OR (l.topic_id <> r.topic_id AND (left_assertion_id IN (FROM placed) OR right_assertion_id IN (FROM placed)))
    OR l.topic_id IN (SELECT judgements.topic_id FROM judgements WHERE judgements.verdict = 'different' AND judgements.topic_id IS NOT NULL)));

COMMENT ON VIEW topic_pairs IS 'Judged pairs of assertions by the topic whose note tells of them. Conflicts that persons have settled, and those of a number that another time explains, are not here.';
COMMENT ON COLUMN topic_pairs.topic_id IS 'The topic: that of the side which states its time, or which is the whole; else that of the earlier side';
COMMENT ON COLUMN topic_pairs.verdict IS 'agrees, consistent, revised, different_measure, conflicts or not_comparable; see verdicts';
COMMENT ON COLUMN topic_pairs.relation IS 'one thing, or part and whole by sum, member or successor; see reconciliations';
COMMENT ON COLUMN topic_pairs.weight IS 'How much it weighs: 1 where both sides state their period, a half where one does, a quarter where neither does';
COMMENT ON COLUMN topic_pairs.gap IS 'The least distance between the two intervals; see reconciliations';
COMMENT ON COLUMN topic_pairs.is_within IS 'Whether both sides are of one topic';
COMMENT ON COLUMN topic_pairs.left_assertion_id IS 'What was published first; in one document, what was printed first';
COMMENT ON COLUMN topic_pairs.right_assertion_id IS 'The other side';
