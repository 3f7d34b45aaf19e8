-- Pairs that a rule may have something to say about; one side of each is fresh. Only equi-joins: on the topic, or on what topics share. Where a body has
-- one number a period every two are judged, where it has many only those that could be one.
CREATE OR REPLACE TEMP TABLE kin AS
SELECT hash(part_key) AS part, hash(whole_key) AS whole, relation, valid_from, valid_to FROM kinship;

-- Of a body and its kin only the topics that those of the fresh assertions can meet are read: a night touches little of what was there before. And only
-- a share of the bodies at a time, so that memory holds their pairs; of a part and its whole the part's share has the pair.
CREATE OR REPLACE TEMP MACRO is_own(body) AS body % getvariable('shares') = getvariable('share');
CREATE OR REPLACE TEMP TABLE fresh_topics AS FROM topic_keys SEMI JOIN fresh USING (topic_number);

-- Topics that a period left open lets meet: undated ones with those of four years about their publication, and with one another, eight years apart at most;
-- and what happened on a day or in a month with what happened in its year.
CREATE OR REPLACE TEMP TABLE open_topics AS
WITH
own AS (
    SELECT *, topic_number IN (SELECT topic_number FROM fresh_topics) AS is_fresh FROM topic_keys SEMI JOIN fresh_topics USING (body, line) WHERE is_own(body)
)
SELECT
    undated.topic_number,
    other.topic_number AS other_topic_number,
    -- whether what is published in that year may be news of the other time; a transfer may be told of again after years
    CASE
        WHEN undated.undated_in = 0 OR other.undated_in IS NOT NULL THEN true
        ELSE coalesce(other.period_start <= make_date(undated.undated_in + 1, 3, 31), true)
            AND coalesce(other.period_end + 366 >= make_date(undated.undated_in, 4, 1), true) END AS is_timely
FROM own AS undated JOIN own AS other USING (body, line)
WHERE undated.undated_in IS NOT NULL AND undated.topic_number <> other.topic_number AND (undated.is_fresh OR other.is_fresh) AND CASE
    -- positions of years are told apart by their years
    WHEN other.undated_in IS NOT NULL
    THEN other.undated_in BETWEEN undated.undated_in + 1 AND undated.undated_in + CASE undated.measure_family WHEN 'position' THEN 1 ELSE 8 END OR undated.undated_in = 0
    ELSE undated.undated_in = 0 OR (
        coalesce(other.period_start < make_date(undated.undated_in + 4, 4, 1), true) AND coalesce(other.period_end >= make_date(undated.undated_in - 4, 4, 1), true)
    ) END
UNION ALL
SELECT event.topic_number, other.topic_number, false
FROM own AS event JOIN own AS other USING (body, line)
WHERE event.measure_family IN ('fine', 'borrowing', 'funding') AND (event.is_fresh OR other.is_fresh) AND is_in_the_year_of(event, other);

-- What stated sums say: the parts and the whole, terms and total, or, where one is taken away, what is left and what was there.
CREATE OR REPLACE TEMP TABLE sum_sides AS
SELECT
    equation_id,
    assertion_id,
    topic_number,
    is_counted_once,
    -- of a third of £45m the £45m is the whole
    CASE WHEN taken > 0 THEN factor > 0 ELSE (factor = 0) <> (count(*) OVER sum = 2 AND max(factor) OVER sum < 0.5) END AS is_whole,
    -- a plan and what came of it may be terms of one sum, and a year and the year before; where all sides are of one kind they are parts, whatever their basis
    coalesce(min(kind) OVER sum = max(kind) OVER sum AND count(topic_number) OVER sum = count(*) OVER sum AND bool_and(is_counted_once) OVER sum, false)
        AND count(*) OVER sum > 2 AS is_of_parts,
    -- a sum and what it grew by are no parts of what it is now
    count(*) OVER sum = 3 AND coalesce(bool_or(kind = 'other') OVER sum, false) AS is_growth
FROM (
    SELECT equation_id, figure_id, factor, abs(factor) = 1 AS is_counted_once, count(*) FILTER (factor < 0) OVER (PARTITION BY equation_id) AS taken
    FROM equation_terms
    UNION ALL
    SELECT equation_id, total_figure_id, 0, true, (SELECT count(*) FROM equation_terms WHERE equation_terms.equation_id = equations.equation_id AND factor < 0)
    FROM equations
)
JOIN (SELECT rowid AS claim_row, figure_id, measure FROM claims) AS claims USING (figure_id)
JOIN sayings USING (claim_row)
LEFT JOIN measure_families USING (measure)
LEFT JOIN (SELECT assertion_id, topic_number FROM assertion_counts) AS counts USING (assertion_id)
WINDOW sum AS (PARTITION BY equation_id);

CREATE OR REPLACE TEMP TABLE near_topics AS
WITH
own AS (FROM fresh_topics WHERE is_own(body)),
related AS (
    SELECT one.topic_number, other.topic_number AS whole_topic_number, is_own(one.body) AS is_part_own
    FROM fresh_topics AS one
    JOIN kin ON part = one.body
    JOIN topic_keys AS other ON other.body = whole AND other.line = one.line AND other.period_start IS NOT DISTINCT FROM one.period_start
        AND other.period_end IS NOT DISTINCT FROM one.period_end AND other.undated_in IS NOT DISTINCT FROM one.undated_in
    UNION
    SELECT other.topic_number, one.topic_number, is_own(other.body)
    FROM fresh_topics AS one
    JOIN kin ON whole = one.body
    JOIN topic_keys AS other ON other.body = part AND other.line = one.line AND other.period_start IS NOT DISTINCT FROM one.period_start
        AND other.period_end IS NOT DISTINCT FROM one.period_end AND other.undated_in IS NOT DISTINCT FROM one.undated_in
),
near AS (
SELECT topic_number FROM own
UNION
SELECT topic_number FROM open_topics
UNION
SELECT other_topic_number FROM open_topics
UNION
SELECT other.topic_number FROM own JOIN topic_keys AS other USING (body, line, period_start)
WHERE own.period_end IS NULL OR other.period_end IS NULL
UNION
-- what is due by a day has the last day of its year here
SELECT other.topic_number
FROM own JOIN topic_keys AS other ON other.body = own.body AND other.line = own.line AND year(other.period_end) = year(own.period_end)
WHERE own.period_start IS NULL OR other.period_start IS NULL
UNION
SELECT topic_number FROM related WHERE is_part_own
UNION
SELECT whole_topic_number FROM related WHERE is_part_own
)
FROM near
UNION
SELECT topic_number FROM sum_sides SEMI JOIN (SELECT equation_id FROM sum_sides SEMI JOIN near USING (topic_number)) AS mine USING (equation_id);

-- Labels as numbers: pairs hold many of them. `unsaid` is for words that nobody asks for while pairs are judged.
CREATE OR REPLACE TEMP TYPE measure_label AS ENUM (SELECT measure FROM measure_families);
CREATE OR REPLACE TEMP TYPE family_label AS ENUM (SELECT DISTINCT family FROM measure_families WHERE family IS NOT NULL);
CREATE OR REPLACE TEMP TYPE kind_label AS ENUM (SELECT DISTINCT kind FROM measure_families);
CREATE OR REPLACE TEMP TYPE basis_label AS ENUM (SELECT basis FROM basis_order);
CREATE OR REPLACE TEMP TYPE bound_label AS ENUM ('exact', 'approximately', 'at_least', 'at_most', 'range');
CREATE OR REPLACE TEMP TYPE unsaid AS ENUM ('GBP', 'EUR', 'USD', 'JPY');

-- All that is said of those topics, with what the rules read of it while they judge: no words, and what is only set against its like as a number.
CREATE OR REPLACE TEMP TABLE sides AS
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

-- Intervals that meet have a bucket in common, on a scale of powers of two.
CREATE OR REPLACE TEMP TABLE bucketed AS
SELECT
    assertion_id, topic_number, every_pair, measure, subject, counterparty_key, amount, low, high, is_fresh, place, bucket(low) AS first_bucket, UNNEST(range(bucket(low), bucket(high) + 1)) AS bucket
FROM sides
-- of what a body has one of, only what is so narrow that chance hardly makes two meet
WHERE is_own AND low IS NOT NULL AND high IS NOT NULL AND (NOT every_pair OR (high - low) * 50 <= amount);

-- What many-valued numbers are for and who is on their other side, a word a row; a word of very many says little. Where nothing is said, those of one size
-- meet: a number that is less than twice another has its power of two, or the next.
CREATE OR REPLACE TEMP TABLE worded AS
FROM (
    SELECT
        assertion_id, topic_number, body, line, is_fresh, place, subject, counterparty_key, amount, low, high,
        UNNEST(list_concat(
            CASE WHEN subject IS NULL THEN [size::UBIGINT, (size + 1)::UBIGINT] ELSE list_transform(string_split(subject, ' '), lambda word: hash(word)) END,
            CASE WHEN counterparty_key IS NULL THEN [] ELSE [hash(counterparty_key)] END
        )) AS word
    FROM (SELECT *, bucket(abs(size_of(sides))) AS size FROM sides)
    WHERE is_own AND NOT every_pair AND (NOT is_item OR row_label IS NULL)
)
QUALIFY count(*) OVER (PARTITION BY body, line, word) <= 50;

-- What is a part of a whole is one wherever either is printed: a twin has the number of one.
CREATE OR REPLACE TEMP TABLE twins AS
SELECT own.assertion_id, twin.assertion_id AS twin_id, own.topic_number, twin.topic_number AS other_topic_number
FROM (FROM sides SEMI JOIN sum_sides USING (assertion_id)) AS own
JOIN sides AS twin USING (body, line, organisation_key, kind, amount)
WHERE twin.assertion_id <> own.assertion_id AND coalesce(twin.counterparty_key = own.counterparty_key, true);

CREATE OR REPLACE TEMP TABLE meant AS
WITH
told AS (
    SELECT equation_id, assertion_id, is_counted_once, is_whole, is_of_parts, is_growth, false AS is_twin FROM sum_sides
    UNION
    SELECT equation_id, twin_id, is_counted_once, is_whole, is_of_parts, is_growth, true
    FROM sum_sides
    JOIN (
        FROM twins WHERE topic_number = other_topic_number
        UNION ALL
        FROM twins SEMI JOIN (
            SELECT topic_number, other_topic_number FROM open_topics UNION ALL SELECT other_topic_number, topic_number FROM open_topics
        ) AS opened USING (topic_number, other_topic_number)
    ) AS twins USING (assertion_id)
    UNION
    -- and the whole may be rounded
    SELECT equation_id, twin.assertion_id, is_counted_once, true, is_of_parts, is_growth, true
    FROM (SELECT sum_sides.* EXCLUDE (topic_number), sides.* EXCLUDE (assertion_id) FROM sum_sides JOIN sides USING (assertion_id) WHERE is_whole) AS own
    JOIN sides AS twin USING (topic_number, organisation_key, kind)
    WHERE twin.assertion_id <> own.assertion_id AND could_be_one(own, twin) AND (own.one_per_period OR alike(own.subject, twin.subject))
        AND coalesce(twin.counterparty_key = own.counterparty_key, true)
)
SELECT
    told.*, place, is_own, is_fresh, kind, measure_family, currency, basis, one_per_period, organisation_key, is_item, period_start, period_end, subject, published_on,
    wholes
FROM told
JOIN (SELECT equation_id, count_if(is_whole) AS wholes FROM sum_sides GROUP BY equation_id) AS counted USING (equation_id)
JOIN sides USING (assertion_id);

-- The parts and the whole of those sums; and a difference that the text calls an overspend or a shortfall beside what it is the difference of.
CREATE OR REPLACE TEMP TABLE summed AS
SELECT DISTINCT p.assertion_id AS part, w.assertion_id AS whole, p.place < w.place AS part_first, 'sum' AS relation
FROM meant AS p
JOIN meant AS w USING (equation_id)
WHERE p.is_own AND w.is_whole AND NOT p.is_whole AND p.assertion_id <> w.assertion_id AND p.wholes = 1 AND (p.is_fresh OR w.is_fresh)
    AND NOT (p.is_twin AND w.is_twin)
    AND w.kind = p.kind AND w.currency = p.currency
    AND (
        (NOT p.one_per_period AND p.is_of_parts AND coalesce(p.period_start <= w.period_end, true) AND coalesce(w.period_start <= p.period_end, true))
        OR (w.basis IS NOT DISTINCT FROM p.basis AND coalesce(w.period_start = p.period_start AND w.period_end = p.period_end, true)))
    -- what a body's one number grew by is no second part of it
    AND (p.organisation_key <> w.organisation_key OR p.is_item OR NOT p.one_per_period OR NOT p.is_counted_once
        OR (p.period_start IS NOT NULL AND w.period_start IS NULL))
    AND NOT p.is_growth
    -- what was so much then and is more now
    AND NOT ((p.is_twin OR w.is_twin) AND alike(p.subject, w.subject) AND coalesce(abs(p.published_on - w.published_on) > 60, true))
UNION
SELECT DISTINCT v.assertion_id, t.assertion_id, v.place < t.place, 'variance'
FROM meant AS v
JOIN meant AS t USING (equation_id)
WHERE v.is_own AND v.kind = 'variance' AND t.measure_family <> 'position' AND NOT v.is_twin AND NOT t.is_twin AND (v.is_fresh OR t.is_fresh);

-- What is no two numbers for one thing: a part and its whole, and two parts of one whole.
CREATE OR REPLACE TEMP TABLE apart AS
SELECT part AS one, whole AS other FROM summed
UNION
SELECT whole, part FROM summed
UNION
SELECT l.assertion_id, r.assertion_id
FROM sum_sides AS l JOIN sum_sides AS r USING (equation_id)
WHERE l.is_of_parts AND NOT l.is_whole AND NOT r.is_whole AND l.assertion_id <> r.assertion_id;

-- Those of topics whose period is open, beside each topic that they can meet: before they meet it, else all that is of one number would be joined first.
CREATE OR REPLACE TEMP TABLE opened AS
SELECT
    other_topic_number, is_timely AND every_pair AS meets_all, assertion_id, place, is_fresh, measure_family, amount, low, high, counterparty_key, period_start,
    period_end, published_on
FROM sides JOIN open_topics USING (topic_number);

CREATE OR REPLACE TEMP TABLE candidates AS
WITH
one_number AS (
    SELECT l.assertion_id AS one, l.place AS one_place, r.assertion_id AS other, r.place AS other_place
    FROM opened AS l
    JOIN sides AS r ON r.topic_number = l.other_topic_number
    WHERE meets_all AND (l.is_fresh OR r.is_fresh)
        AND (coalesce(l.amount = r.amount, false) OR could_be_one(l, r) OR is_timely(l, r) OR is_one_transfer(l, r))
),
one_of_many AS (
    SELECT l.assertion_id AS one, l.place AS one_place, r.assertion_id AS other, r.place AS other_place
    FROM bucketed AS l JOIN bucketed AS r USING (topic_number, bucket)
    WHERE NOT l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.place < r.place AND l.low <= r.high AND r.low <= l.high AND bucket = greatest(l.first_bucket, r.first_bucket)
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM sides AS l JOIN sides AS r USING (topic_number, amount)
    WHERE l.is_own AND NOT l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.place < r.place
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM sides AS l JOIN sides AS r USING (topic_number, row_label)
    WHERE l.is_own AND NOT l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.place < r.place
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM worded AS l JOIN worded AS r USING (body, line, word)
    WHERE (l.is_fresh OR r.is_fresh) AND l.place < r.place
        AND (alike(l.subject, r.subject) OR l.counterparty_key = r.counterparty_key OR (coalesce(l.subject, r.subject) IS NULL AND is_less_than_times(l, r, 2)))
        AND (l.topic_number = r.topic_number
            OR (l.topic_number, r.topic_number) IN (SELECT (topic_number, other_topic_number) FROM open_topics)
            OR (r.topic_number, l.topic_number) IN (SELECT (topic_number, other_topic_number) FROM open_topics))
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM opened AS l
    JOIN sides AS r ON r.topic_number = l.other_topic_number AND r.amount = l.amount
    WHERE NOT meets_all AND (l.is_fresh OR r.is_fresh)
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM (SELECT bucketed.*, other_topic_number FROM bucketed JOIN (SELECT assertion_id, other_topic_number FROM opened WHERE NOT meets_all) USING (assertion_id)) AS l
    JOIN bucketed AS r ON r.topic_number = l.other_topic_number AND r.bucket = l.bucket
    WHERE (l.is_fresh OR r.is_fresh) AND (could_be_one(l, r) OR (l.measure = 'fine' AND could_be_one_payment(l, r))) AND l.bucket = greatest(l.first_bucket, r.first_bucket)
),
-- both begin on one day, and one end is open; both end on one day, and one beginning is open
half_open AS (
    SELECT l.assertion_id AS one, l.place AS one_place, r.assertion_id AS other, r.place AS other_place
    FROM sides AS l JOIN sides AS r USING (body, line, period_start)
    WHERE l.is_own AND l.period_end IS NULL AND r.period_end IS NOT NULL AND (l.is_fresh OR r.is_fresh)
        AND (l.every_pair OR l.amount = r.amount OR (l.low <= r.high AND r.low <= l.high))
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM sides AS l JOIN sides AS r USING (body, line, period_end)
    WHERE l.is_own AND l.period_start IS NULL AND r.period_start IS NOT NULL AND (l.is_fresh OR r.is_fresh)
        AND (l.every_pair OR l.amount = r.amount OR (l.low <= r.high AND r.low <= l.high))
),
met AS (
    SELECT CASE WHEN one_place < other_place THEN one ELSE other END AS left_assertion_id,
        CASE WHEN one_place < other_place THEN other ELSE one END AS right_assertion_id
    FROM (FROM one_number UNION ALL FROM half_open)
    UNION ALL
    SELECT DISTINCT CASE WHEN one_place < other_place THEN one ELSE other END, CASE WHEN one_place < other_place THEN other ELSE one END FROM one_of_many
),
related AS (
    SELECT part.assertion_id AS part, whole.assertion_id AS whole, min(relation) AS relation, any_value(part.place < whole.place) AS part_first
    FROM sides AS part
    JOIN kin ON part = part.body
    JOIN sides AS whole ON whole.body = kin.whole AND whole.line = part.line AND whole.kind = part.kind
        AND whole.period_start = part.period_start AND whole.period_end = part.period_end
    WHERE part.is_own AND part.every_pair AND (part.is_fresh OR whole.is_fresh)
        AND coalesce(valid_from <= part.period_end, true) AND coalesce(valid_to >= part.period_start, true)
    GROUP BY part.assertion_id, whole.assertion_id
    UNION ALL
    -- one document that leaves both times open speaks of one
    SELECT part.assertion_id, whole.assertion_id, min(relation), any_value(part.place < whole.place)
    FROM sides AS part
    JOIN kin ON part = part.body
    JOIN sides AS whole ON whole.body = kin.whole AND whole.line = part.line AND whole.kind = part.kind AND whole.document_id = part.document_id
    WHERE part.is_own AND part.every_pair AND (part.is_fresh OR whole.is_fresh) AND part.undated_in IS NOT NULL AND whole.undated_in IS NOT NULL
        AND coalesce(valid_from <= part.published_on, true) AND coalesce(valid_to >= part.published_on, true)
    GROUP BY part.assertion_id, whole.assertion_id
)
SELECT left_assertion_id, right_assertion_id, 'one thing' AS relation, NULL AS part
FROM met
ANTI JOIN apart ON apart.one = left_assertion_id AND apart.other = right_assertion_id
UNION ALL
SELECT CASE WHEN part_first THEN part ELSE whole END, CASE WHEN part_first THEN whole ELSE part END, relation, CASE WHEN part_first THEN 'left' ELSE 'right' END
FROM (FROM summed UNION ALL BY NAME FROM related ANTI JOIN summed USING (part, whole));

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
        row_label: row_label, counterparty_key: counterparty_key, table_key: table_key, is_item: is_item, finality: finality, subject: subject,
        document_id: document_id, story: story, publisher: publisher, published_on: published_on, currency: NULL::unsaid,
        organisation_key: NULL::unsaid, organisation_name: NULL::unsaid, period_label: NULL::unsaid, said: NULL::unsaid, printed_by: NULL::unsaid
    } AS side
FROM sides;

-- Every two of a topic of which a body has one number; and the candidates.
CREATE OR REPLACE TEMP VIEW found AS
SELECT l.assertion_id AS left_assertion_id, r.assertion_id AS right_assertion_id, 'one thing' AS relation, NULL AS part, l.side AS l, r.side AS r
FROM told_sides AS l
JOIN told_sides AS r USING (topic_number)
ANTI JOIN apart ON apart.one = l.assertion_id AND apart.other = r.assertion_id
WHERE l.is_own AND l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.place < r.place
UNION ALL
SELECT left_assertion_id, right_assertion_id, relation, part, l.side, r.side
FROM candidates
JOIN told_sides AS l ON l.assertion_id = left_assertion_id
JOIN told_sides AS r ON r.assertion_id = right_assertion_id;
