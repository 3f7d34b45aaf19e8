-- The number of the year before or after, printed under this one. Of two digits at least: round numbers come again by chance. Where the other year has a
-- conflict of its own, the number belongs where more stories print it.
SELECT
    left_assertion_id,
    right_assertion_id,
    'wrong_year' AS slip,
    pounds(side.amount, side.currency) || ' is the number of ' || other.period_label AS explanation
FROM (
    SELECT
        left_assertion_id, right_assertion_id, side, side.body AS body, side.line AS line, side.kind AS kind, side.basis AS basis,
        (side.period_start + to_years(years))::DATE AS period_start, (side.period_end + to_years(years))::DATE AS period_end
    FROM (SELECT left_assertion_id, right_assertion_id, l AS side FROM disputed UNION ALL SELECT left_assertion_id, right_assertion_id, r FROM disputed)
    CROSS JOIN (VALUES (-1), (1)) AS step(years)
)
JOIN doubted_sides AS other USING (body, line, kind, basis, period_start, period_end)
LEFT JOIN (
    SELECT left_assertion_id AS assertion_id FROM reconciliations WHERE verdict = 'conflicts'
    UNION
    SELECT right_assertion_id FROM reconciliations WHERE verdict = 'conflicts'
) AS contested ON contested.assertion_id = other.assertion_id
WHERE is_number(side) AND is_number(other) AND are_times(side, other, 1) AND least(length(significant_digits(side)), length(significant_digits(other))) >= 2
    AND (contested.assertion_id IS NULL OR other.stories > side.stories)
    AND coalesce(side.direction * other.direction, 1) = 1 AND side.per IS NOT DISTINCT FROM other.per AND NOT other.is_item
