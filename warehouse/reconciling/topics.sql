-- The topics that the new claims touch, worked out anew from their assertions.
CREATE OR REPLACE TEMP TABLE touched AS
SELECT topic_id FROM fresh
UNION
SELECT topic_id FROM assertions SEMI JOIN recounted USING (assertion_id)
UNION
SELECT topic_id FROM near JOIN candidates ON assertion_id = left_assertion_id
UNION
SELECT topic_id FROM near JOIN candidates ON assertion_id = right_assertion_id;

DELETE FROM topics WHERE topic_id IN (FROM touched);

CREATE OR REPLACE TEMP VIEW touched_assertions AS FROM assertions SEMI JOIN touched USING (topic_id);

-- The current best value: of the whole rather than an item, the position rather than its variance; then the later basis, more independent origins, the
-- more precise, the later vintage.
CREATE OR REPLACE TEMP TABLE best AS
SELECT topic_id, assertion_id, body_key, organisation_name, measure, measure_family, period_label, period_start, period_end, currency, claims, origins
FROM touched_assertions
QUALIFY row_number() OVER (
    PARTITION BY topic_id
    ORDER BY is_item, per IS NOT NULL, kind = 'variance', basis IS NOT DISTINCT FROM 'hypothetical', certainty DESC NULLS LAST, origins DESC,
        high - low NULLS LAST, published_on DESC NULLS LAST, amount DESC, assertion_id
) = 1;

INSERT INTO topics BY NAME
WITH
judged AS (
    SELECT assertion_id, topic_id, claims, verdict, weight, best_side
    FROM (
        SELECT right_assertion_id AS assertion_id, best.topic_id, verdict, weight, best.assertion_id AS best_side
        FROM reconciliations JOIN best ON best.assertion_id = left_assertion_id
        UNION ALL
        SELECT left_assertion_id, best.topic_id, verdict, weight, best.assertion_id
        FROM reconciliations JOIN best ON best.assertion_id = right_assertion_id
    )
    JOIN (SELECT assertion_id, claims FROM assertions) USING (assertion_id)
),
support AS (
    SELECT
        topic_id,
        sum(weight * claims) FILTER (verdict = 'conflicts') AS against,
        sum(weight * claims) FILTER (verdict IN ('agrees', 'consistent')) AS supporting
    FROM judged GROUP BY topic_id
),
conflict AS (SELECT left_assertion_id, right_assertion_id FROM reconciliations WHERE verdict = 'conflicts'),
conflicting AS (
    SELECT topic_id, count(*) AS conflicts
    FROM (
        SELECT topic_id, left_assertion_id, right_assertion_id FROM conflict JOIN touched_assertions ON assertion_id = left_assertion_id
        UNION
        SELECT topic_id, left_assertion_id, right_assertion_id FROM conflict JOIN touched_assertions ON assertion_id = right_assertion_id
    )
    GROUP BY topic_id
),
counted AS (
    SELECT
        topic_id,
        sum(claims) AS claims,
        sum(stories) AS stories,
        count(*) AS assertions,
        min(published_on) AS first_published_on,
        max(last_published_on) AS last_published_on
    FROM touched_assertions GROUP BY topic_id
)
SELECT
    topic_id,
    concat_ws(' · ', coalesce(organisations.name, best.organisation_name), in_words(best.measure), coalesce(best.period_label, 'period not stated'))
        || CASE best.currency WHEN 'GBP' THEN '' ELSE ' · ' || best.currency END AS title,
    coalesce(organisations.name, best.organisation_name) AS organisation,
    best.body_key,
    best.measure,
    best.measure_family,
    CASE WHEN coalesce(best.period_start, best.period_end) IS NOT NULL THEN best.period_label END AS period_label,
    best.period_start,
    best.period_end,
    best.currency,
    counted.claims,
    counted.stories,
    counted.assertions,
    counted.first_published_on,
    counted.last_published_on,
    best.assertion_id AS best_assertion_id,
    best.origins,
    coalesce(conflicts, 0) AS conflicts,
    coalesce(against / (against + coalesce(supporting, 0) + best.claims), 0)::DECIMAL(3, 2) AS contested
FROM best
JOIN counted USING (topic_id)
LEFT JOIN support USING (topic_id)
LEFT JOIN conflicting USING (topic_id)
LEFT JOIN organisations ON organisation_id = body_key
ORDER BY topic_id;
