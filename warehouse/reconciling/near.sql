-- Which topics the fresh assertions can meet.
CREATE OR REPLACE TEMP TABLE kin AS
SELECT hash(part_key) AS part, hash(whole_key) AS whole, relation, valid_from, valid_to, NULL::UBIGINT AS document_id FROM kinship
UNION ALL
SELECT part, whole, 'member', NULL, NULL, document_id FROM told_kinship;

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
        WHEN undated.undated_in = 0 THEN true
        WHEN other.undated_in IS NOT NULL THEN other.undated_in = undated.undated_in + 1
        ELSE coalesce(other.period_start <= make_date(undated.undated_in + 1, 3, 31), true)
            AND coalesce(other.period_end + 366 >= make_date(undated.undated_in, 4, 1), true) END AS is_timely
FROM own AS undated JOIN own AS other USING (body, line)
WHERE undated.topic_number <> other.topic_number AND (undated.is_fresh OR other.is_fresh) AND can_meet(undated, other)
UNION ALL
SELECT event.topic_number, other.topic_number, true
FROM own AS event JOIN own AS other USING (body, line)
WHERE (event.is_fresh OR other.is_fresh) AND happened_in(event, other);

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
    count(*) OVER sum > 2 AS is_of_several,
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

-- What a sentence calls a part of the sum before it.
CREATE OR REPLACE TEMP TABLE parted AS
SELECT part.assertion_id AS part, whole.assertion_id AS whole, part_topic.topic_number, whole_topic.topic_number AS whole_topic_number
FROM told_parts
JOIN sayings AS part ON part.claim_row = part_row
JOIN sayings AS whole ON whole.claim_row = whole_row
JOIN assertion_counts AS part_topic ON part_topic.assertion_id = part.assertion_id
JOIN assertion_counts AS whole_topic ON whole_topic.assertion_id = whole.assertion_id
WHERE part.assertion_id <> whole.assertion_id;

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
SELECT topic_number FROM sum_sides SEMI JOIN (SELECT equation_id FROM sum_sides SEMI JOIN near USING (topic_number)) AS mine USING (equation_id)
UNION
SELECT topic_number FROM parted SEMI JOIN near ON near.topic_number = whole_topic_number
UNION
SELECT whole_topic_number FROM parted SEMI JOIN near USING (topic_number);
