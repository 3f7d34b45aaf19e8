-- What is a part of a whole is one wherever either is printed: a twin has the number of one.
CREATE OR REPLACE TEMP TABLE twins AS
SELECT own.assertion_id, twin.assertion_id AS twin_id, own.topic_number, twin.topic_number AS other_topic_number
FROM (FROM sides SEMI JOIN sum_sides USING (assertion_id)) AS own
JOIN sides AS twin USING (body, line, organisation_key, kind, amount)
WHERE twin.assertion_id <> own.assertion_id AND coalesce(twin.counterparty_key = own.counterparty_key, true);

CREATE OR REPLACE TEMP TABLE meant AS
WITH
told AS (
    SELECT equation_id, assertion_id, is_counted_once, is_whole, is_of_parts, is_of_several, is_growth, false AS is_twin FROM sum_sides
    UNION
    SELECT equation_id, twin_id, is_counted_once, is_whole, is_of_parts, is_of_several, is_growth, true
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
    SELECT equation_id, twin.assertion_id, is_counted_once, true, is_of_parts, is_of_several, is_growth, true
    FROM (SELECT sum_sides.* EXCLUDE (topic_number), sides.* EXCLUDE (assertion_id) FROM sum_sides JOIN sides USING (assertion_id) WHERE is_whole) AS own
    JOIN sides AS twin USING (topic_number, organisation_key, kind)
    WHERE twin.assertion_id <> own.assertion_id AND could_be_one(own, twin) AND (own.one_per_period OR alike(own.subject, twin.subject) OR coalesce(own.subject, twin.subject) IS NULL)
        AND coalesce(twin.counterparty_key = own.counterparty_key, true)
)
SELECT
    told.*, place, is_own, is_fresh, kind, measure_family, currency, basis, one_per_period, organisation_key, is_item, period_start, period_end, subject, published_on,
    counterparty_key, amount, low, high, wholes
FROM told
JOIN (SELECT equation_id, count_if(is_whole) AS wholes FROM sum_sides GROUP BY equation_id) AS counted USING (equation_id)
JOIN sides USING (assertion_id);

-- The parts and the whole of those sums; and a difference that the text calls an overspend, a shortfall or a change beside what it is the difference of.
CREATE OR REPLACE TEMP TABLE summed AS
SELECT DISTINCT p.assertion_id AS part, w.assertion_id AS whole, p.place < w.place AS part_first, 'sum' AS relation
FROM meant AS p
JOIN meant AS w USING (equation_id)
WHERE p.is_own AND w.is_whole AND NOT p.is_whole AND p.assertion_id <> w.assertion_id AND p.wholes = 1 AND (p.is_fresh OR w.is_fresh)
    AND NOT (p.is_twin AND w.is_twin)
    AND w.currency = p.currency AND CASE WHEN w.kind = p.kind THEN NOT p.is_growth ELSE p.is_of_several AND is_part_of_another_kind(p, w) END
    AND (
        (NOT p.one_per_period AND (p.is_of_parts OR w.kind <> p.kind) AND coalesce(p.period_start <= w.period_end, true) AND coalesce(w.period_start <= p.period_end, true))
        OR (w.basis IS NOT DISTINCT FROM p.basis AND coalesce(w.period_start = p.period_start AND w.period_end = p.period_end, true)))
    -- what a body's one number grew by is no second part of it
    AND (p.organisation_key <> w.organisation_key OR p.is_item OR NOT p.one_per_period OR NOT p.is_counted_once
        OR (p.period_start IS NOT NULL AND w.period_start IS NULL))
    -- what was so much then and is more now
    AND NOT ((alike(p.subject, w.subject) OR is_unsaid(p, w)) AND coalesce(w.published_on - p.published_on > 60, false))
UNION
SELECT p.assertion_id, w.assertion_id, p.place < w.place, 'sum'
FROM parted
JOIN sides AS p ON p.assertion_id = parted.part
JOIN sides AS w ON w.assertion_id = parted.whole
WHERE p.is_own AND (p.is_fresh OR w.is_fresh)
UNION
SELECT DISTINCT v.assertion_id, t.assertion_id, v.place < t.place, 'variance'
FROM meant AS v
JOIN meant AS t USING (equation_id)
WHERE v.is_own AND NOT (v.is_twin AND t.is_twin) AND (v.is_fresh OR t.is_fresh)
    AND CASE v.kind WHEN 'variance' THEN t.measure_family NOT IN ('position', 'other') WHEN 'other' THEN v.is_growth AND NOT v.is_whole AND t.kind <> 'other' END;

-- What is no two numbers for one thing: a part and its whole, and two parts of one whole.
CREATE OR REPLACE TEMP TABLE apart AS
SELECT part AS one, whole AS other FROM summed
UNION
SELECT whole, part FROM summed
UNION
SELECT l.assertion_id, r.assertion_id
FROM sum_sides AS l JOIN sum_sides AS r USING (equation_id)
WHERE l.is_of_parts AND NOT l.is_whole AND NOT r.is_whole AND l.assertion_id <> r.assertion_id;
