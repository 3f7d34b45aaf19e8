-- The topics that the new claims touch, worked out anew from their assertions.
CREATE OR REPLACE TEMP TABLE touched AS
SELECT topic_number FROM fresh_topics WHERE is_own(body)
UNION
SELECT topic_number FROM sides JOIN judged ON assertion_id = left_assertion_id WHERE relation = 'one thing'
UNION
SELECT topic_number FROM sides JOIN judged ON assertion_id = right_assertion_id WHERE relation = 'one thing';

DELETE FROM topic_counts WHERE topic_number IN (FROM touched);

CREATE OR REPLACE TEMP TABLE touched_sides AS FROM sides SEMI JOIN touched USING (topic_number);

-- What later versions superseded is nobody's best value, and contests none; a topic of which nothing else is left is gone.
CREATE OR REPLACE TEMP TABLE best AS
SELECT topic_number, assertion_id, claims
FROM touched_sides WHERE NOT is_superseded
QUALIFY row_number() OVER (PARTITION BY topic_number ORDER BY best_first(touched_sides)) = 1;

INSERT INTO topic_counts
WITH
standing AS (SELECT assertion_id, topic_number, claims FROM assertion_counts WHERE NOT is_superseded),
judged AS (
    SELECT left_assertion_id AS assertion_id, right_assertion_id AS other_id, verdict, weight FROM reconciliations WHERE verdict IN ('agrees', 'consistent', 'conflicts')
    UNION ALL
    SELECT right_assertion_id, left_assertion_id, verdict, weight FROM reconciliations WHERE verdict IN ('agrees', 'consistent', 'conflicts')
),
support AS (
    SELECT
        best.topic_number,
        sum(weight * standing.claims) FILTER (verdict = 'conflicts') AS against,
        sum(weight * standing.claims) FILTER (verdict <> 'conflicts') AS supporting
    FROM best
    JOIN judged USING (assertion_id)
    JOIN standing ON standing.assertion_id = other_id
    GROUP BY best.topic_number
),
conflicting AS (
    SELECT topic_number, count(*) AS conflicts
    FROM (
        SELECT l.topic_number, left_assertion_id, right_assertion_id
        FROM reconciliations JOIN standing AS l ON l.assertion_id = left_assertion_id JOIN standing AS r ON r.assertion_id = right_assertion_id
        WHERE verdict = 'conflicts'
        UNION
        SELECT r.topic_number, left_assertion_id, right_assertion_id
        FROM reconciliations JOIN standing AS l ON l.assertion_id = left_assertion_id JOIN standing AS r ON r.assertion_id = right_assertion_id
        WHERE verdict = 'conflicts'
    )
    SEMI JOIN touched USING (topic_number)
    GROUP BY topic_number
),
counted AS (
    SELECT
        topic_number,
        sum(claims) AS claims,
        sum(stories) AS stories,
        count(*) AS assertions,
        min(published_on) AS first_published_on,
        max(last_published_on) AS last_published_on
    FROM touched_sides GROUP BY topic_number
)
SELECT
    topic_number,
    counted.claims,
    counted.stories,
    counted.assertions,
    counted.first_published_on,
    counted.last_published_on,
    best.assertion_id,
    coalesce(conflicts, 0),
    coalesce(against / (against + coalesce(supporting, 0) + best.claims), 0)::DECIMAL(3, 2)
FROM best
JOIN counted USING (topic_number)
LEFT JOIN support USING (topic_number)
LEFT JOIN conflicting USING (topic_number);
