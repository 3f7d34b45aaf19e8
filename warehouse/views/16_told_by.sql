-- How often each assertion of a table was said up to a day, and from how many independent origins: a story that shares a key with an earlier one that says
-- the same adds none, nor does one that a later version of the article has superseded by then. A null day is today, with what nobody dated.
CREATE MACRO told_by(day, among) AS TABLE
WITH
known AS MATERIALIZED (
    SELECT
        assertion_id,
        claim_assertions.figure_id,
        story_order,
        document_id,
        story,
        vintage,
        is_superseded AND coalesce(superseded_on <= day::DATE, day IS NULL) AS is_superseded
    FROM claim_assertions
    SEMI JOIN query_table(among) AS asked USING (assertion_id)
    JOIN printings USING (story_order)
    WHERE day IS NULL OR vintage <= day::DATE
),
counted AS (
    SELECT
        assertion_id,
        count(*) AS claims,
        count(DISTINCT story_order) AS stories,
        count(DISTINCT story_order) FILTER (NOT is_superseded) AS standing,
        min(vintage) AS published_on,
        max(vintage) AS last_published_on
    FROM known GROUP BY assertion_id
),
independent AS (
    SELECT assertion_id, count(*) AS origins
    FROM (
        SELECT assertion_id, story_order
        FROM (
            SELECT assertion_id, story_order, min(story_order) OVER (PARTITION BY assertion_id, key) AS first
            FROM (
                SELECT DISTINCT assertion_id, story_order, key
                FROM (FROM known WHERE NOT is_superseded) AS known
                SEMI JOIN (FROM counted WHERE standing > 1) AS several USING (assertion_id)
                JOIN origins ON origins.document_id = known.document_id AND origins.story = known.story
                    AND coalesce(origins.figure_id, known.figure_id) = known.figure_id
            )
        )
        GROUP BY assertion_id, story_order
        HAVING bool_and(first = story_order)
    )
    GROUP BY assertion_id
)
SELECT
    assertion_id,
    claims,
    stories,
    coalesce(independent.origins, standing) AS origins,
    published_on,
    last_published_on,
    standing = 0 AS is_superseded
FROM counted
LEFT JOIN independent USING (assertion_id);

COMMENT ON MACRO TABLE told_by IS
    'How often each assertion of the table `among` had been said by a day, and from how many independent origins; today where the day is null.';
