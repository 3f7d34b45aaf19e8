CREATE TABLE figures (
    figure_id VARCHAR PRIMARY KEY,
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    amount DECIMAL(28, 4),
    low DECIMAL(28, 4),
    high DECIMAL(28, 4),
    currency VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    per VARCHAR,
    sentence VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    page INTEGER,
    cell VARCHAR,
    bbox_left DECIMAL(12, 3),
    bbox_bottom DECIMAL(12, 3),
    bbox_right DECIMAL(12, 3),
    bbox_top DECIMAL(12, 3),
    row_label VARCHAR,
    column_label VARCHAR,
    unit_source VARCHAR,
    printed_value DECIMAL(28, 4),
    confidence DECIMAL(4, 3)
);
COMMENT ON TABLE figures IS 'One row a monetary figure, as printed: its place, its number, and the interval that the wording allows.';
COMMENT ON COLUMN figures.figure_id IS 'Content hash of document, start and end';
COMMENT ON COLUMN figures.document_id IS 'The document that it is printed in';
COMMENT ON COLUMN figures.story IS 'The story of the document that it is printed in, counted from 0';
COMMENT ON COLUMN figures.start_char IS 'Where it starts in the text of the document, in characters from 0';
COMMENT ON COLUMN figures.end_char IS 'Where it ends: the first character after it';
COMMENT ON COLUMN figures.surface IS 'Exactly what is printed, from the currency sign to the end of the scale: £97.6m';
COMMENT ON COLUMN figures.amount IS 'The number printed, in units of the currency (97600000); null for a range';
COMMENT ON COLUMN figures.low IS 'Low end of the closed interval that the wording allows; null is open';
COMMENT ON COLUMN figures.high IS 'High end of the closed interval that the wording allows; null is open';
COMMENT ON COLUMN figures.currency IS 'ISO 4217 code: GBP, EUR, USD';
COMMENT ON COLUMN figures.bound IS 'How far the wording commits itself: exact, approximately, at_least, at_most or range';
COMMENT ON COLUMN figures.per IS 'What one unit of it is for: each, year, month, patient; null for a plain sum';
COMMENT ON COLUMN figures.sentence IS 'The sentence that carries it';
COMMENT ON COLUMN figures.sentence_start IS 'Where that sentence starts in the text of the document, in characters from 0';
COMMENT ON COLUMN figures.page IS 'Page, counted from 1, where the document has pages';
COMMENT ON COLUMN figures.cell IS 'Table cell that it stands in: table 3 12,2 or Systems!B6';
COMMENT ON COLUMN figures.bbox_left IS 'Left edge of its box on the page, in points';
COMMENT ON COLUMN figures.bbox_bottom IS 'Bottom edge of its box on the page, in points';
COMMENT ON COLUMN figures.bbox_right IS 'Right edge of its box on the page, in points';
COMMENT ON COLUMN figures.bbox_top IS 'Top edge of its box on the page, in points';
COMMENT ON COLUMN figures.row_label IS 'For a cell: the label of its row';
COMMENT ON COLUMN figures.column_label IS 'For a cell: the header path of its column, joined by " > "';
COMMENT ON COLUMN figures.unit_source IS 'Where the unit was read, if not from a sign or word at the number: for a cell its header (column header: £000); in a sentence a damaged sign, or no sign beside a finance word';
COMMENT ON COLUMN figures.printed_value IS 'For a cell: the number as printed, sign kept, not scaled';
COMMENT ON COLUMN figures.confidence IS 'How likely organisation, measure, basis and period are all right, from 0 to 1; null where nothing was weighed';

CREATE TABLE claims (
    figure_id VARCHAR PRIMARY KEY,
    document_id VARCHAR NOT NULL,
    organisation_id VARCHAR,
    organisation_name VARCHAR,
    organisation_key VARCHAR,
    counterparty_id VARCHAR,
    counterparty_name VARCHAR,
    counterparty_key VARCHAR,
    measure VARCHAR,
    measure_family VARCHAR,
    direction TINYINT,
    basis VARCHAR,
    period_label VARCHAR,
    period_start DATE,
    period_end DATE,
    speaker VARCHAR,
    subject VARCHAR,
    finality VARCHAR
);
COMMENT ON TABLE claims IS 'One row a figure: whose money it is, what is counted, how it came to be, and the time it is about. Unknown is null.';
COMMENT ON COLUMN claims.figure_id IS 'The figure that makes the claim';
COMMENT ON COLUMN claims.document_id IS 'The document that it is printed in';
COMMENT ON COLUMN claims.organisation_id IS 'Whose money, position or plan it is, by its id in the register; null where the register does not know it';
COMMENT ON COLUMN claims.organisation_name IS 'The name of that organisation or group';
COMMENT ON COLUMN claims.organisation_key IS 'What organisations are compared by: the id, else the name with case and spaces folded';
COMMENT ON COLUMN claims.counterparty_id IS 'The other side of a transfer, by its id in the register';
COMMENT ON COLUMN claims.counterparty_name IS 'The name of the other side';
COMMENT ON COLUMN claims.counterparty_key IS 'What counterparties are compared by, like organisation_key';
COMMENT ON COLUMN claims.measure IS 'What is counted: deficit, surplus, shortfall, saving, cost and so on; see measure_families';
COMMENT ON COLUMN claims.measure_family IS 'The family of measures within which it is compared; see measure_families';
COMMENT ON COLUMN claims.direction IS '-1 for a deficit or an adverse variance, +1 for a surplus or a favourable one; null where the measure has no direction';
COMMENT ON COLUMN claims.basis IS 'How the number came to be: actual, forecast, plan, requested, agreed or hypothetical';
COMMENT ON COLUMN claims.period_label IS 'The time that the number is about, in the label guide''s words: 2018-19';
COMMENT ON COLUMN claims.period_start IS 'First day of that time; null where it is open or unknown';
COMMENT ON COLUMN claims.period_end IS 'Last day of that time; null where it is open or unknown';
COMMENT ON COLUMN claims.speaker IS 'Who gives the number, where the text says so';
COMMENT ON COLUMN claims.subject IS 'What the money is for: up to six words, those that stand nearest first; null where nothing says';
COMMENT ON COLUMN claims.finality IS 'How final its sentence says that it is: draft or final, or of a number that is no fact yet past or now; null where it does not say';

CREATE TABLE evidence (
    figure_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    start_char INTEGER,
    end_char INTEGER,
    confidence DECIMAL(4, 3)
);
COMMENT ON TABLE evidence IS 'Why a field of a figure has its value, or was left open: one row a decision.';
COMMENT ON COLUMN evidence.figure_id IS 'The figure';
COMMENT ON COLUMN evidence.document_id IS 'The document whose text was read';
COMMENT ON COLUMN evidence.field IS 'The field decided: organisation, measure, basis, period and so on';
COMMENT ON COLUMN evidence.rule IS 'The rule that decided';
COMMENT ON COLUMN evidence.start_char IS 'Where the words that it read start, in characters from 0; null where it read none';
COMMENT ON COLUMN evidence.end_char IS 'Where those words end: the first character after them';
COMMENT ON COLUMN evidence.confidence IS 'How likely the value was held to be right, from 0 to 1; null where nothing was weighed';

CREATE TABLE evidence_alternatives (
    figure_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    value VARCHAR,
    confidence DECIMAL(4, 3) NOT NULL
);
COMMENT ON TABLE evidence_alternatives IS 'What a field of a figure could have been, and was not: one row a value that lost.';
COMMENT ON COLUMN evidence_alternatives.figure_id IS 'The figure';
COMMENT ON COLUMN evidence_alternatives.document_id IS 'The document that it is printed in';
COMMENT ON COLUMN evidence_alternatives.field IS 'The field that was decided otherwise; see evidence';
COMMENT ON COLUMN evidence_alternatives.position IS 'Its place among the values that lost, the likeliest first, from 1';
COMMENT ON COLUMN evidence_alternatives.value IS 'The value, in words; null: that the field is left open';
COMMENT ON COLUMN evidence_alternatives.confidence IS 'How likely it was held to be, from 0 to 1';
