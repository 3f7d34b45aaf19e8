-- Who says each assertion of a table first, how often it was said up to a day, and from how many independent origins: a story that shares a key with an
-- earlier one that says the same adds none, nor does one that a later version of the article has superseded by then. A null day is today, with what nobody
-- dated.
CREATE MACRO told_by(day, among) AS TABLE
WITH
known AS MATERIALIZED (
    SELECT
        assertion_id,
        claim_row,
        story_row,
        story_order,
        place(vintage, document_order, claim_row) AS place,
        vintage,
        is_superseded AND coalesce(superseded_on <= day::DATE, day IS NULL) AS is_superseded
    FROM sayings
    SEMI JOIN query_table(among) AS asked USING (assertion_id)
    JOIN printings USING (story_row)
    WHERE day IS NULL OR vintage <= day::DATE
),
counted AS (
    SELECT
        assertion_id,
        arg_min(claim_row, place) AS claim_row,
        count(*) AS claims,
        count(DISTINCT story_row) AS stories,
        count(DISTINCT story_row) FILTER (NOT is_superseded) AS standing,
        min(vintage) AS published_on,
        max(vintage) AS last_published_on
    FROM known GROUP BY assertion_id
),
shared AS (
    SELECT assertion_id, story_order, min(story_order) OVER (PARTITION BY assertion_id, key) < story_order AS is_shared
    FROM (
        SELECT DISTINCT assertion_id, story_order, key
        FROM (FROM known WHERE NOT is_superseded) AS known
        SEMI JOIN (FROM counted WHERE standing > 1) AS several USING (assertion_id)
        JOIN origin_keys ON origin_keys.story_row = known.story_row AND coalesce(origin_keys.claim_row, known.claim_row) = known.claim_row
    )
),
dependent AS (
    SELECT assertion_id, count(DISTINCT story_order) AS stories FROM shared WHERE is_shared GROUP BY assertion_id
)
SELECT
    assertion_id,
    claim_row,
    claims,
    counted.stories,
    standing - coalesce(dependent.stories, 0) AS origins,
    published_on,
    last_published_on,
    standing = 0 AS is_superseded
FROM counted
LEFT JOIN dependent USING (assertion_id);

COMMENT ON MACRO TABLE told_by IS
    'How often each assertion of the table `among` had been said by a day, and from how many independent origins; today where the day is null.';
