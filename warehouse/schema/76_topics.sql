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

-- Norfolk and Waveney STP · deficit · 2018-19: by the register's name of the organisation, or else the printed one
CREATE MACRO topic_title(said) AS
    concat_ws(' · ', said.organisation_name, in_words(nullif(said.measure, 'other')), coalesce(said.period_label, 'period not stated'))
    || CASE said.currency WHEN 'GBP' THEN '' ELSE ' · ' || said.currency END;

CREATE TABLE topic_counts (
    topic_number UBIGINT NOT NULL,
    claims INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    assertions INTEGER NOT NULL,
    first_published_on DATE,
    last_published_on DATE,
    best_assertion_id UBIGINT NOT NULL,
    conflicts INTEGER NOT NULL,
    contested DECIMAL(3, 2) NOT NULL
);
COMMENT ON TABLE topic_counts IS 'One row a topic of which something stands: its best value, and how often it was written about. See topics for what it is.';
COMMENT ON COLUMN topic_counts.topic_number IS 'Content hash of the organisation, the family of measures, the currency and the time';
COMMENT ON COLUMN topic_counts.claims IS 'How many figures are about it';
COMMENT ON COLUMN topic_counts.stories IS 'In how many stories: those of its assertions, added up';
COMMENT ON COLUMN topic_counts.assertions IS 'How many different things they say';
COMMENT ON COLUMN topic_counts.first_published_on IS 'The day on which it was first written about';
COMMENT ON COLUMN topic_counts.last_published_on IS 'The day on which it was last written about';
COMMENT ON COLUMN topic_counts.best_assertion_id IS
    'The current best value: the later basis, then more independent origins, then the more precise, then the later vintage';
COMMENT ON COLUMN topic_counts.conflicts IS 'How many pairs of assertions conflict';
COMMENT ON COLUMN topic_counts.contested IS 'How contested the best value is: of the claims that could confirm it, the share that conflicts with it; a claim without a period counts half';
