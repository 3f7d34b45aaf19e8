-- The conflicts that are new, and those next to whose year something new is said: `disputed` has both sides of each, where they have one direction.
CREATE OR REPLACE TEMP TABLE beside AS
SELECT topic_number
FROM topic_keys
JOIN (SELECT DISTINCT body, line, (period_start + to_years(years))::DATE AS period_start FROM fresh_topics CROSS JOIN (VALUES (-1), (1)) AS step(years) WHERE is_own(body)) AS next
    USING (body, line, period_start);

CREATE OR REPLACE TEMP TABLE doubted AS
WITH
conflicting AS (SELECT left_assertion_id, right_assertion_id FROM reconciliations WHERE verdict = 'conflicts'),
neighbours AS (SELECT assertion_id FROM assertion_counts SEMI JOIN beside USING (topic_number))
FROM conflicting SEMI JOIN judged USING (left_assertion_id, right_assertion_id)
UNION
FROM conflicting SEMI JOIN neighbours ON assertion_id = left_assertion_id
UNION
FROM conflicting SEMI JOIN neighbours ON assertion_id = right_assertion_id;

DELETE FROM slips USING doubted
WHERE slips.left_assertion_id = doubted.left_assertion_id AND slips.right_assertion_id = doubted.right_assertion_id;

-- Their sides, and all that is said of the year before and the year after.
CREATE OR REPLACE TEMP VIEW doubtful_sides AS
WITH
doubted_topics AS (
    FROM topic_keys SEMI JOIN (
        SELECT topic_number FROM assertion_counts
        SEMI JOIN (SELECT left_assertion_id AS assertion_id FROM doubted UNION ALL SELECT right_assertion_id FROM doubted) AS sides USING (assertion_id)
    ) AS own USING (topic_number)
),
read_topics AS (
    SELECT topic_number FROM doubted_topics
    UNION
    SELECT other.topic_number
    FROM doubted_topics CROSS JOIN (VALUES (-1), (1)) AS step(years)
    JOIN topic_keys AS other ON other.body = doubted_topics.body AND other.line = doubted_topics.line
        AND other.period_start = (doubted_topics.period_start + to_years(years))::DATE
)
SELECT
    assertion_id, hash(body_key) AS body, hash(measure_family, currency) AS line, kind, basis, period_label, period_start, period_end, amount, low, high, bound,
    direction, currency, per, stories, is_item
FROM (FROM assertion_counts SEMI JOIN read_topics USING (topic_number)) AS counts
JOIN described('printed_claims') USING (claim_row);

CREATE OR REPLACE TEMP TABLE doubted_sides AS FROM with_places('doubtful_sides');

CREATE OR REPLACE TEMP TABLE disputed AS
SELECT left_assertion_id, right_assertion_id, l, r
FROM doubted
JOIN doubted_sides AS l ON l.assertion_id = left_assertion_id
JOIN doubted_sides AS r ON r.assertion_id = right_assertion_id
WHERE coalesce(l.direction * r.direction, 1) = 1;

-- One slip a conflict: of what the rules propose, the one with the lowest precedence (see slip_kinds).
INSERT INTO slips
SELECT DISTINCT ON (left_assertion_id, right_assertion_id) left_assertion_id, right_assertion_id, slip, explanation
FROM ({rules}) JOIN slip_kinds USING (slip)
ORDER BY left_assertion_id, right_assertion_id, precedence, explanation;
