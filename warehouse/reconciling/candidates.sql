-- Pairs that a rule may have something to say about; one side of each is fresh. Only equi-joins: on the topic, or on what topics share. Where a body has
-- one number a period every two are judged, where it has many only those that could be one.
CREATE OR REPLACE TEMP TABLE rooms AS
WITH own AS (SELECT DISTINCT body_key, measure_family, currency FROM fresh)
FROM own
UNION
SELECT whole_key, measure_family, currency FROM own JOIN kinship ON part_key = body_key
UNION
SELECT part_key, measure_family, currency FROM own JOIN kinship ON whole_key = body_key;

INSERT INTO assertions BY NAME FROM fresh;

-- Of a whole room only the topics that those of the fresh assertions can meet are read: a night touches little of what was there before.
CREATE OR REPLACE TEMP TABLE room_topics AS
SELECT DISTINCT topic_id, body_key, measure_family, currency, period_start, period_end, undated_in, fresh.topic_id IS NOT NULL AS is_fresh
FROM assertions
SEMI JOIN rooms USING (body_key, measure_family, currency)
LEFT JOIN (SELECT DISTINCT topic_id FROM fresh) AS fresh USING (topic_id);

-- Topics that a period left open lets meet: undated ones with those of four years about their publication, and with one another, eight years apart at most;
-- and what happened on a day or in a month with what happened in its year.
CREATE OR REPLACE TEMP TABLE open_topics AS
SELECT DISTINCT undated.topic_id, other.topic_id AS other_topic_id
FROM room_topics AS undated JOIN room_topics AS other USING (body_key, measure_family, currency)
WHERE undated.undated_in IS NOT NULL AND undated.topic_id <> other.topic_id AND (undated.is_fresh OR other.is_fresh) AND CASE
    WHEN other.undated_in IS NOT NULL THEN other.undated_in BETWEEN undated.undated_in + 1 AND undated.undated_in + 8 OR undated.undated_in = 0
    ELSE undated.undated_in = 0 OR (
        coalesce(other.period_start < make_date(undated.undated_in + 4, 4, 1), true) AND coalesce(other.period_end >= make_date(undated.undated_in - 4, 4, 1), true)
    ) END
UNION ALL
SELECT inner_topic.topic_id, outer_topic.topic_id
FROM room_topics AS inner_topic JOIN room_topics AS outer_topic USING (body_key, measure_family, currency)
WHERE measure_family IN ('fine', 'borrowing', 'funding') AND (inner_topic.is_fresh OR outer_topic.is_fresh) AND is_in_the_year_of(inner_topic, outer_topic);

CREATE OR REPLACE TEMP TABLE near_topics AS
WITH fresh_topics AS (FROM room_topics WHERE is_fresh)
SELECT topic_id FROM fresh_topics
UNION
SELECT topic_id FROM open_topics
UNION
SELECT other_topic_id FROM open_topics
UNION
SELECT other.topic_id FROM fresh_topics JOIN room_topics AS other USING (body_key, measure_family, currency, period_start)
WHERE fresh_topics.period_end IS NULL OR other.period_end IS NULL
UNION
SELECT other.topic_id FROM fresh_topics JOIN room_topics AS other USING (body_key, measure_family, currency, period_end)
WHERE fresh_topics.period_start IS NULL OR other.period_start IS NULL
UNION
SELECT other.topic_id
FROM fresh_topics
JOIN (SELECT part_key AS body_key, whole_key AS other_key FROM kinship UNION SELECT whole_key, part_key FROM kinship) AS kin USING (body_key)
JOIN room_topics AS other ON other.body_key = other_key AND other.measure_family = fresh_topics.measure_family AND other.currency = fresh_topics.currency
    AND ((other.period_start = fresh_topics.period_start AND other.period_end = fresh_topics.period_end) OR other.undated_in = fresh_topics.undated_in);

CREATE OR REPLACE TEMP TABLE near AS
WITH placed AS (
    SELECT assertion_id, row_number() OVER (ORDER BY published_on NULLS LAST, document_name, document_id, story, start_char) AS place
    FROM assertions SEMI JOIN near_topics USING (topic_id)
)
SELECT
    assertion_id,
    topic_id,
    body_key,
    measure_family,
    currency,
    kind,
    basis,
    every_pair,
    one_per_period,
    organisation_key,
    counterparty_key,
    period_start,
    period_end,
    undated_in,
    published_on,
    document_id,
    amount,
    low,
    high,
    row_label,
    is_item,
    subject,
    fresh.assertion_id IS NOT NULL AS is_fresh,
    place
FROM assertions
JOIN placed USING (assertion_id)
LEFT JOIN (SELECT assertion_id FROM fresh) AS fresh USING (assertion_id);

-- Intervals that meet have a bucket in common, on a scale of powers of two.
CREATE OR REPLACE TEMP TABLE bucketed AS
SELECT assertion_id, topic_id, amount, low, high, is_fresh, place, bucket(low) AS first_bucket, UNNEST(range(bucket(low), bucket(high) + 1)) AS bucket
FROM near
WHERE NOT every_pair AND low IS NOT NULL AND high IS NOT NULL;

-- What many-valued numbers are for and who is on their other side, a word a row; a word of very many says little. Where nothing is said, those of one size
-- meet: a number that is less than twice another has its power of two, or the next.
CREATE OR REPLACE TEMP TABLE worded AS
FROM (
    SELECT
        assertion_id, topic_id, body_key, measure_family, currency, undated_in, is_fresh, place, subject, counterparty_key, amount, low, high,
        UNNEST(list_concat(
            CASE WHEN subject IS NULL THEN ['#' || size, '#' || (size + 1)] ELSE string_split(subject, ' ') END, [counterparty_key]
        )) AS word
    FROM (SELECT *, bucket(size_of(near)) AS size FROM near)
    WHERE NOT every_pair AND (NOT is_item OR row_label IS NULL)
)
QUALIFY count(*) OVER (PARTITION BY body_key, measure_family, currency, word) <= 50;

-- The parts and the whole of stated sums: terms and total, or, where one is taken away, what is left and what was there; and a difference that the text calls
-- an overspend or a shortfall beside what it is the difference of. What is a part of a whole is one wherever either is printed: a twin has the number of one.
CREATE OR REPLACE TEMP TABLE sum_sides AS
WITH
side AS (
    SELECT equation_id, figure_id, factor, abs(factor) = 1 AS is_counted_once, count(*) FILTER (factor < 0) OVER (PARTITION BY equation_id) AS taken FROM equation_terms
    UNION ALL
    SELECT equation_id, total_figure_id, 0, true, (SELECT count(*) FROM equation_terms WHERE equation_terms.equation_id = equations.equation_id AND factor < 0)
    FROM equations
),
said AS (SELECT side.*, claim_assertions.assertion_id FROM side JOIN claim_assertions USING (figure_id))
SELECT
    equation_id,
    assertion_id,
    is_counted_once,
    -- of a third of £45m the £45m is the whole
    CASE WHEN taken > 0 THEN factor > 0 ELSE (factor = 0) <> (count(*) OVER sum = 2 AND max(factor) OVER sum < 0.5) END AS is_whole,
    -- a plan and what came of it may be terms of one sum, and a year and the year before; where all sides are of one kind they are parts, whatever their basis
    coalesce(min(kind) OVER sum = max(kind) OVER sum AND count(kind) OVER sum = count(*) OVER sum AND bool_and(is_counted_once) OVER sum, false)
        AND count(*) OVER sum > 2 AS is_of_parts
FROM said
SEMI JOIN (FROM said SEMI JOIN near USING (assertion_id)) AS near_sums USING (equation_id)
LEFT JOIN assertions USING (assertion_id)
WINDOW sum AS (PARTITION BY equation_id);

CREATE OR REPLACE TEMP TABLE summed AS
WITH
meant AS (
    SELECT *, false AS is_twin FROM sum_sides
    UNION
    SELECT equation_id, twin.assertion_id, is_counted_once, is_whole, is_of_parts, true
    FROM sum_sides
    JOIN near AS own USING (assertion_id)
    JOIN near AS twin USING (organisation_key, measure_family, currency, kind, amount)
    WHERE twin.assertion_id <> own.assertion_id AND coalesce(twin.counterparty_key = own.counterparty_key, true)
        AND (twin.topic_id = own.topic_id OR (twin.topic_id, own.topic_id) IN (SELECT (topic_id, other_topic_id) FROM open_topics)
            OR (own.topic_id, twin.topic_id) IN (SELECT (topic_id, other_topic_id) FROM open_topics))
)
SELECT DISTINCT part.assertion_id AS part, whole.assertion_id AS whole, p.place < w.place AS part_first, 'sum' AS relation
FROM meant AS part
JOIN meant AS whole USING (equation_id)
JOIN near AS p ON p.assertion_id = part.assertion_id
JOIN near AS w ON w.assertion_id = whole.assertion_id AND w.kind = p.kind AND w.currency = p.currency
    AND (
        (NOT p.one_per_period AND part.is_of_parts AND coalesce(p.period_start <= w.period_end, true) AND coalesce(w.period_start <= p.period_end, true))
        OR (w.basis IS NOT DISTINCT FROM p.basis AND coalesce(w.period_start = p.period_start AND w.period_end = p.period_end, true)))
    -- what a body's one number grew by is no second part of it
    AND (p.organisation_key <> w.organisation_key OR p.is_item OR NOT p.one_per_period OR NOT part.is_counted_once)
WHERE whole.is_whole AND NOT part.is_whole AND part.assertion_id <> whole.assertion_id AND NOT (part.is_twin AND whole.is_twin)
    -- what was so much then and is more now
    AND NOT ((part.is_twin OR whole.is_twin) AND alike(p.subject, w.subject) AND coalesce(abs(p.published_on - w.published_on) > 60, true))
    AND (p.is_fresh OR w.is_fresh)
    AND 1 = (SELECT count(*) FROM sum_sides WHERE sum_sides.equation_id = part.equation_id AND is_whole)
UNION
SELECT DISTINCT variance.assertion_id, term.assertion_id, v.place < t.place, 'variance'
FROM sum_sides AS variance
JOIN sum_sides AS term USING (equation_id)
JOIN near AS v ON v.assertion_id = variance.assertion_id AND v.kind = 'variance'
JOIN near AS t ON t.assertion_id = term.assertion_id AND t.measure_family <> 'position'
WHERE v.is_fresh OR t.is_fresh;

CREATE OR REPLACE TEMP TABLE candidates AS
WITH
-- before it meets the other side: else all that is of one number would be joined first; positions of years are told apart by their years
opened AS MATERIALIZED (
    SELECT near.*, other_topic_id
    FROM near JOIN open_topics USING (topic_id)
    SEMI JOIN (
        SELECT u.topic_id, o.topic_id AS other_topic_id
        FROM open_topics JOIN room_topics AS u USING (topic_id) JOIN room_topics AS o ON o.topic_id = other_topic_id
        WHERE o.undated_in IS NULL OR u.undated_in = 0 OR o.undated_in = u.undated_in + 1 OR u.measure_family <> 'position'
    ) AS close USING (topic_id, other_topic_id)
),
opened_buckets AS MATERIALIZED (SELECT bucketed.*, other_topic_id FROM bucketed JOIN (SELECT assertion_id, other_topic_id FROM opened) USING (assertion_id)),
met AS (
    SELECT l.assertion_id AS one, r.assertion_id AS other, l.place < r.place AS in_order
    FROM near AS l JOIN near AS r USING (topic_id)
    WHERE l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.assertion_id < r.assertion_id
    UNION ALL
    (
        SELECT l.assertion_id, r.assertion_id, l.place < r.place
        FROM bucketed AS l JOIN bucketed AS r USING (topic_id, bucket)
        WHERE (l.is_fresh OR r.is_fresh) AND l.assertion_id < r.assertion_id AND l.low <= r.high AND r.low <= l.high
            AND bucket = greatest(l.first_bucket, r.first_bucket)
        UNION
        SELECT l.assertion_id, r.assertion_id, l.place < r.place
        FROM near AS l JOIN near AS r USING (topic_id, amount)
        WHERE NOT l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.assertion_id < r.assertion_id
        UNION
        SELECT l.assertion_id, r.assertion_id, l.place < r.place
        FROM near AS l JOIN near AS r USING (topic_id, row_label)
        WHERE NOT l.every_pair AND (l.is_fresh OR r.is_fresh) AND l.assertion_id < r.assertion_id
        UNION
        SELECT l.assertion_id, r.assertion_id, l.place < r.place
        FROM worded AS l JOIN worded AS r USING (body_key, measure_family, currency, word)
        WHERE (l.is_fresh OR r.is_fresh) AND l.assertion_id < r.assertion_id
            AND (alike(l.subject, r.subject) OR l.counterparty_key = r.counterparty_key
                OR (coalesce(l.subject, r.subject) IS NULL AND is_less_than_times(l, r, 2)))
            AND (l.topic_id = r.topic_id OR (l.topic_id, r.topic_id) IN (SELECT (topic_id, other_topic_id) FROM open_topics)
                OR (r.topic_id, l.topic_id) IN (SELECT (topic_id, other_topic_id) FROM open_topics))
        UNION
        SELECT least(l.assertion_id, r.assertion_id), greatest(l.assertion_id, r.assertion_id), (l.place < r.place) = (l.assertion_id < r.assertion_id)
        FROM opened AS l
        JOIN near AS r ON r.topic_id = l.other_topic_id AND r.amount = l.amount
        WHERE NOT l.every_pair AND (l.is_fresh OR r.is_fresh)
        UNION
        SELECT least(l.assertion_id, r.assertion_id), greatest(l.assertion_id, r.assertion_id), (l.place < r.place) = (l.assertion_id < r.assertion_id)
        FROM opened_buckets AS l
        JOIN bucketed AS r ON r.topic_id = l.other_topic_id AND r.bucket = l.bucket
        WHERE (l.is_fresh OR r.is_fresh) AND could_be_one(l, r) AND l.bucket = greatest(l.first_bucket, r.first_bucket)
    )
    UNION ALL
    -- both begin on one day, and one end is open; both end on one day, and one beginning is open
    SELECT l.assertion_id, r.assertion_id, l.place < r.place
    FROM near AS l JOIN near AS r USING (body_key, measure_family, currency, period_start)
    WHERE l.period_end IS NULL AND r.period_end IS NOT NULL AND (l.is_fresh OR r.is_fresh)
        AND (l.every_pair OR l.amount = r.amount OR (l.low <= r.high AND r.low <= l.high))
    UNION ALL
    SELECT l.assertion_id, r.assertion_id, l.place < r.place
    FROM near AS l JOIN near AS r USING (body_key, measure_family, currency, period_end)
    WHERE l.period_start IS NULL AND r.period_start IS NOT NULL AND (l.is_fresh OR r.is_fresh)
        AND (l.every_pair OR l.amount = r.amount OR (l.low <= r.high AND r.low <= l.high))
    UNION ALL
    SELECT l.assertion_id, r.assertion_id, l.place < r.place
    FROM opened AS l
    JOIN near AS r ON r.topic_id = l.other_topic_id
    WHERE l.every_pair AND (l.is_fresh OR r.is_fresh) AND (coalesce(l.amount = r.amount, false) OR could_be_one(l, r) OR is_timely(l, r) OR is_one_transfer(l, r))
),
kin AS (
    SELECT part.assertion_id AS part, whole.assertion_id AS whole, min(relation) AS relation, any_value(part.place < whole.place) AS part_first
    FROM near AS part
    JOIN kinship ON part_key = part.body_key
    JOIN near AS whole ON whole.body_key = whole_key AND whole.measure_family = part.measure_family AND whole.currency = part.currency
        AND whole.kind = part.kind AND whole.period_start = part.period_start AND whole.period_end = part.period_end
    WHERE part.every_pair AND (part.is_fresh OR whole.is_fresh)
        AND coalesce(valid_from <= part.period_end, true) AND coalesce(valid_to >= part.period_start, true)
    GROUP BY part.assertion_id, whole.assertion_id
    UNION ALL
    -- one document that leaves both times open speaks of one
    SELECT part.assertion_id, whole.assertion_id, min(relation), any_value(part.place < whole.place)
    FROM near AS part
    JOIN kinship ON part_key = part.body_key
    JOIN near AS whole ON whole.body_key = whole_key AND whole.measure_family = part.measure_family AND whole.currency = part.currency
        AND whole.kind = part.kind AND whole.document_id = part.document_id
    WHERE part.every_pair AND (part.is_fresh OR whole.is_fresh) AND part.undated_in IS NOT NULL AND whole.undated_in IS NOT NULL
        AND coalesce(valid_from <= part.published_on, true) AND coalesce(valid_to >= part.published_on, true)
    GROUP BY part.assertion_id, whole.assertion_id
),
sums AS (FROM summed),
-- two parts of one whole are not one another
siblings AS (
    SELECT DISTINCT l.assertion_id AS term, r.assertion_id AS other_term
    FROM sum_sides AS l JOIN sum_sides AS r USING (equation_id)
    WHERE l.is_of_parts AND NOT l.is_whole AND NOT r.is_whole AND l.assertion_id < r.assertion_id
)
SELECT
    CASE WHEN in_order THEN one ELSE other END AS left_assertion_id,
    CASE WHEN in_order THEN other ELSE one END AS right_assertion_id,
    'one thing' AS relation,
    NULL AS part
FROM met
ANTI JOIN sums ON least(part, whole) = least(one, other) AND greatest(part, whole) = greatest(one, other)
ANTI JOIN siblings ON term = least(one, other) AND other_term = greatest(one, other)
UNION ALL
SELECT CASE WHEN part_first THEN part ELSE whole END, CASE WHEN part_first THEN whole ELSE part END, relation, CASE WHEN part_first THEN 'left' ELSE 'right' END
FROM sums
UNION ALL
SELECT CASE WHEN part_first THEN part ELSE whole END, CASE WHEN part_first THEN whole ELSE part END, relation, CASE WHEN part_first THEN 'left' ELSE 'right' END
FROM kin
ANTI JOIN sums USING (part, whole);

-- What the rules read of the sides while they judge: no words, and what is only set against its like as a number.
CREATE OR REPLACE TEMP TABLE judged_sides AS
SELECT
    assertion_id, measure, measure_family, kind, direction, one_per_period, basis, certainty, period_start, period_end, per, bound, amount, low, high, row_label,
    counterparty_key, CASE WHEN table_key IS NOT NULL THEN hash(table_key) END AS table_key, is_item, finality, subject, hash(document_id) AS document_id, story,
    CASE WHEN publisher IS NOT NULL THEN hash(publisher) END AS publisher, published_on,
    NULL::VARCHAR AS organisation_key, NULL::VARCHAR AS organisation_name, NULL::VARCHAR AS period_label, NULL::VARCHAR AS currency, NULL::VARCHAR AS said,
    NULL::VARCHAR AS printed_by
FROM assertions
SEMI JOIN (SELECT left_assertion_id AS assertion_id FROM candidates UNION SELECT right_assertion_id FROM candidates) AS sides USING (assertion_id);

-- Joined once, as a table: were it a view, what a rule asks of both sides would be taken for a way to join all sides with one another.
CREATE OR REPLACE TEMP TABLE pairs AS FROM pairs_among('candidates', 'judged_sides');

CREATE OR REPLACE TEMP TABLE proposals (
    left_assertion_id UBIGINT,
    right_assertion_id UBIGINT,
    verdict VARCHAR,
    gap DECIMAL(28, 4),
    rule VARCHAR
);
