-- A variance (shortfall, overspend, underspend) against a position, or a number for each against a total: they differ because they measure
-- different things. A position less its variance is the plan; a plan and the variance make the position. What one story calls both, rounded, is one number.
-- So do the price of one unit and that of all, what would have been, said afterwards, and what was; an overspend of one thing and that of the body; a loan and
-- what is still owed of it.
SELECT
    left_assertion_id,
    right_assertion_id,
    'different_measure' AS verdict,
    NULL::DECIMAL(28, 4) AS gap
FROM pairs
WHERE relation = 'one thing' AND obstacle IS NULL AND whole AND CASE
    WHEN same_kind AND NOT same_per THEN one_thing OR unit_price
    WHEN same_kind THEN NOT meet AND (is_overspend_within(l, r) OR (one_thing AND (is_beside_what_was(l, r) OR is_beside_what_was(r, l))))
    WHEN l.measure_family = 'borrowing' THEN same_per AND (is_balance_of(l, r) OR is_balance_of(r, l))
    ELSE same_per AND l.measure_family = 'position' AND NOT (same_story AND NOT opposed AND could_be_one(l, r))
        AND ('shortfall' IN (l.measure, r.measure) OR (l.table_key IS NULL AND r.table_key IS NULL)) END
