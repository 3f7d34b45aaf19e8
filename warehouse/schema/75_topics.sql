CREATE TABLE assertions (
    assertion_id UBIGINT NOT NULL,
    topic_id VARCHAR NOT NULL,
    body_key VARCHAR NOT NULL,
    organisation_key VARCHAR NOT NULL,
    organisation_name VARCHAR NOT NULL,
    counterparty_key VARCHAR,
    measure VARCHAR NOT NULL,
    measure_family VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    direction TINYINT,
    one_per_period BOOLEAN NOT NULL,
    every_pair BOOLEAN NOT NULL,
    basis VARCHAR,
    certainty TINYINT,
    period_label VARCHAR,
    period_start DATE,
    period_end DATE,
    undated_in SMALLINT,
    currency VARCHAR NOT NULL,
    per VARCHAR,
    bound VARCHAR NOT NULL,
    amount DECIMAL(28, 4),
    low DECIMAL(28, 4),
    high DECIMAL(28, 4),
    row_label VARCHAR,
    table_key VARCHAR,
    is_item BOOLEAN NOT NULL,
    finality VARCHAR,
    subject VARCHAR,
    figure_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    document_name VARCHAR NOT NULL,
    publisher VARCHAR,
    published_on DATE,
    last_published_on DATE,
    said VARCHAR NOT NULL,
    printed_by VARCHAR NOT NULL,
    claims INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    is_superseded BOOLEAN NOT NULL
);

-- Which value of a topic is best; the least comes first. Of the whole rather than an item, the position rather than its variance; then the later basis, more
-- independent origins, the more precise, the later vintage. The one place that says so: topics of today and of any day are ordered by it.
CREATE MACRO best_first(said) AS {
    item: said.is_item,
    per: said.per IS NOT NULL,
    variance: said.kind = 'variance',
    hypothetical: said.basis IS NOT DISTINCT FROM 'hypothetical',
    certainty: -coalesce(said.certainty, 0),
    origins: -said.origins,
    open: said.high - said.low IS NULL,
    width: coalesce(said.high - said.low, 0),
    undated: said.published_on IS NULL,
    vintage: coalesce(DATE '9999-12-31' - said.published_on, 0),
    range: said.amount IS NULL,
    amount: -coalesce(said.amount, 0),
    id: said.assertion_id
};

COMMENT ON TABLE assertions IS
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

CREATE TABLE claim_assertions (figure_id VARCHAR NOT NULL, assertion_id UBIGINT, story_order UBIGINT NOT NULL);
COMMENT ON TABLE claim_assertions IS 'What each claim says: one row a claim, in the order of claims.';
COMMENT ON COLUMN claim_assertions.figure_id IS 'The figure';
COMMENT ON COLUMN claim_assertions.assertion_id IS 'What it says; null where it names no organisation or nothing that can be compared';
COMMENT ON COLUMN claim_assertions.story_order IS 'Its story, as a number that follows the order of publication';

CREATE TABLE topics (
    topic_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    period_label VARCHAR,
    period_start DATE,
    period_end DATE,
    currency VARCHAR NOT NULL,
    claims INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    assertions INTEGER NOT NULL,
    first_published_on DATE,
    last_published_on DATE,
    best_assertion_id UBIGINT NOT NULL,
    origins INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    contested DECIMAL(3, 2) NOT NULL,
    body_key VARCHAR NOT NULL,
    measure_family VARCHAR NOT NULL
);
-- Norfolk and Waveney STP · deficit · 2018-19: by the register's name of the organisation, or else the printed one
CREATE MACRO topic_title(said) AS
    concat_ws(' · ', said.organisation_name, in_words(said.measure), coalesce(said.period_label, 'period not stated'))
    || CASE said.currency WHEN 'GBP' THEN '' ELSE ' · ' || said.currency END;

COMMENT ON TABLE topics IS 'What claims are about: one row an organisation, family of measures, period and currency.';
COMMENT ON COLUMN topics.topic_id IS 'Content hash of those four';
COMMENT ON COLUMN topics.title IS 'Readable: Norfolk and Waveney STP · deficit · 2018-19';
COMMENT ON COLUMN topics.organisation IS 'The organisation, as the best value names it';
COMMENT ON COLUMN topics.measure IS 'What the best value counts';
COMMENT ON COLUMN topics.period_label IS 'The time; null where its claims do not state it';
COMMENT ON COLUMN topics.period_start IS 'First day of that time; null where open or unknown';
COMMENT ON COLUMN topics.period_end IS 'Last day of that time; null where open or unknown';
COMMENT ON COLUMN topics.currency IS 'ISO 4217 code';
COMMENT ON COLUMN topics.claims IS 'How many figures are about it';
COMMENT ON COLUMN topics.stories IS 'In how many stories: those of its assertions, added up';
COMMENT ON COLUMN topics.assertions IS 'How many different things they say';
COMMENT ON COLUMN topics.first_published_on IS 'The day on which it was first written about';
COMMENT ON COLUMN topics.last_published_on IS 'The day on which it was last written about';
COMMENT ON COLUMN topics.best_assertion_id IS
    'The current best value: the later basis, then more independent origins, then the more precise, then the later vintage';
COMMENT ON COLUMN topics.origins IS 'How many independent origins the best value has';
COMMENT ON COLUMN topics.conflicts IS 'How many pairs of assertions conflict';
COMMENT ON COLUMN topics.contested IS 'How contested the best value is: of the claims that could confirm it, the share that conflicts with it; a claim without a period counts half';
COMMENT ON COLUMN topics.body_key IS 'What its organisations are compared by';
COMMENT ON COLUMN topics.measure_family IS 'The family of its measures';
