-- A variance (shortfall, overspend, underspend) against a position, or a number for each against a total: they differ because they measure
-- different things. A position less its variance is the plan; a plan and the variance make the position. What one story calls both, rounded, is one number.
-- So do the price of one unit and that of all, what would have been, said afterwards, and what was; an overspend of one thing and that of the body; a loan and what is still owed of it.
SELECT
    left_assertion_id,
    right_assertion_id,
    'different_measure' AS verdict,
    NULL::DECIMAL(28, 4) AS gap,
    subject(l, r, CASE WHEN l.measure = r.measure THEN l.measure WHEN l.measure_family = 'position' AND NOT same_kind THEN position.measure END) || CASE
        WHEN l.measure = 'debt' AND NOT same_kind THEN l.said || ' is what is owed of a loan of ' || r.said
        WHEN r.measure = 'debt' AND NOT same_kind THEN r.said || ' is what is owed of a loan of ' || l.said
        WHEN same_kind AND same_per AND l.kind = 'variance'
        THEN CASE WHEN l.subject IS NULL THEN r ELSE l END.said || ' is for one thing, ' || CASE WHEN l.subject IS NULL THEN l ELSE r END.said || ' for the whole'
        WHEN same_kind AND same_per AND l.basis = 'hypothetical' THEN l.said || ' is what would have been, ' || r.said || ' what was'
        WHEN same_kind AND same_per THEN r.said || ' is what would have been, ' || l.said || ' what was'
        WHEN unit_price THEN CASE WHEN l.per IS NULL THEN r ELSE l END.said || ' is for one ' || coalesce(l.per, r.per) || ', ' || CASE WHEN l.per IS NULL THEN l ELSE r END.said || ' for all of it'
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
    WHEN same_kind AND NOT same_per THEN one_thing OR unit_price
    WHEN same_kind THEN NOT meet AND (is_overspend_within(l, r) OR (one_thing AND (is_beside_what_was(l, r) OR is_beside_what_was(r, l))))
    WHEN l.measure_family = 'borrowing' THEN same_per AND (is_balance_of(l, r) OR is_balance_of(r, l))
    ELSE same_per AND l.measure_family = 'position' AND NOT (same_story AND NOT opposed AND could_be_one(l, r)) AND ('shortfall' IN (l.measure, r.measure) OR (l.table_key IS NULL AND r.table_key IS NULL)) END
