CREATE VIEW compared AS
SELECT
    verdict,
    explanation,
    origins,
    gap,
    CASE WHEN gap > 0 THEN percent(gap, greatest(l.amount, r.amount)) END AS gap_share,
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
    rule,
    reconciliation_id
FROM reconciliations
JOIN all_figures AS l ON l.figure_id = left_figure_id
JOIN all_figures AS r ON r.figure_id = right_figure_id;

COMMENT ON VIEW compared IS 'Every pair that was compared, both sides in full: one row a pair, the figure published first on the left.';
COMMENT ON COLUMN compared.verdict IS 'agrees, consistent, revised, different_measure or conflicts; see verdicts';
COMMENT ON COLUMN compared.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN compared.origins IS 'From how many independent origins the two come: 1 or 2';
COMMENT ON COLUMN compared.gap IS 'The least distance between the two intervals, 0 where they meet';
COMMENT ON COLUMN compared.gap_share IS 'That distance as a share of the larger amount, in per cent';
COMMENT ON COLUMN compared.organisation IS 'Whose numbers they are';
COMMENT ON COLUMN compared.period IS 'The time that they are about';
COMMENT ON COLUMN compared.left_measure IS 'What the earlier figure counts';
COMMENT ON COLUMN compared.left_surface IS 'The earlier figure as printed';
COMMENT ON COLUMN compared.left_amount IS 'The earlier number, in units of the currency; null for a range';
COMMENT ON COLUMN compared.left_document IS 'The file or address of the earlier figure''s document';
COMMENT ON COLUMN compared.left_publisher IS 'Who published the earlier figure';
COMMENT ON COLUMN compared.left_published_on IS 'The day on which the earlier figure was published';
COMMENT ON COLUMN compared.left_sentence IS 'The sentence that carries the earlier figure';
COMMENT ON COLUMN compared.right_measure IS 'What the later figure counts';
COMMENT ON COLUMN compared.right_surface IS 'The later figure as printed';
COMMENT ON COLUMN compared.right_amount IS 'The later number, in units of the currency; null for a range';
COMMENT ON COLUMN compared.right_document IS 'The file or address of the later figure''s document';
COMMENT ON COLUMN compared.right_publisher IS 'Who published the later figure';
COMMENT ON COLUMN compared.right_published_on IS 'The day on which the later figure was published';
COMMENT ON COLUMN compared.right_sentence IS 'The sentence that carries the later figure';
COMMENT ON COLUMN compared.left_start_char IS 'Where the earlier figure starts in its document''s text, in characters from 0';
COMMENT ON COLUMN compared.right_start_char IS 'Where the later figure starts in its document''s text, in characters from 0';
COMMENT ON COLUMN compared.left_figure_id IS 'Id of the earlier figure';
COMMENT ON COLUMN compared.right_figure_id IS 'Id of the later figure';
COMMENT ON COLUMN compared.rule IS 'The rule that gave the verdict';
COMMENT ON COLUMN compared.reconciliation_id IS 'Id of the pair';
