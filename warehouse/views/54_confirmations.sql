-- A value is a number for one thing: organisation, measure, period, unit. A story that shares its publisher, source or address with an earlier
-- one confirms nothing new, so only those that share none are counted as origins; what a later version of its article superseded confirms nothing.
CREATE VIEW confirmations AS
WITH
printed AS (
    SELECT
        organisation_key,
        organisation_name,
        measure,
        period_label,
        figures.amount,
        figures.currency,
        figures.per,
        figures.figure_id,
        figures.document_id,
        figures.story,
        documents.name AS document_name,
        concat_ws('/', organisation_key, measure, coalesce(period_label, '?'), figures.amount, figures.currency, coalesce(figures.per, '?')) AS value,
        dense_rank() OVER (ORDER BY coalesce(stories.published_on, documents.published_on) NULLS LAST, figures.document_id, figures.story) AS place
    FROM figures
    JOIN claims USING (figure_id)
    JOIN documents ON documents.document_id = figures.document_id
    JOIN stories ON stories.document_id = figures.document_id AND stories.story = figures.story
    ANTI JOIN superseded ON superseded.document_id = figures.document_id AND superseded.story = figures.story
    WHERE figures.amount IS NOT NULL AND organisation_key IS NOT NULL AND measure IS NOT NULL
),
traced AS (
    SELECT value, place, min(place) OVER (PARTITION BY value, key) AS first
    FROM (SELECT DISTINCT value, place, key FROM printed JOIN figure_origins USING (figure_id))
),
independent AS (
    SELECT value, count(*) AS origins
    FROM (SELECT value, place FROM traced GROUP BY value, place HAVING bool_and(first = place))
    GROUP BY value
)
SELECT
    any_value(organisation_name ORDER BY organisation_name) AS organisation,
    any_value(measure) AS measure,
    any_value(period_label) AS period,
    any_value(amount) AS amount,
    any_value(currency) AS currency,
    any_value(per) AS per,
    count(DISTINCT document_id) AS documents,
    any_value(origins) AS origins,
    count(*) AS figures,
    string_agg(DISTINCT document_name, '; ' ORDER BY document_name) AS document_names,
    any_value(organisation_key) AS organisation_key
FROM printed
JOIN independent USING (value)
GROUP BY value;

COMMENT ON VIEW confirmations IS 'How well each value is confirmed: one row a value, with the documents that print it and their independent origins.';
COMMENT ON COLUMN confirmations.organisation IS 'Whose number it is';
COMMENT ON COLUMN confirmations.measure IS 'What is counted';
COMMENT ON COLUMN confirmations.period IS 'The time that the number is about; null where no document says';
COMMENT ON COLUMN confirmations.amount IS 'The number, in units of the currency';
COMMENT ON COLUMN confirmations.currency IS 'ISO 4217 code';
COMMENT ON COLUMN confirmations.per IS 'What one unit of it is for; null for a plain sum';
COMMENT ON COLUMN confirmations.documents IS 'How many documents print it';
COMMENT ON COLUMN confirmations.origins IS 'How many of their stories share no publisher, source or address with an earlier one of them';
COMMENT ON COLUMN confirmations.figures IS 'How often it is printed';
COMMENT ON COLUMN confirmations.document_names IS 'The documents, separated by "; "';
COMMENT ON COLUMN confirmations.organisation_key IS 'What organisations are compared by';
