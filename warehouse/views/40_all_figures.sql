CREATE VIEW all_figures AS
SELECT
    documents.name AS document,
    coalesce(stories.title, documents.title) AS title,
    coalesce(stories.publisher, documents.publisher) AS publisher,
    coalesce(stories.published_on, documents.published_on) AS published_on,
    superseded_on,
    claims.organisation_name AS organisation,
    claims.measure,
    claims.basis,
    claims.period_label AS period,
    figures.confidence,
    figures.surface,
    figures.amount,
    figures.low,
    figures.high,
    figures.currency,
    figures.bound,
    figures.per,
    claims.counterparty_name AS counterparty,
    claims.speaker,
    figures.sentence,
    figures.row_label,
    figures.column_label,
    figures.page,
    figures.cell,
    coalesce(stories.url, documents.url) AS url,
    claims.organisation_id,
    claims.period_start,
    claims.period_end,
    documents.kind AS document_kind,
    figures.start_char,
    figures.end_char,
    figures.figure_id,
    figures.document_id
FROM figures
JOIN claims USING (figure_id)
JOIN documents ON documents.document_id = figures.document_id
LEFT JOIN stories ON stories.document_id = figures.document_id AND stories.story = figures.story
LEFT JOIN superseded ON superseded.document_id = figures.document_id AND superseded.story = figures.story;

COMMENT ON VIEW all_figures IS 'Every figure with everything that is known of it: one row a figure.';
COMMENT ON COLUMN all_figures.document IS 'The file or address of the document';
COMMENT ON COLUMN all_figures.title IS 'Title of the story, or else of its document';
COMMENT ON COLUMN all_figures.publisher IS 'Who published it';
COMMENT ON COLUMN all_figures.published_on IS 'The day on which it was published';
COMMENT ON COLUMN all_figures.superseded_on IS 'The day on which a later version of the article took its place; null where none did, or nobody says when';
COMMENT ON COLUMN all_figures.organisation IS 'Whose money, position or plan it is';
COMMENT ON COLUMN all_figures.measure IS 'What is counted: deficit, shortfall, saving, cost and so on';
COMMENT ON COLUMN all_figures.basis IS 'How the number came to be: actual, forecast, plan, requested, agreed or hypothetical';
COMMENT ON COLUMN all_figures.period IS 'The time that the number is about';
COMMENT ON COLUMN all_figures.confidence IS 'How likely organisation, measure, basis and period are all right, from 0 to 1; null where nothing was weighed';
COMMENT ON COLUMN all_figures.surface IS 'Exactly what is printed';
COMMENT ON COLUMN all_figures.amount IS 'The number printed, in units of the currency; null for a range';
COMMENT ON COLUMN all_figures.low IS 'Low end of the interval that the wording allows; null is open';
COMMENT ON COLUMN all_figures.high IS 'High end of the interval that the wording allows; null is open';
COMMENT ON COLUMN all_figures.currency IS 'ISO 4217 code';
COMMENT ON COLUMN all_figures.bound IS 'exact, approximately, at_least, at_most or range';
COMMENT ON COLUMN all_figures.per IS 'What one unit of it is for; null for a plain sum';
COMMENT ON COLUMN all_figures.counterparty IS 'The other side of a transfer';
COMMENT ON COLUMN all_figures.speaker IS 'Who gives the number, where the text says so';
COMMENT ON COLUMN all_figures.sentence IS 'The sentence that carries it';
COMMENT ON COLUMN all_figures.row_label IS 'For a cell: the label of its row';
COMMENT ON COLUMN all_figures.column_label IS 'For a cell: the header path of its column';
COMMENT ON COLUMN all_figures.page IS 'Page, counted from 1';
COMMENT ON COLUMN all_figures.cell IS 'Table cell that it stands in';
COMMENT ON COLUMN all_figures.url IS 'Address of the story, or else of its document';
COMMENT ON COLUMN all_figures.organisation_id IS 'The organisation''s id in the register';
COMMENT ON COLUMN all_figures.period_start IS 'First day of the period';
COMMENT ON COLUMN all_figures.period_end IS 'Last day of the period';
COMMENT ON COLUMN all_figures.document_kind IS 'news, board, feed or text';
COMMENT ON COLUMN all_figures.start_char IS 'Where it starts in the text of the document, in characters from 0';
COMMENT ON COLUMN all_figures.end_char IS 'Where it ends: the first character after it';
COMMENT ON COLUMN all_figures.figure_id IS 'The figure''s id: what crossfoot explain takes';
COMMENT ON COLUMN all_figures.document_id IS 'The document''s id';
