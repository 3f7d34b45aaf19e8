-- Which stories are versions of one article: those of different documents with one address, or with one guid in the feeds of one publisher. Entries of one
-- document that share its address are parts of it. An article without a second version is not looked at further.
CREATE OR REPLACE TEMP TABLE alike AS
WITH
told AS (
    SELECT
        stories.document_id,
        stories.story,
        documents.kind = 'feed' AS in_feed,
        coalesce(stories.url, documents.url) AS url,
        'guid:' || coalesce(stories.publisher, documents.publisher, '') || '|' || stories.guid AS guid,
        coalesce(stories.published_on, documents.published_on) AS published_on,
        coalesce(stories.published_at, documents.published_at) AS published_at,
        coalesce(stories.modified_on, documents.modified_on) AS modified_on,
        coalesce(stories.modified_at, documents.modified_at) AS modified_at
    FROM stories
    JOIN documents ON documents.document_id = stories.document_id
),
known AS (
    SELECT
        document_id,
        story,
        in_feed,
        UNNEST([address_key(url), guid]) AS key,
        published_on,
        greatest(published_on, modified_on) AS day,
        CASE WHEN day = modified_on THEN modified_at ELSE published_at END AS time
    FROM told
)
SELECT *
FROM (FROM known WHERE key IS NOT NULL QUALIFY count(*) OVER (PARTITION BY document_id, key) = 1)
QUALIFY count(*) OVER (PARTITION BY key) > 1;

CREATE OR REPLACE TEMP TABLE corrections_owned AS
SELECT document_id, story
FROM stories
SEMI JOIN alike USING (document_id, story)
JOIN documents USING (document_id)
WHERE owns_a_correction(substr(documents.text, start_char + 1, end_char - start_char))
    OR EXISTS (
        FROM passages
        WHERE passages.document_id = stories.document_id AND passages.kind = 'correction'
            AND passages.start_char >= stories.start_char AND passages.start_char < stories.end_char
    );

-- The later version is the one of the later day, of the later hour where all of that day tell it by clocks of one kind, or the one that owns a correction where neither tells. What
-- is left is unknown: peers, of which none supersedes another. Dated and undated ones are not put in order. Feeds cut articles short, so that an entry
-- supersedes no page.
CREATE OR REPLACE TEMP TABLE ordered AS
WITH
clocked AS (
    SELECT
        *,
        CASE WHEN length(time) > 10 THEN try_cast(time AS TIMESTAMPTZ) END AS instant,
        regexp_matches(time, '(?:Z|[+-]\d\d:?\d\d)$') AS has_zone,
        (document_id, story) IN (FROM corrections_owned) AS owns_a_correction
    FROM alike
),
timed AS (
    SELECT *, CASE WHEN bool_and(instant IS NOT NULL) OVER same_day AND min(has_zone) OVER same_day = max(has_zone) OVER same_day THEN instant END AS hour
    FROM clocked
    WINDOW same_day AS (PARTITION BY key, day)
),
followed AS (
    SELECT
        document_id,
        story,
        CASE WHEN rank() OVER so_far > 1 THEN day ELSE published_on END AS vintage,
        {day: day, hour: hour, document_id: document_id, story: story} AS own,
        CASE WHEN in_feed THEN min(own) OVER later ELSE min(own) FILTER (NOT in_feed) OVER later END AS next
    FROM timed
    WINDOW
        so_far AS (PARTITION BY key, day IS NULL ORDER BY day, hour, owns_a_correction),
        later AS (so_far GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
)
SELECT
    document_id,
    story,
    max(vintage) AS vintage,
    min(next).document_id AS by_document_id,
    min(next).story AS by_story,
    min(next).day AS superseded_on
FROM followed
GROUP BY document_id, story;

-- The stories of which this was not known yet: what they say is weighed anew.
CREATE OR REPLACE TEMP TABLE reordered AS
SELECT document_id, story FROM (FROM ordered EXCEPT FROM versions);

DELETE FROM versions;
INSERT INTO versions FROM ordered ORDER BY document_id, story;
