-- Where each figure stands in the order of publication.
CREATE VIEW place_of AS
SELECT figure_id, {day: coalesce(published_on, DATE '9999-12-31'), name: document_name, document: figures.document_id, start: start_char} AS place
FROM figures
JOIN printings USING (document_id, story);

COMMENT ON VIEW place_of IS 'Where each figure stands in the order of publication.';
COMMENT ON COLUMN place_of.figure_id IS 'The figure';
COMMENT ON COLUMN place_of.place IS 'Its day, then the name and id of its document, then its place in the text: what sorts first was printed first';

-- Assertions spelled out: each figure that says the one against each that says the other, and any two figures that say one thing.
CREATE VIEW figure_pairs AS
SELECT l.figure_id AS left_figure_id, r.figure_id AS right_figure_id, verdict, rule, gap, weight, left_assertion_id, right_assertion_id, relation, part
FROM reconciliations
JOIN claim_assertions AS l ON l.assertion_id = left_assertion_id
JOIN claim_assertions AS r ON r.assertion_id = right_assertion_id
UNION ALL
SELECT
    l.figure_id,
    r.figure_id,
    'agrees',
    'one assertion',
    0,
    CASE WHEN undated_in IS NULL THEN 1 ELSE 0.25 END,
    assertion_id,
    assertion_id,
    'one thing',
    NULL
FROM claim_assertions AS l
JOIN claim_assertions AS r USING (assertion_id)
JOIN placed_assertions USING (assertion_id)
JOIN place_of AS one ON one.figure_id = l.figure_id
JOIN place_of AS other ON other.figure_id = r.figure_id
WHERE one.place < other.place;

COMMENT ON VIEW figure_pairs IS 'One row a pair of figures that was judged, with its verdict: reconciliations, spelled out. Narrow it to few figures in a large warehouse.';
COMMENT ON COLUMN figure_pairs.left_figure_id IS 'The figure of the assertion that was published first';
COMMENT ON COLUMN figure_pairs.right_figure_id IS 'The other figure';
COMMENT ON COLUMN figure_pairs.verdict IS 'agrees, consistent, revised, different_measure, conflicts or not_comparable; see verdicts';
COMMENT ON COLUMN figure_pairs.rule IS 'The rule that gave the verdict; "one assertion" where both figures say the same in the same wording';
COMMENT ON COLUMN figure_pairs.gap IS 'The least distance between the two intervals; see reconciliations';
COMMENT ON COLUMN figure_pairs.weight IS 'How much it weighs: 1 where both sides state their period, a half where one does, a quarter where neither does';
COMMENT ON COLUMN figure_pairs.left_assertion_id IS 'What the left figure says';
COMMENT ON COLUMN figure_pairs.right_assertion_id IS 'What the right figure says';
COMMENT ON COLUMN figure_pairs.relation IS 'What the two have to do with one another; see reconciliations';
COMMENT ON COLUMN figure_pairs.part IS 'Which side is the part, left or right; null where neither is';
