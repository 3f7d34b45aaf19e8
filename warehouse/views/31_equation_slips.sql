-- Of each sum that does not add up: every one slip with which it would, and every two terms without which it would. Slips of the pen count only
-- where they are right to the penny; the rest may fit within rounding. Sums of very many terms are left alone.
CREATE VIEW equation_slips AS
WITH
failing AS (
    SELECT equation_id, terms, amount, low, high, total
    FROM equation_sums
    WHERE difference IS NOT NULL AND terms <= 40 AND NOT (coalesce(low <= total.high, true) AND coalesce(total.low <= high, true))
),
parts AS (
    SELECT
        failing.*,
        "position",
        factor,
        said,
        value,
        equation_values.low AS value_low,
        equation_values.high AS value_high,
        pounds(said.amount, said.currency) AS name,
        CASE WHEN abs(factor) = 1 THEN (factor * (total.amount - failing.amount + value))::DECIMAL(28, 4) END AS needed
    FROM failing JOIN equation_values USING (equation_id)
),
changed AS (
    SELECT equation_id, 1 AS size, 'without the ' || name AS slip, amount - value AS amount, low - value_low AS low, high - value_high AS high, total
    FROM parts WHERE terms > 2
    UNION ALL
    SELECT equation_id, 1, 'with the ' || name || ' counted twice', amount + value, low + value_low, high + value_high, total
    FROM parts WHERE factor > 0 AND terms > 1
    UNION ALL
    SELECT equation_id, 1, 'with the ' || name || CASE WHEN factor > 0 THEN ' taken away' ELSE ' added' END,
        amount - 2 * value, low - value_low - value_high, high - value_low - value_high, total
    FROM parts WHERE terms > 1
    UNION ALL
    SELECT one.equation_id, 2, 'without the ' || one.name || ' and the ' || other.name,
        one.amount - one.value - other.value, one.low - one.value_low - other.value_low, one.high - one.value_high - other.value_high, one.total
    FROM parts AS one JOIN parts AS other ON other.equation_id = one.equation_id AND other."position" > one."position"
    WHERE one.terms > 3
)
SELECT equation_id, size, slip, amount = total.amount AS is_exact
FROM changed
WHERE coalesce(low <= total.high, true) AND coalesce(total.low <= high, true)
UNION ALL
SELECT equation_id, 1, 'with ' || pounds(needed, total.currency) || ' for the ' || name, true FROM parts WHERE is_misprint_of(said.amount, needed)
UNION ALL
SELECT equation_id, 1, 'with ' || pounds(amount, total.currency) || ' for the total of ' || pounds(total.amount, total.currency), true
FROM failing WHERE is_misprint_of(total.amount, amount::DECIMAL(28, 4));

COMMENT ON VIEW equation_slips IS 'One row a slip that explains why a stated sum fails.';
COMMENT ON COLUMN equation_slips.equation_id IS 'The sum';
COMMENT ON COLUMN equation_slips.size IS 'How many figures it concerns';
COMMENT ON COLUMN equation_slips.slip IS 'The slip, in words: without the £3m';
COMMENT ON COLUMN equation_slips.is_exact IS 'Whether the sum is then right to the penny, or within rounding';

CREATE VIEW equation_explanations AS
SELECT equation_id, slip
FROM equation_slips
QUALIFY dense_rank() OVER (PARTITION BY equation_id ORDER BY size, NOT is_exact) = 1
    AND count(*) OVER (PARTITION BY equation_id, size, is_exact) = 1;

COMMENT ON VIEW equation_explanations IS 'The smallest slip that explains why a stated sum fails, where there is only one.';
COMMENT ON COLUMN equation_explanations.equation_id IS 'The sum';
COMMENT ON COLUMN equation_explanations.slip IS 'The slip, in words';
