-- The topics that the new claims touch, worked out anew from their assertions.
CREATE OR REPLACE TEMP TABLE touched AS
SELECT topic_id FROM fresh
UNION
SELECT topic_id FROM near JOIN candidates ON assertion_id = left_assertion_id
UNION
SELECT topic_id FROM near JOIN candidates ON assertion_id = right_assertion_id;

DELETE FROM topics WHERE topic_id IN (FROM touched);

CREATE OR REPLACE TEMP TABLE touched_assertions AS FROM assertions SEMI JOIN touched USING (topic_id);

-- What later versions superseded is nobody's best value, and contests none; a topic of which nothing else is left is gone.
CREATE OR REPLACE TEMP TABLE best AS
FROM touched_assertions WHERE NOT is_superseded
QUALIFY row_number() OVER (PARTITION BY topic_id ORDER BY best_first(touched_assertions)) = 1;

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
    JOIN (SELECT assertion_id, claims FROM assertions WHERE NOT is_superseded) USING (assertion_id)
),
support AS (
    SELECT
        topic_id,
        sum(weight * claims) FILTER (verdict = 'conflicts') AS against,
        sum(weight * claims) FILTER (verdict IN ('agrees', 'consistent')) AS supporting
    FROM judged GROUP BY topic_id
),
contradictions AS (
    SELECT left_assertion_id, right_assertion_id
    FROM reconciliations
    ANTI JOIN (FROM assertions WHERE is_superseded) AS l ON l.assertion_id = left_assertion_id
    ANTI JOIN (FROM assertions WHERE is_superseded) AS r ON r.assertion_id = right_assertion_id
    WHERE verdict = 'conflicts'
),
conflicting AS (
    SELECT topic_id, count(*) AS conflicts
    FROM (
        SELECT l.topic_id, left_assertion_id, right_assertion_id
        FROM contradictions JOIN touched_assertions AS l ON l.assertion_id = left_assertion_id
        UNION
        SELECT r.topic_id, left_assertion_id, right_assertion_id
        FROM contradictions JOIN touched_assertions AS r ON r.assertion_id = right_assertion_id
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
    topic_title(best) AS title,
    best.organisation_name AS organisation,
    best.body_key,
    best.measure,
    best.measure_family,
    CASE WHEN is_dated(best) THEN best.period_label END AS period_label,
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
ORDER BY topic_id;
