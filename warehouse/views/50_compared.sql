CREATE VIEW compared AS
SELECT
    found.verdict,
    coalesce(explained.explanation, subject(side, side, side.measure) || 'both say ' || side.said || period_note(side, side) || '.') AS explanation,
    CASE WHEN EXISTS (FROM figure_origins AS one JOIN figure_origins AS other USING (key) WHERE one.figure_id = l.figure_id AND other.figure_id = r.figure_id)
        THEN 1 ELSE 2 END AS origins,
    found.gap,
    CASE WHEN found.gap > 0 THEN percent(found.gap, greatest(l.amount, r.amount)) END AS gap_share,
    slip,
    coalesce(l.organisation, r.organisation) AS organisation,
    coalesce(l.period, r.period) AS period,
    l.measure AS left_measure,
    l.surface AS left_surface,
    l.amount AS left_amount,
    l.document AS left_document,
    l.publisher AS left_publisher,
    l.published_on AS left_published_on,
    l.sentence AS left_sentence,
    r.measure AS right_measure,
    r.surface AS right_surface,
    r.amount AS right_amount,
    r.document AS right_document,
    r.publisher AS right_publisher,
    r.published_on AS right_published_on,
    r.sentence AS right_sentence,
    l.start_char AS left_start_char,
    r.start_char AS right_start_char,
    left_figure_id,
    right_figure_id,
    found.rule,
    weight
FROM figure_pairs AS found
JOIN all_figures AS l ON l.figure_id = left_figure_id
JOIN all_figures AS r ON r.figure_id = right_figure_id
JOIN assertions AS side ON side.assertion_id = left_assertion_id
LEFT JOIN explained USING (left_assertion_id, right_assertion_id)
LEFT JOIN slips USING (left_assertion_id, right_assertion_id);

COMMENT ON VIEW compared IS 'Every pair of figures that was judged, both sides with their documents and sentences.';
COMMENT ON COLUMN compared.verdict IS 'agrees, consistent, revised, different_measure, conflicts or not_comparable; see verdicts';
COMMENT ON COLUMN compared.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN compared.origins IS 'From how many independent origins the two stories come: 1 or 2';
COMMENT ON COLUMN compared.gap IS 'The least distance between the two intervals, 0 where they meet; null where the two are different measures';
COMMENT ON COLUMN compared.gap_share IS 'The gap as a share of the larger amount';
COMMENT ON COLUMN compared.slip IS 'For a conflict: the one slip of the pen that would explain it; see slips';
COMMENT ON COLUMN compared.organisation IS 'The organisation that both are about';
COMMENT ON COLUMN compared.period IS 'The time that both are about; where one side leaves it open, that of the other';
COMMENT ON COLUMN compared.left_measure IS 'What the left side counts';
COMMENT ON COLUMN compared.left_surface IS 'The left figure as printed';
COMMENT ON COLUMN compared.left_amount IS 'Its number';
COMMENT ON COLUMN compared.left_document IS 'The document that prints it';
COMMENT ON COLUMN compared.left_publisher IS 'Who published it';
COMMENT ON COLUMN compared.left_published_on IS 'The day on which that was published';
COMMENT ON COLUMN compared.left_sentence IS 'The sentence that carries it';
COMMENT ON COLUMN compared.right_measure IS 'What the right side counts';
COMMENT ON COLUMN compared.right_surface IS 'The right figure as printed';
COMMENT ON COLUMN compared.right_amount IS 'Its number';
COMMENT ON COLUMN compared.right_document IS 'The document that prints it';
COMMENT ON COLUMN compared.right_publisher IS 'Who published it';
COMMENT ON COLUMN compared.right_published_on IS 'The day on which that was published';
COMMENT ON COLUMN compared.right_sentence IS 'The sentence that carries it';
COMMENT ON COLUMN compared.left_start_char IS 'Where the left figure stands in its document, in characters from 0';
COMMENT ON COLUMN compared.right_start_char IS 'Where the right figure stands in its document, in characters from 0';
COMMENT ON COLUMN compared.left_figure_id IS 'The figure of the assertion that was published first';
COMMENT ON COLUMN compared.right_figure_id IS 'The other figure';
COMMENT ON COLUMN compared.rule IS 'The rule that gave the verdict';
COMMENT ON COLUMN compared.weight IS 'How much it weighs: 1 where both sides state their period, a half where one does, a quarter where neither does';
