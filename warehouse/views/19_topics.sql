CREATE VIEW topics AS
SELECT
    best.topic_id,
    topic_title(best) AS title,
    best.organisation_name AS organisation,
    best.measure,
    CASE WHEN is_dated(best) THEN best.period_label END AS period_label,
    best.period_start,
    best.period_end,
    best.currency,
    counts.claims,
    counts.stories,
    counts.assertions,
    first_published_on,
    counts.last_published_on,
    best_assertion_id,
    best.origins,
    conflicts,
    contested,
    best.body_key,
    best.measure_family
FROM topic_counts AS counts
JOIN assertions AS best ON best.assertion_id = best_assertion_id;

COMMENT ON VIEW topics IS 'What claims are about: one row an organisation, family of measures, period and currency.';
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
