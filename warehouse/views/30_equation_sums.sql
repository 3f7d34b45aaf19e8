-- What the terms of a stated sum make, beside its total. An interval is open as soon as one of its terms is; sums in several currencies, and those
-- that no DECIMAL holds, are left out.
CREATE VIEW equation_sums AS
WITH sums AS (
    SELECT
        equation_id,
        count(*) AS terms,
        min(said.currency) AS currency,
        CASE WHEN count(value) = count(*) THEN sum(value) END AS amount,
        CASE WHEN count(low) = count(*) THEN sum(low) END AS low,
        CASE WHEN count(high) = count(*) THEN sum(high) END AS high,
        bool_or(factor_high IS NULL OR (factor > 1 AND said.bound = 'at_least')) AS is_open_above,
        bool_or(factor_low IS NULL OR (factor > 1 AND said.bound = 'at_most')) AS is_open_below,
        string_agg(
            CASE WHEN factor < 0 THEN ' − ' WHEN "position" = 1 THEN '' ELSE ' + ' END
                || CASE WHEN factor_high IS NULL THEN 'more than ' WHEN factor_low IS NULL THEN 'less than ' ELSE '' END
                || CASE WHEN abs(factor) = 1 THEN '' ELSE factor_said(abs(factor)) || ' × ' END
                || said(said), '' ORDER BY "position") AS written
    FROM equation_values
    GROUP BY equation_id
    HAVING count(DISTINCT said.currency) = 1 AND count(value) = count(said.amount)
)
SELECT
    equation_id,
    equations.document_id,
    is_stated_by(equations.rule) AS is_stated,
    sums.terms,
    CASE WHEN sums.terms > 6 THEN sums.terms || ' terms' ELSE trim(sums.written) END AS written,
    CASE WHEN sums.is_open_above = sums.is_open_below THEN 'exact' WHEN sums.is_open_above THEN 'at_least' ELSE 'at_most' END AS bound,
    sums.amount,
    sums.low,
    sums.high,
    {bound: total.bound, amount: total.amount, low: total.low, high: total.high, currency: total.currency} AS total,
    (sums.amount - total.amount)::DECIMAL(28, 4) AS difference
FROM sums
JOIN equations USING (equation_id)
JOIN figures AS total ON total.figure_id = equations.total_figure_id AND total.currency = sums.currency;

COMMENT ON VIEW equation_sums IS 'One row a stated sum in one currency: what its terms make, beside the total that the text states.';
COMMENT ON COLUMN equation_sums.equation_id IS 'The sum';
COMMENT ON COLUMN equation_sums.document_id IS 'The document that states it';
COMMENT ON COLUMN equation_sums.is_stated IS 'Whether the text says so; false of numbers that no words tie, and that chance would hardly have made a sum';
COMMENT ON COLUMN equation_sums.terms IS 'How many terms it has';
COMMENT ON COLUMN equation_sums.written IS 'The terms as a reader would write them: 5 × £5m';
COMMENT ON COLUMN equation_sums.bound IS 'at_least or at_most where the words leave a factor open, or what is counted many times ("more than doubled", "more than £5,000 each"), else exact';
COMMENT ON COLUMN equation_sums.amount IS 'What the terms make; null where one of them is a range';
COMMENT ON COLUMN equation_sums.low IS 'The least that the terms can make; null is open';
COMMENT ON COLUMN equation_sums.high IS 'The most that the terms can make; null is open';
COMMENT ON COLUMN equation_sums.total IS 'The stated total: bound, amount, low, high, currency';
COMMENT ON COLUMN equation_sums.difference IS 'What the terms make, less the total';
