-- Whether words state a sum, or only its numbers do: those rules take what chance would hardly have made.
CREATE MACRO is_stated_by(rule) AS rule NOT IN ('addition', 'scaling');

-- What each term of a stated sum is worth, with the interval that its figure and its factor allow. Nothing is below zero but what is taken away,
-- so an end that is open below is zero; a product that no DECIMAL holds is null.
CREATE VIEW equation_values AS
WITH ends AS (
    SELECT
        equation_id,
        "position",
        figure_id,
        factor,
        factor_low,
        factor_high,
        coalesce(factor_low, least(0, factor_high)) AS least_factor,
        bound,
        amount,
        coalesce(low, least(0, high)) AS low,
        high,
        currency
    FROM equation_terms
    JOIN figures USING (figure_id)
)
SELECT
    equation_id,
    "position",
    figure_id,
    factor,
    factor_low,
    factor_high,
    {bound: bound, amount: amount, low: low, high: high, currency: currency} AS said,
    TRY((factor * amount)::DECIMAL(28, 4)) AS value,
    CASE WHEN factor >= 0 OR high IS NOT NULL THEN
        TRY(least(least_factor * low, least_factor * high, factor_high * low, factor_high * high)::DECIMAL(28, 4)) END AS low,
    CASE WHEN factor < 0 OR (high IS NOT NULL AND factor_high IS NOT NULL) THEN
        TRY(greatest(least_factor * low, least_factor * high, factor_high * low, factor_high * high)::DECIMAL(28, 4)) END AS high
FROM ends;

COMMENT ON VIEW equation_values IS 'One row a term of a stated sum: what it is worth, as an interval.';
COMMENT ON COLUMN equation_values.equation_id IS 'The sum';
COMMENT ON COLUMN equation_values."position" IS 'Place of the term in the sum, counted from 1';
COMMENT ON COLUMN equation_values.figure_id IS 'The figure';
COMMENT ON COLUMN equation_values.factor IS 'How often the figure is counted';
COMMENT ON COLUMN equation_values.factor_low IS 'The least often; null is open';
COMMENT ON COLUMN equation_values.factor_high IS 'The most often; null is open';
COMMENT ON COLUMN equation_values.said IS 'The figure: bound, amount, low, high, currency';
COMMENT ON COLUMN equation_values.value IS 'Factor times amount; null where the figure is a range';
COMMENT ON COLUMN equation_values.low IS 'The least that the term can be worth; null is open';
COMMENT ON COLUMN equation_values.high IS 'The most that the term can be worth; null is open';
