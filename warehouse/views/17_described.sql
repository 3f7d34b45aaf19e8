-- What comparing needs to know of claims. `found` names rows of claims, each with its claim_row and with what figures know of it besides.
CREATE MACRO described(found) AS TABLE
SELECT
    claim_row,
    figure_id,
    found.document_id,
    found.story,
    start_char,
    coalesce(body_key, found.organisation_key)
        || CASE WHEN is_unnamed_group(found.organisation_key) THEN '#' || coalesce(counterparty_key, found.document_id) ELSE '' END AS body_key,
    found.organisation_key,
    organisation_name,
    counterparty_key,
    found.measure,
    families.family AS measure_family,
    families.kind,
    families.direction,
    one_per_period,
    every_pair,
    found.basis,
    certainty,
    period_label,
    period_start,
    period_end,
    undated_in(period_start, period_end, published_on) AS undated_in,
    currency,
    per,
    bound,
    amount,
    low,
    high,
    lower(trim(row_label)) AS row_label,
    table_of(found.document_id, cell) AS table_key,
    finality,
    subject,
    document_name,
    publisher,
    vintage,
    printings.is_superseded,
    story_row,
    story_order,
    document_order
FROM query_table(found) AS found
JOIN printings ON printings.document_id = found.document_id AND printings.story = found.story
LEFT JOIN (SELECT *, bool_or(one_per_period) OVER (PARTITION BY family) AS every_pair FROM measure_families) AS families ON families.measure = found.measure
LEFT JOIN basis_order ON basis_order.basis = found.basis
LEFT JOIN bodies ON bodies.organisation_id = found.organisation_id;

COMMENT ON MACRO TABLE described IS
    'What comparing needs to know of the claims in the relation `found`: rows of claims, each with its claim_row and with what figures know of it besides.';

CREATE VIEW printed_claims AS
SELECT claims.rowid AS claim_row, claims.*, story, start_char, currency, per, bound, amount, low, high, row_label, cell
FROM claims
JOIN figures ON figures.rowid = claims.rowid AND (figures.figure_id = claims.figure_id OR error('claims and figures are not in one order: ' || claims.figure_id)::BOOLEAN);

COMMENT ON VIEW printed_claims IS 'Claims with the numbers that they make: rows of claims and of figures stand in one order.';
COMMENT ON COLUMN printed_claims.claim_row IS 'The row of claims, counted from 0';
COMMENT ON COLUMN printed_claims.figure_id IS 'The figure that makes the claim';
COMMENT ON COLUMN printed_claims.document_id IS 'The document that it is printed in';
COMMENT ON COLUMN printed_claims.organisation_id IS 'Whose money, position or plan it is, by its id in the register; null where the register does not know it';
COMMENT ON COLUMN printed_claims.organisation_name IS 'The name of that organisation or group';
COMMENT ON COLUMN printed_claims.organisation_key IS 'What organisations are compared by: the id, else the name with case and spaces folded';
COMMENT ON COLUMN printed_claims.counterparty_id IS 'The other side of a transfer, by its id in the register';
COMMENT ON COLUMN printed_claims.counterparty_name IS 'The name of the other side';
COMMENT ON COLUMN printed_claims.counterparty_key IS 'What counterparties are compared by, like organisation_key';
COMMENT ON COLUMN printed_claims.measure IS 'What is counted: deficit, surplus, shortfall, saving, cost and so on; see measure_families';
COMMENT ON COLUMN printed_claims.measure_family IS 'The family of measures within which it is compared; see measure_families';
COMMENT ON COLUMN printed_claims.direction IS '-1 for a deficit or an adverse variance, +1 for a surplus or a favourable one; null where the measure has no direction';
COMMENT ON COLUMN printed_claims.basis IS 'How the number came to be: actual, forecast, plan, requested, agreed or hypothetical';
COMMENT ON COLUMN printed_claims.period_label IS 'The time that the number is about, in the label guide''s words: 2018-19';
COMMENT ON COLUMN printed_claims.period_start IS 'First day of that time; null where it is open or unknown';
COMMENT ON COLUMN printed_claims.period_end IS 'Last day of that time; null where it is open or unknown';
COMMENT ON COLUMN printed_claims.speaker IS 'Who gives the number, where the text says so';
COMMENT ON COLUMN printed_claims.subject IS 'What the money is for: up to six words, those that stand nearest first; null where nothing says';
COMMENT ON COLUMN printed_claims.finality IS 'How final its sentence says that it is: draft or final, or of a number that is no fact yet past or now; null where it does not say';
COMMENT ON COLUMN printed_claims.story IS 'The story of the document that it is printed in, counted from 0';
COMMENT ON COLUMN printed_claims.start_char IS 'Where it starts in the text of the document, in characters from 0';
COMMENT ON COLUMN printed_claims.currency IS 'ISO 4217 code: GBP, EUR, USD';
COMMENT ON COLUMN printed_claims.per IS 'What one unit of it is for: each, year, month, patient; null for a plain sum';
COMMENT ON COLUMN printed_claims.bound IS 'How far the wording commits itself: exact, approximately, at_least, at_most or range';
COMMENT ON COLUMN printed_claims.amount IS 'The number printed, in units of the currency (97600000); null for a range';
COMMENT ON COLUMN printed_claims.low IS 'Low end of the closed interval that the wording allows; null is open';
COMMENT ON COLUMN printed_claims.high IS 'High end of the closed interval that the wording allows; null is open';
COMMENT ON COLUMN printed_claims.row_label IS 'For a cell: the label of its row';
COMMENT ON COLUMN printed_claims.cell IS 'Table cell that it stands in: table 3 12,2 or Systems!B6';
