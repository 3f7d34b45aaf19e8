-- Labels as numbers: pairs hold many of them. `unsaid` is for words that nobody asks for while pairs are judged.
CREATE OR REPLACE TEMP TYPE measure_label AS ENUM (SELECT measure FROM measure_families);
CREATE OR REPLACE TEMP TYPE family_label AS ENUM (SELECT DISTINCT family FROM measure_families WHERE family IS NOT NULL);
CREATE OR REPLACE TEMP TYPE kind_label AS ENUM (SELECT DISTINCT kind FROM measure_families);
CREATE OR REPLACE TEMP TYPE basis_label AS ENUM (SELECT basis FROM basis_order);
CREATE OR REPLACE TEMP TYPE bound_label AS ENUM ('exact', 'approximately', 'at_least', 'at_most', 'range');
CREATE OR REPLACE TEMP TYPE unsaid AS ENUM ('GBP', 'EUR', 'USD', 'JPY');

-- All that is said of those topics, with what the rules read of it while they judge: no words, and what is only set against its like as a number.
CREATE OR REPLACE TEMP VIEW heard_sides AS
SELECT
    assertion_id,
    topic_number,
    hash(body_key) AS body,
    is_own(body) AS is_own,
    hash(measure_family, currency) AS line,
    place(counts.published_on, document_order, claim_row) AS place,
    fresh.assertion_id IS NOT NULL AS is_fresh,
    every_pair,
    organisation_key,
    undated_in,
    measure::measure_label AS measure,
    measure_family::family_label AS measure_family,
    kind::kind_label AS kind,
    direction,
    one_per_period,
    basis::basis_label AS basis,
    certainty,
    period_start,
    period_end,
    currency,
    per,
    bound::bound_label AS bound,
    amount,
    low,
    high,
    row_label,
    counterparty_key,
    table_key,
    is_item,
    finality,
    subject,
    hash(document_id) AS document_id,
    story,
    CASE WHEN publisher IS NOT NULL THEN hash(publisher) END AS publisher,
    counts.published_on,
    last_published_on,
    claims,
    stories,
    origins,
    counts.is_superseded
FROM (FROM assertion_counts SEMI JOIN near_topics USING (topic_number)) AS counts
JOIN described('printed_claims') USING (claim_row)
LEFT JOIN (SELECT assertion_id FROM fresh) AS fresh USING (assertion_id);

CREATE OR REPLACE TEMP TABLE sides AS FROM with_places('heard_sides');

-- What the rules read of a side while they judge; nobody asks for words yet.
CREATE OR REPLACE TEMP VIEW told_sides AS
SELECT
    assertion_id,
    topic_number,
    place,
    is_own,
    is_fresh,
    every_pair,
    {
        assertion_id: assertion_id, measure: measure, measure_family: measure_family, kind: kind, direction: direction, one_per_period: one_per_period,
        basis: basis, certainty: certainty, period_start: period_start, period_end: period_end, per: per, bound: bound, amount: amount, low: low, high: high,
        ticks: ticks, digit_place: digit_place, slack: slack, loose_slack: loose_slack,
        row_label: row_label, counterparty_key: counterparty_key, table_key: table_key, is_item: is_item, finality: finality, subject: subject,
        document_id: document_id, story: story, publisher: publisher, published_on: published_on, currency: NULL::unsaid,
        organisation_key: NULL::unsaid, organisation_name: NULL::unsaid, period_label: NULL::unsaid, said: NULL::unsaid, printed_by: NULL::unsaid
    } AS side
FROM sides;
