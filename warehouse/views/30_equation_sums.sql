-- What the terms of a stated sum make, beside its total. An interval is open as soon as one of its terms is; sums in several currencies are left out.
CREATE VIEW equation_sums AS
WITH
terms AS (
    SELECT
        equation_id,
        "position",
        factor,
        figures.*,
        (factor * amount)::DECIMAL(28, 4) AS value,
        (factor * CASE WHEN factor < 0 THEN high ELSE coalesce(low, least(0, high)) END)::DECIMAL(28, 4) AS value_low,
        (factor * CASE WHEN factor < 0 THEN coalesce(low, least(0, high)) ELSE high END)::DECIMAL(28, 4) AS value_high
    FROM equation_terms
    JOIN figures USING (figure_id)
),
sums AS (
    SELECT
        equation_id,
        count(*) AS terms,
        min(currency) AS currency,
        CASE WHEN count(value) = count(*) THEN sum(value) END AS amount,
        CASE WHEN count(value_low) = count(*) THEN sum(value_low) END AS low,
        CASE WHEN count(value_high) = count(*) THEN sum(value_high) END AS high,
        string_agg(
            CASE WHEN factor < 0 THEN ' − ' WHEN "position" = 1 THEN '' ELSE ' + ' END
                || CASE WHEN abs(factor) = 1 THEN '' ELSE plain_number(abs(factor)) || ' × ' END
                || said({bound: bound, amount: amount, low: low, high: high, currency: currency}), '' ORDER BY "position") AS written
    FROM terms
    GROUP BY equation_id
    HAVING count(DISTINCT currency) = 1
)
SELECT
    equation_id,
    equations.document_id,
    sums.terms,
    CASE WHEN sums.terms > 6 THEN sums.terms || ' terms' ELSE trim(sums.written) END AS written,
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
COMMENT ON COLUMN equation_sums.terms IS 'How many terms it has';
COMMENT ON COLUMN equation_sums.written IS 'The terms as a reader would write them: 5 × £5m';
COMMENT ON COLUMN equation_sums.amount IS 'What the terms make; null where one of them is a range';
COMMENT ON COLUMN equation_sums.low IS 'The least that the terms can make; null is open';
COMMENT ON COLUMN equation_sums.high IS 'The most that the terms can make; null is open';
COMMENT ON COLUMN equation_sums.total IS 'The stated total: bound, amount, low, high, currency';
COMMENT ON COLUMN equation_sums.difference IS 'What the terms make, less the total';
