CREATE VIEW assertions AS
SELECT
    assertion_id,
    topic_id(topic_number) AS topic_id,
    body_key,
    organisation_key,
    organisation_name,
    counterparty_key,
    measure,
    measure_family,
    kind,
    direction,
    one_per_period,
    every_pair,
    basis,
    certainty,
    period_label,
    period_start,
    period_end,
    undated_in,
    currency,
    per,
    bound,
    amount,
    low,
    high,
    row_label,
    table_key,
    is_item,
    finality,
    subject,
    figure_id,
    document_id,
    story,
    start_char,
    document_name,
    publisher,
    counts.published_on,
    last_published_on,
    said(first) AS said,
    coalesce(publisher, file_name(document_name)) || coalesce(', ' || on_day(counts.published_on), '') AS printed_by,
    claims,
    stories,
    origins,
    counts.is_superseded,
    topic_number
FROM assertion_counts AS counts
JOIN described('printed_claims') AS first USING (claim_row);

COMMENT ON VIEW assertions IS
    'What claims say alike: one row a number for one thing, on one basis and in one wording, however often it is printed. Pairs are judged between assertions.';
COMMENT ON COLUMN assertions.assertion_id IS 'Content hash of what it says';
COMMENT ON COLUMN assertions.topic_id IS 'The topic that it belongs to';
COMMENT ON COLUMN assertions.body_key IS 'What organisations are compared by: the organisation, or what it became where law only gave it another name';
COMMENT ON COLUMN assertions.organisation_key IS 'The organisation that its claims name: an id of the register, or a folded name';
COMMENT ON COLUMN assertions.organisation_name IS 'The organisation''s name';
COMMENT ON COLUMN assertions.counterparty_key IS 'What counterparties are compared by';
COMMENT ON COLUMN assertions.measure IS 'What is counted';
COMMENT ON COLUMN assertions.measure_family IS 'The family of measures within which it is compared';
COMMENT ON COLUMN assertions.kind IS 'The kind of measure: position, variance and so on; see measure_families';
COMMENT ON COLUMN assertions.direction IS '-1 bad for the books, +1 good, null without direction';
COMMENT ON COLUMN assertions.one_per_period IS 'Whether an organisation has one such number a period; see measure_families';
COMMENT ON COLUMN assertions.every_pair IS 'Whether all pairs of its family are judged; where a body has many such numbers, only those that could be one';
COMMENT ON COLUMN assertions.basis IS 'How the number came to be';
COMMENT ON COLUMN assertions.certainty IS '1 before the fact, 2 forecast, 3 actual; see basis_order';
COMMENT ON COLUMN assertions.period_label IS 'The time that the number is about';
COMMENT ON COLUMN assertions.period_start IS 'First day of that time; null where open or unknown';
COMMENT ON COLUMN assertions.period_end IS 'Last day of that time; null where open or unknown';
COMMENT ON COLUMN assertions.undated_in IS 'Without a period: the financial year of its publication, by its first calendar year; 0 where nobody says when. Null with a period';
COMMENT ON COLUMN assertions.currency IS 'ISO 4217 code';
COMMENT ON COLUMN assertions.per IS 'What one unit of it is for; null for a plain sum';
COMMENT ON COLUMN assertions.bound IS 'exact, approximately, at_least, at_most or range';
COMMENT ON COLUMN assertions.amount IS 'The number printed; null for a range';
COMMENT ON COLUMN assertions.low IS 'Low end of the interval; null is open';
COMMENT ON COLUMN assertions.high IS 'High end of the interval; null is open';
COMMENT ON COLUMN assertions.row_label IS 'For a cell: the label of its row, in lower case';
COMMENT ON COLUMN assertions.table_key IS 'For a cell: its document and table';
COMMENT ON COLUMN assertions.is_item IS 'Whether it is one of several that its labels alone do not tell apart: a row among the schemes of a savings plan, a term of a sum';
COMMENT ON COLUMN assertions.finality IS 'How final its first sentence says that it is: draft or final, or of a number that is no fact yet past or now; null where it does not say';
COMMENT ON COLUMN assertions.subject IS 'What the money is for, in the words of its first claim; see claims';
COMMENT ON COLUMN assertions.figure_id IS 'The figure that says it first: the earliest published; in one document, the first printed';
COMMENT ON COLUMN assertions.document_id IS 'The document of that figure';
COMMENT ON COLUMN assertions.story IS 'The story of that document, counted from 0';
COMMENT ON COLUMN assertions.start_char IS 'Where that figure stands in its text, in characters from 0';
COMMENT ON COLUMN assertions.document_name IS 'The file or address of that document';
COMMENT ON COLUMN assertions.publisher IS 'Who published that story';
COMMENT ON COLUMN assertions.published_on IS 'Its vintage: the day on which it was first published';
COMMENT ON COLUMN assertions.last_published_on IS 'The day on which it was last published';
COMMENT ON COLUMN assertions.said IS 'What it says in words, hedge included: about £192m';
COMMENT ON COLUMN assertions.printed_by IS 'Who printed it first, and when, in words: Wensum Post, 3 June 2019';
COMMENT ON COLUMN assertions.claims IS 'How many figures say it';
COMMENT ON COLUMN assertions.stories IS 'How many stories say it';
COMMENT ON COLUMN assertions.origins IS 'From how many independent origins that no later version of their article superseded';
COMMENT ON COLUMN assertions.is_superseded IS 'Whether later versions of the same articles superseded all that say it';

COMMENT ON COLUMN assertions.topic_number IS 'The topic that it belongs to, as a number';
