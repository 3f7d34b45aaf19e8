-- Pairs that a rule may have something to say about; one side of each is fresh. Only equi-joins: on the topic, or on what topics share. Where a body has
-- one number a period every two are judged, where it has many only those that could be one.

-- Intervals that meet have a bucket in common, on a scale of powers of two.
CREATE OR REPLACE TEMP TABLE bucketed AS
SELECT
    assertion_id, topic_number, every_pair, measure, subject, counterparty_key, amount, low, high, is_fresh, place,
    bucket(low) AS first_bucket, UNNEST(range(bucket(low), bucket(high) + 1)) AS bucket
FROM sides
-- of what a body has one of, only what is so narrow that chance hardly makes two meet
WHERE is_own AND low IS NOT NULL AND high IS NOT NULL AND (NOT every_pair OR (high - low) * 50 <= amount);

-- What numbers are for and who is on their other side, a word a row, and how large they are: a number that is less than twice another has its power of two, or
-- the next. A row among others of a table meets by its words alone, and no other row. What very many share says little.
CREATE OR REPLACE TEMP TABLE worded AS
FROM (
    SELECT
        assertion_id, topic_number, every_pair, body, line, is_fresh, place, measure_family, undated_in, period_start, period_end, subject, counterparty_key,
        amount, low, high, is_row,
        UNNEST(list_concat(
            CASE WHEN every_pair OR is_row THEN [] ELSE [size::UBIGINT, (size + 1)::UBIGINT] END,
            CASE WHEN every_pair OR subject IS NULL THEN [] ELSE list_transform(string_split(subject, ' '), lambda word: hash(word)) END,
            CASE WHEN counterparty_key IS NULL THEN [] ELSE [hash(counterparty_key)] END
        )) AS word
    FROM (SELECT *, bucket(abs(size_of(sides))) AS size, is_item AND row_label IS NOT NULL AS is_row FROM sides)
    WHERE is_own
)
QUALIFY count(*) OVER (PARTITION BY body, line, word, is_row) <= CASE WHEN word < 1000 THEN 20 ELSE 50 END;

-- Those of topics whose period is open, beside each topic that they can meet: before they meet it, else all that is of one number would be joined first.
-- Of what a body has many of, chance makes two of one size: where their times are far apart, they meet by their words alone.
CREATE OR REPLACE TEMP TABLE opened AS
SELECT
    other_topic_number, is_timely AND every_pair AS meets_all, every_pair, assertion_id, place, is_fresh, measure_family, amount, low, high, counterparty_key,
    period_start, period_end, published_on
FROM sides JOIN open_topics USING (topic_number)
WHERE every_pair OR is_timely;

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
    WHERE (l.is_fresh OR r.is_fresh) AND l.place < r.place AND NOT (l.is_row AND r.is_row) AND CASE
        WHEN l.every_pair THEN l.topic_number <> r.topic_number AND is_one_transfer(l, r)
        WHEN alike(l.subject, r.subject) OR coalesce(l.counterparty_key = r.counterparty_key, false) THEN true
        WHEN coalesce(l.subject, r.subject) IS NULL THEN is_less_than_times(l, r, 2)
        ELSE coalesce(l.amount = r.amount, false) OR could_be_one(l, r) OR is_half_said(l, r) END
        AND CASE WHEN l.topic_number = r.topic_number THEN true ELSE can_meet(l, r) OR can_meet(r, l) OR happened_in(l, r) OR happened_in(r, l) END
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM opened AS l
    JOIN sides AS r ON r.topic_number = l.other_topic_number AND r.amount = l.amount
    WHERE NOT meets_all AND (l.is_fresh OR r.is_fresh) AND (l.every_pair OR is_timely(l, r) OR happened_in(l, r) OR happened_in(r, l))
    UNION ALL
    SELECT l.assertion_id, l.place, r.assertion_id, r.place
    FROM (SELECT bucketed.*, other_topic_number FROM bucketed JOIN (SELECT assertion_id, other_topic_number FROM opened WHERE NOT meets_all) USING (assertion_id)) AS l
    JOIN bucketed AS r ON r.topic_number = l.other_topic_number AND r.bucket = l.bucket
    WHERE (l.is_fresh OR r.is_fresh) AND l.bucket = greatest(l.first_bucket, r.first_bucket)
        AND (could_be_one(l, r) OR could_be_rounded(l, r) OR (l.measure = 'fine' AND could_be_one_payment(l, r)))
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
        AND (kin.document_id IS NULL OR (kin.document_id = part.document_id AND coalesce(part.amount <= whole.amount, true)))
        AND coalesce(valid_from <= part.period_end, true) AND coalesce(valid_to >= part.period_start, true)
    GROUP BY part.assertion_id, whole.assertion_id
    UNION ALL
    -- one document that leaves both times open speaks of one
    SELECT part.assertion_id, whole.assertion_id, min(relation), any_value(part.place < whole.place)
    FROM sides AS part
    JOIN kin ON part = part.body
    JOIN sides AS whole ON whole.body = kin.whole AND whole.line = part.line AND whole.kind = part.kind AND whole.document_id = part.document_id
    WHERE part.is_own AND part.every_pair AND (part.is_fresh OR whole.is_fresh) AND part.undated_in IS NOT NULL AND whole.undated_in IS NOT NULL
        AND (kin.document_id IS NULL OR (kin.document_id = part.document_id AND coalesce(part.amount <= whole.amount, true)))
        AND coalesce(valid_from <= part.published_on, true) AND coalesce(valid_to >= part.published_on, true)
    GROUP BY part.assertion_id, whole.assertion_id
)
SELECT left_assertion_id, right_assertion_id, 'one thing' AS relation, NULL AS part
FROM met
ANTI JOIN apart ON apart.one = left_assertion_id AND apart.other = right_assertion_id
UNION ALL
SELECT CASE WHEN part_first THEN part ELSE whole END, CASE WHEN part_first THEN whole ELSE part END, relation, CASE WHEN part_first THEN 'left' ELSE 'right' END
FROM (FROM summed UNION ALL BY NAME FROM related ANTI JOIN summed USING (part, whole));

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
