CREATE VIEW dated_claims AS
WITH
-- the parts of a stated sum: terms that count the same thing as its total
parts AS (
    SELECT DISTINCT equation_terms.figure_id
    FROM equation_terms
    JOIN equations USING (equation_id)
    JOIN claims AS part ON part.figure_id = equation_terms.figure_id
    JOIN claims AS whole ON whole.figure_id = total_figure_id AND whole.measure = part.measure AND whole.basis IS NOT DISTINCT FROM part.basis
    WHERE factor > 0
    QUALIFY count(*) OVER (PARTITION BY equation_id) > 1
)
SELECT
    figures.figure_id,
    figures.document_id,
    figures.story,
    documents.name AS document_name,
    coalesce(stories.publisher, documents.publisher) AS publisher,
    coalesce(stories.published_on, documents.published_on) AS published_on,
    row_number() OVER (ORDER BY coalesce(stories.published_on, documents.published_on) NULLS LAST, documents.name, figures.document_id, figures.start_char)
        AS place,
    figures.amount,
    figures.low,
    figures.high,
    -- magnitudes do not go below nothing: "up to £5m" starts at 0
    coalesce(figures.low, least(0, figures.high)) AS least,
    figures.currency,
    figures.bound,
    figures.per,
    claims.organisation_key,
    claims.organisation_name,
    claims.counterparty_key,
    claims.measure,
    claims.measure_family,
    measure_families.kind,
    claims.direction,
    measure_families.one_per_period,
    claims.basis,
    basis_order.certainty,
    claims.period_label,
    claims.period_start,
    claims.period_end,
    CASE WHEN coalesce(claims.period_start, claims.period_end) IS NOT NULL
        THEN concat(claims.period_start, '/', claims.period_end) END AS period_key,
    lower(trim(figures.row_label)) AS row_label,
    figures.document_id || regexp_extract(figures.cell, '^(.*)[ !]', 1) AS table_key,
    said({bound: figures.bound, amount: figures.amount, low: figures.low, high: figures.high, currency: figures.currency}) AS said,
    coalesce(stories.publisher, documents.publisher, file_name(documents.name))
        || coalesce(', ' || on_day(coalesce(stories.published_on, documents.published_on)), '') AS printed_by,
    parts.figure_id IS NOT NULL
        OR min(lower(trim(figures.row_label))) OVER items IS DISTINCT FROM max(lower(trim(figures.row_label))) OVER items AS is_item
FROM figures
JOIN claims USING (figure_id)
JOIN documents ON documents.document_id = figures.document_id
JOIN measure_families USING (measure)
LEFT JOIN stories ON stories.document_id = figures.document_id AND stories.story = figures.story
LEFT JOIN basis_order USING (basis)
LEFT JOIN parts ON parts.figure_id = figures.figure_id
WHERE claims.organisation_key IS NOT NULL AND claims.measure_family IS NOT NULL
WINDOW items AS (
    PARTITION BY figures.document_id, table_key, organisation_key, CASE WHEN measure_families.kind = 'position' THEN 'position' ELSE claims.measure END,
        claims.basis, period_key, per
);

COMMENT ON VIEW dated_claims IS 'The claims that can be compared with others (they name an organisation and a measure), with who printed them and when.';
COMMENT ON COLUMN dated_claims.figure_id IS 'The figure';
COMMENT ON COLUMN dated_claims.document_id IS 'The document that it is printed in';
COMMENT ON COLUMN dated_claims.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN dated_claims.document_name IS 'The file or address of the document';
COMMENT ON COLUMN dated_claims.publisher IS 'Who published the story, or else its document';
COMMENT ON COLUMN dated_claims.published_on IS 'The day on which the story, or else its document, was published';
COMMENT ON COLUMN dated_claims.place IS 'Place in the order of publication; ties go by the document''s name, then by the order of its text';
COMMENT ON COLUMN dated_claims.amount IS 'The number printed; null for a range';
COMMENT ON COLUMN dated_claims.low IS 'Low end of the interval; null is open';
COMMENT ON COLUMN dated_claims.high IS 'High end of the interval; null is open';
COMMENT ON COLUMN dated_claims.least IS 'Low end of the interval, taken as 0 where it is open: a magnitude is not negative';
COMMENT ON COLUMN dated_claims.currency IS 'ISO 4217 code';
COMMENT ON COLUMN dated_claims.bound IS 'exact, approximately, at_least, at_most or range';
COMMENT ON COLUMN dated_claims.per IS 'What one unit of it is for; null for a plain sum';
COMMENT ON COLUMN dated_claims.organisation_key IS 'What organisations are compared by';
COMMENT ON COLUMN dated_claims.organisation_name IS 'The organisation''s name';
COMMENT ON COLUMN dated_claims.counterparty_key IS 'What counterparties are compared by';
COMMENT ON COLUMN dated_claims.measure IS 'What is counted';
COMMENT ON COLUMN dated_claims.measure_family IS 'The family of measures within which it is compared';
COMMENT ON COLUMN dated_claims.kind IS 'The kind of measure: position, variance and so on; see measure_families';
COMMENT ON COLUMN dated_claims.direction IS '-1 bad for the books, +1 good, null without direction';
COMMENT ON COLUMN dated_claims.one_per_period IS 'Whether an organisation has one such number a period; see measure_families';
COMMENT ON COLUMN dated_claims.basis IS 'How the number came to be';
COMMENT ON COLUMN dated_claims.certainty IS '1 before the fact, 2 forecast, 3 actual; see basis_order';
COMMENT ON COLUMN dated_claims.period_label IS 'The time that the number is about';
COMMENT ON COLUMN dated_claims.period_start IS 'First day of that time';
COMMENT ON COLUMN dated_claims.period_end IS 'Last day of that time';
COMMENT ON COLUMN dated_claims.period_key IS 'What periods are compared by: first and last day; null where neither is known';
COMMENT ON COLUMN dated_claims.row_label IS 'For a cell: the label of its row, in lower case';
COMMENT ON COLUMN dated_claims.table_key IS 'For a cell: its document and table';
COMMENT ON COLUMN dated_claims.said IS 'The claim in words, hedge included: about £192m';
COMMENT ON COLUMN dated_claims.printed_by IS 'Who prints it, and when, in words: Wensum Post, 3 June 2019';
COMMENT ON COLUMN dated_claims.is_item IS 'Whether it is one of several that its labels alone do not tell apart: a row among the schemes of a savings plan, a term of a sum';
