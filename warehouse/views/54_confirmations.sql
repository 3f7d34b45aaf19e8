-- A value is a number for one thing: organisation, measure, period, unit. Copies of one story confirm nothing, so origins are counted.
CREATE VIEW confirmations AS
SELECT
    any_value(organisation_name ORDER BY organisation_name) AS organisation,
    measure,
    period_label AS period,
    figures.amount,
    figures.currency,
    figures.per,
    count(DISTINCT figures.document_id) AS documents,
    count(DISTINCT origin_id) AS origins,
    count(*) AS figures,
    string_agg(DISTINCT documents.name, '; ' ORDER BY documents.name) AS document_names,
    organisation_key
FROM figures
JOIN claims USING (figure_id)
JOIN documents ON documents.document_id = figures.document_id
JOIN origins ON origins.document_id = figures.document_id AND origins.story = figures.story
WHERE figures.amount IS NOT NULL AND organisation_key IS NOT NULL AND measure IS NOT NULL
GROUP BY organisation_key, measure, period_label, figures.amount, figures.currency, figures.per;

COMMENT ON VIEW confirmations IS 'How well each value is confirmed: one row a value, with the documents that print it and their independent origins.';
COMMENT ON COLUMN confirmations.organisation IS 'Whose number it is';
COMMENT ON COLUMN confirmations.measure IS 'What is counted';
COMMENT ON COLUMN confirmations.period IS 'The time that the number is about; null where no document says';
COMMENT ON COLUMN confirmations.amount IS 'The number, in units of the currency';
COMMENT ON COLUMN confirmations.currency IS 'ISO 4217 code';
COMMENT ON COLUMN confirmations.per IS 'What one unit of it is for; null for a plain sum';
COMMENT ON COLUMN confirmations.documents IS 'How many documents print it';
COMMENT ON COLUMN confirmations.origins IS 'How many independent origins those have';
COMMENT ON COLUMN confirmations.figures IS 'How often it is printed';
COMMENT ON COLUMN confirmations.document_names IS 'The documents, separated by "; "';
COMMENT ON COLUMN confirmations.organisation_key IS 'What organisations are compared by';
