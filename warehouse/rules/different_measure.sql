-- A variance (shortfall, overspend, underspend) against a position, or a number for each against a total: they differ because they measure
-- different things. A position less its variance is the plan; a plan and the variance make the position. What one story calls both, rounded, is one number.
SELECT
    left_assertion_id,
    right_assertion_id,
    'different_measure' AS verdict,
    NULL::DECIMAL(28, 4) AS gap,
    subject(l, r, CASE WHEN same_kind THEN l.measure ELSE position.measure END) || CASE
        WHEN same_kind AND l.per = 'each' THEN l.said || ' is for each of several, ' || r.said || ' is not'
        WHEN same_kind THEN r.said || ' is for each of several, ' || l.said || ' is not'
        ELSE position.said || ' is the ' || position_name(position) || ', ' || variance.said || ' ' || variance_name(variance)
            || coalesce(CASE WHEN is_dated(l) AND is_dated(r) THEN '; together they imply ' ELSE '; if both are about one period, they imply ' END
                || bottom_line(implied_low, implied_high, implied_basis, l.currency), '')
    END || kin_note(l, r) || period_note(l, r) || '.' AS explanation
FROM (
    SELECT
        *,
        implied_low(position, variance) AS implied_low,
        implied_high(position, variance) AS implied_high,
        implied_basis(position, variance) AS implied_basis
    FROM (
        SELECT *, CASE WHEN l.kind = 'position' THEN l ELSE r END AS position, CASE WHEN l.kind = 'position' THEN r ELSE l END AS variance
        FROM pairs
        WHERE relation = 'one thing' AND obstacle IS NULL AND whole
    )
)
WHERE CASE
    WHEN same_kind THEN NOT same_per AND one_thing
    ELSE same_per AND l.measure_family = 'position' AND NOT (same_story AND NOT opposed AND could_be_one(l, r)) AND ('shortfall' IN (l.measure, r.measure) OR (l.table_key IS NULL AND r.table_key IS NULL)) END
