-- Words are found here and not before, last of all, so that they are for the pairs that are asked for alone.
CREATE VIEW compared AS
WITH
plain AS NOT MATERIALIZED (
    SELECT counts.assertion_id, counts.is_item, counts.published_on, first.* EXCLUDE (is_superseded)
    FROM assertion_counts AS counts
    JOIN described('printed_claims') AS first USING (claim_row)
),
sided AS NOT MATERIALIZED (
    SELECT
        verdict,
        rule,
        relation,
        part,
        figure_pairs.gap AS judged_gap,
        weight AS judged_weight,
        CASE WHEN figure_pairs.gap > 0 THEN percent(figure_pairs.gap, greatest(left_figure.amount, right_figure.amount)) END AS gap_share,
        slip,
        coalesce(left_figure.organisation, right_figure.organisation) AS organisation,
        coalesce(left_figure.period, right_figure.period) AS period,
        left_figure.measure AS left_measure,
        left_figure.surface AS left_surface,
        left_figure.amount AS left_amount,
        left_figure.document AS left_document,
        left_figure.publisher AS left_publisher,
        left_figure.published_on AS left_published_on,
        left_figure.sentence AS left_sentence,
        right_figure.measure AS right_measure,
        right_figure.surface AS right_surface,
        right_figure.amount AS right_amount,
        right_figure.document AS right_document,
        right_figure.publisher AS right_publisher,
        right_figure.published_on AS right_published_on,
        right_figure.sentence AS right_sentence,
        left_figure.start_char AS left_start_char,
        right_figure.start_char AS right_start_char,
        left_figure_id,
        right_figure_id,
        l,
        r,
        is_left_older,
        corrected_on
    FROM figure_pairs
    JOIN all_figures AS left_figure ON left_figure.figure_id = left_figure_id
    JOIN all_figures AS right_figure ON right_figure.figure_id = right_figure_id
    JOIN (SELECT assertion_id AS left_assertion_id, side AS l FROM with_places('plain') AS side) USING (left_assertion_id)
    JOIN (SELECT assertion_id AS right_assertion_id, side AS r FROM with_places('plain') AS side) USING (right_assertion_id)
    LEFT JOIN slips USING (left_assertion_id, right_assertion_id)
    LEFT JOIN corrected_pairs USING (left_assertion_id, right_assertion_id)
),
worded AS NOT MATERIALIZED (
    SELECT * REPLACE (struct_insert(l, said := said(l), printed_by := printed_by(l)) AS l, struct_insert(r, said := said(r), printed_by := printed_by(r)) AS r)
    FROM sided
),
turned AS NOT MATERIALIZED (
    SELECT
        *,
        -- whether the right side is told first
        coalesce(CASE rule
            WHEN 'revised' THEN NOT is_older(l, r)
            WHEN 'corrected' THEN NOT is_left_older
            WHEN 'different_measure' THEN l.kind <> 'position'
            WHEN 'part_of_whole' THEN part = 'right' END, false) AS is_turned
    FROM weighed('worded')
),
sorted AS NOT MATERIALIZED (
    SELECT
        *,
        CASE WHEN is_turned THEN r ELSE l END AS first,
        CASE WHEN is_turned THEN l ELSE r END AS second,
        -- what both count; a position beside its distance from plan gives its own
        CASE WHEN l.measure = r.measure OR (rule = 'different_measure' AND l.measure_family = 'position' AND NOT same_kind)
            THEN CASE WHEN is_turned THEN r.measure ELSE l.measure END END AS counted
    FROM turned
),
told AS NOT MATERIALIZED (
    SELECT
        *,
        rounded_down(judged_gap) AS least_gap,
        implied_low(first, second) AS implied_low,
        implied_high(first, second) AS implied_high,
        implied_basis(first, second) AS implied_basis
    FROM sorted
)
SELECT
    verdict,
    CASE WHEN part IS NULL THEN subject(l, r, counted) ELSE subject(second, first, counted) END || {explanation}
        || CASE WHEN part IS NULL THEN kin_note(l, r) ELSE '' END || period_note(l, r) || '.' AS explanation,
    CASE WHEN EXISTS (
        FROM figure_origins AS one JOIN figure_origins AS other USING (key) WHERE one.figure_id = left_figure_id AND other.figure_id = right_figure_id
    ) THEN 1 ELSE 2 END AS origins,
    judged_gap AS gap,
    gap_share,
    slip,
    organisation,
    period,
    left_measure,
    left_surface,
    left_amount,
    left_document,
    left_publisher,
    left_published_on,
    left_sentence,
    right_measure,
    right_surface,
    right_amount,
    right_document,
    right_publisher,
    right_published_on,
    right_sentence,
    left_start_char,
    right_start_char,
    left_figure_id,
    right_figure_id,
    rule,
    judged_weight AS weight
FROM told;

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
