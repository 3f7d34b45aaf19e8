-- A point too far left or right by one place or two: one of the numbers is printed with a point.
SELECT
    left_assertion_id,
    right_assertion_id,
    'decimal_point' AS slip,
    pounds(least(l.amount, r.amount), l.currency) || ' would be ' || pounds((least(l.amount, r.amount) * factor)::DECIMAL(28, 4), l.currency)
        || ' with its point ' || CASE factor WHEN 10 THEN 'one place' ELSE 'two places' END || ' on' AS explanation
FROM (SELECT *, CASE WHEN are_times(l, r, 10) THEN 10 WHEN are_times(l, r, 100) THEN 100 END AS factor FROM disputed)
WHERE factor IS NOT NULL AND is_number(l) AND is_number(r) AND (has_point(l) OR has_point(r))
