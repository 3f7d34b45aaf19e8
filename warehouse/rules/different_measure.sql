-- A variance (shortfall, overspend, underspend) against a position, or a number for each against a total: they differ because they measure
-- different things. A position less its variance is the plan; a plan and the variance make the position.
WITH
measured AS (
    SELECT *, CASE WHEN l.kind = 'position' THEN l ELSE r END AS position, CASE WHEN l.kind = 'position' THEN r ELSE l END AS variance
    FROM pairs
    WHERE whole AND CASE
        WHEN same_kind THEN NOT same_per AND one_thing
        ELSE same_per AND l.measure_family = 'position' AND ('shortfall' IN (l.measure, r.measure) OR (l.table_key IS NULL AND r.table_key IS NULL)) END
),
implied AS (
    SELECT
        *,
        CASE WHEN variance.measure <> 'shortfall' THEN NULL
            WHEN position.certainty = 1 THEN signed_low(position) + signed_low(variance)
            WHEN position.certainty = variance.certainty THEN signed_low(position) - signed_high(variance) END AS implied_low,
        CASE WHEN variance.measure <> 'shortfall' THEN NULL
            WHEN position.certainty = 1 THEN signed_high(position) + signed_high(variance)
            WHEN position.certainty = variance.certainty THEN signed_high(position) - signed_low(variance) END AS implied_high,
        CASE WHEN position.certainty <> 1 THEN 'planned' WHEN variance.certainty = 3 THEN 'year-end' ELSE 'forecast' END AS implied_basis
    FROM measured
)
SELECT
    l.figure_id AS left_figure_id,
    r.figure_id AS right_figure_id,
    'different_measure' AS verdict,
    NULL::DECIMAL(28, 4) AS gap,
    subject(l, r, CASE WHEN same_kind THEN l.measure ELSE position.measure END) || CASE
        WHEN same_kind AND l.per = 'each' THEN l.said || ' is for each of several, ' || r.said || ' is not'
        WHEN same_kind THEN r.said || ' is for each of several, ' || l.said || ' is not'
        ELSE position.said || ' is the ' || position_name(position) || ', ' || variance.said || ' ' || variance_name(variance)
            || coalesce(CASE WHEN l.period_key = r.period_key THEN '; together they imply ' ELSE '; if both are about one period, they imply ' END
                || bottom_line(implied_low, implied_high, implied_basis, l.currency), '')
    END || period_note(l, r) || '.' AS explanation
FROM implied
