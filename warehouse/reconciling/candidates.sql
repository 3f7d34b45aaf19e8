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

CREATE OR REPLACE TEMP TABLE near AS
SELECT
    assertion_id,
    topic_id,
    body_key,
    measure_family,
    currency,
    kind,
    basis,
    every_pair,
    period_start,
    period_end,
    undated_in,
    published_on,
    amount,
    low,
    high,
    row_label,
    fresh.assertion_id IS NOT NULL AS is_fresh,
    row_number() OVER (ORDER BY published_on NULLS LAST, document_name, document_id, story, start_char) AS place
FROM assertions
SEMI JOIN rooms USING (body_key, measure_family, currency)
LEFT JOIN (SELECT assertion_id FROM fresh) AS fresh USING (assertion_id);

-- Topics that a period left open lets meet: undated ones with those of the time in which they were published, and with one another, a year apart at most.
CREATE OR REPLACE TEMP TABLE open_topics AS
WITH topic AS (SELECT DISTINCT topic_id, body_key, measure_family, currency, period_start, period_end, undated_in FROM near)
SELECT undated.topic_id, other.topic_id AS other_topic_id
FROM topic AS undated JOIN topic AS other USING (body_key, measure_family, currency)
WHERE undated.undated_in IS NOT NULL AND undated.topic_id <> other.topic_id AND CASE
    WHEN other.undated_in IS NOT NULL THEN other.undated_in = undated.undated_in + 1 OR undated.undated_in = 0
    ELSE undated.undated_in = 0 OR (
        coalesce(other.period_start < make_date(undated.undated_in + 1, 4, 1), true) AND coalesce(other.period_end + 366 >= make_date(undated.undated_in, 4, 1), true)
    ) END;

-- Intervals that meet have a bucket in common, on a scale of powers of two.
CREATE OR REPLACE TEMP TABLE bucketed AS
SELECT assertion_id, topic_id, low, high, is_fresh, place, bucket(low) AS first_bucket, UNNEST(range(bucket(low), bucket(high) + 1)) AS bucket
FROM near
WHERE NOT every_pair AND low IS NOT NULL AND high IS NOT NULL;

-- The parts and the whole of the stated sums that the new claims are in: terms and total, or, where one is taken away, what is left and what was there.
CREATE OR REPLACE TEMP TABLE summed AS
WITH
side AS (
    SELECT equation_id, figure_id, factor, count(*) FILTER (factor < 0) OVER (PARTITION BY equation_id) AS taken FROM equation_terms
    UNION ALL
    SELECT equation_id, total_figure_id, 0, (SELECT count(*) FROM equation_terms WHERE equation_terms.equation_id = equations.equation_id AND factor < 0)
    FROM equations
),
told AS (
    SELECT equation_id, claim_assertions.assertion_id, CASE WHEN taken = 0 THEN factor = 0 ELSE factor > 0 END AS is_whole
    FROM side
    JOIN coming USING (figure_id)
    JOIN claim_assertions USING (figure_id)
)
SELECT DISTINCT part.assertion_id AS part, whole.assertion_id AS whole, p.place < w.place AS part_first
FROM told AS part
JOIN told AS whole USING (equation_id)
JOIN near AS p ON p.assertion_id = part.assertion_id
JOIN near AS w ON w.assertion_id = whole.assertion_id AND w.kind = p.kind AND w.basis IS NOT DISTINCT FROM p.basis AND w.currency = p.currency
    AND coalesce(w.period_start = p.period_start AND w.period_end = p.period_end, true)
WHERE whole.is_whole AND NOT part.is_whole AND part.assertion_id <> whole.assertion_id
    AND 1 = (SELECT count(*) FROM told WHERE told.equation_id = part.equation_id AND is_whole);

CREATE OR REPLACE TEMP TABLE candidates AS
WITH
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
    )
    UNION ALL
    -- both begin on one day, and one end is open; both end on one day, and one begin is open
    SELECT l.assertion_id, r.assertion_id, l.place < r.place
    FROM near AS l JOIN near AS r USING (body_key, measure_family, currency, period_start)
    WHERE l.period_end IS NULL AND r.period_end IS NOT NULL AND (l.is_fresh OR r.is_fresh) AND (l.every_pair OR l.amount = r.amount)
    UNION ALL
    SELECT l.assertion_id, r.assertion_id, l.place < r.place
    FROM near AS l JOIN near AS r USING (body_key, measure_family, currency, period_end)
    WHERE l.period_start IS NULL AND r.period_start IS NOT NULL AND (l.is_fresh OR r.is_fresh) AND (l.every_pair OR l.amount = r.amount)
    UNION ALL
    SELECT l.assertion_id, r.assertion_id, l.place < r.place
    FROM open_topics
    JOIN near AS l USING (topic_id)
    JOIN near AS r ON r.topic_id = other_topic_id
    WHERE (l.is_fresh OR r.is_fresh) AND (l.every_pair OR l.amount = r.amount) AND coalesce(CASE
        WHEN r.undated_in IS NOT NULL THEN abs(l.published_on - r.published_on) <= 366
        ELSE coalesce(l.published_on >= r.period_start, true) AND coalesce(l.published_on <= r.period_end + 366, true) END, true)
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
),
sums AS (FROM summed)
SELECT
    CASE WHEN in_order THEN one ELSE other END AS left_assertion_id,
    CASE WHEN in_order THEN other ELSE one END AS right_assertion_id,
    'one thing' AS relation,
    NULL AS part
FROM met
ANTI JOIN sums ON least(part, whole) = least(one, other) AND greatest(part, whole) = greatest(one, other)
UNION ALL
SELECT CASE WHEN part_first THEN part ELSE whole END, CASE WHEN part_first THEN whole ELSE part END, 'sum', CASE WHEN part_first THEN 'left' ELSE 'right' END
FROM sums
UNION ALL
SELECT CASE WHEN part_first THEN part ELSE whole END, CASE WHEN part_first THEN whole ELSE part END, relation, CASE WHEN part_first THEN 'left' ELSE 'right' END
FROM kin
ANTI JOIN sums USING (part, whole);

-- What the rules read of the sides while they judge: no words.
CREATE OR REPLACE TEMP TABLE judged_sides AS
SELECT
    assertion_id, body_key, organisation_key, counterparty_key, measure, measure_family, kind, direction, one_per_period, basis, certainty, period_start, period_end,
    currency, per, bound, amount, low, high, row_label, table_key, is_item, document_id, story, published_on,
    NULL::VARCHAR AS organisation_name, NULL::VARCHAR AS period_label, NULL::VARCHAR AS said, NULL::VARCHAR AS printed_by
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
