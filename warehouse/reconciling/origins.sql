-- What a story, or a figure of it, goes back to: its clues, its address, the earliest of its near copies, and itself. What shares a key is not
-- independent. Every story has itself, and stories are only ever added: those without are the last rows.
CREATE OR REPLACE TEMP TABLE new_stories AS
SELECT document_id, story, url FROM stories WHERE stories.rowid >= (SELECT count(*) FROM origins WHERE kind = 'itself');

-- What a new story can change for an old one. A letter, a person or a quotation is another one when it turns up again after a while; without a date it
-- has a time of its own.
CREATE OR REPLACE TEMP TABLE moving AS
WITH
passing AS (
    SELECT origin_clues.*, coalesce(stories.published_on, documents.published_on) AS day
    FROM origin_clues JOIN stories USING (document_id, story) JOIN documents USING (document_id)
    WHERE origin_clues.kind IN ('letter', 'person', 'quotation')
),
opened AS (
    SELECT *, CASE WHEN day - lag(day) OVER same <= one_source_within() THEN NULL ELSE day END AS opens
    FROM passing
    WINDOW same AS (PARTITION BY key, day IS NULL ORDER BY day, document_id, story)
)
SELECT DISTINCT
    document_id, story, figure_id, kind,
    concat_ws(':', key, strftime(max(opens) OVER (PARTITION BY key, day IS NULL ORDER BY day), '%Y-%m-%d')) AS key
FROM opened
UNION ALL
SELECT copy.document_id, copy.story, NULL, 'near copy', original.document_id || '/' || original.story
FROM clusters JOIN texts AS copy ON copy.place = clusters.place JOIN texts AS original ON original.place = clusters.first
UNION ALL
SELECT DISTINCT document_id, story, NULL, 'guid', key FROM alike WHERE starts_with(key, 'guid:');

CREATE OR REPLACE TEMP TABLE gone AS
SELECT * FROM origins WHERE kind IN ('letter', 'person', 'quotation', 'near copy', 'guid') EXCEPT FROM moving;

CREATE OR REPLACE TEMP TABLE come AS FROM moving EXCEPT FROM origins WHERE kind IN ('letter', 'person', 'quotation', 'near copy', 'guid');

-- The old stories that are no longer as independent as they were, or more.
CREATE OR REPLACE TEMP TABLE moved AS
SELECT DISTINCT document_id, story FROM (FROM gone UNION ALL FROM come) ANTI JOIN new_stories USING (document_id, story);

DELETE FROM origins USING gone
WHERE origins.kind = gone.kind AND origins.key = gone.key AND origins.document_id = gone.document_id AND origins.story = gone.story
    AND origins.figure_id IS NOT DISTINCT FROM gone.figure_id;

INSERT INTO origins
SELECT DISTINCT document_id, story, figure_id, kind, key FROM origin_clues SEMI JOIN new_stories USING (document_id, story)
WHERE kind NOT IN ('letter', 'person', 'quotation')
UNION ALL
SELECT document_id, story, NULL, 'address', address_key(url) FROM new_stories WHERE address_key(url) IS NOT NULL
UNION ALL
SELECT document_id, story, NULL, 'itself', document_id || '/' || story FROM new_stories
UNION ALL
FROM come
ORDER BY ALL;
