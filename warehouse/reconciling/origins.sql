-- What a story, or a figure of it, goes back to: its clues, its address, the earliest of its near copies, and itself. What shares a key is not independent.
INSERT INTO traced_origins
SELECT document_id, story, NULL, 'address', address_key(url) FROM stories WHERE rowid >= getvariable('handled_stories') AND address_key(url) IS NOT NULL;

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

CREATE OR REPLACE TEMP TABLE gone AS SELECT * FROM traced_origins WHERE kind <> 'address' EXCEPT FROM moving;
CREATE OR REPLACE TEMP TABLE come AS FROM moving EXCEPT FROM traced_origins WHERE kind <> 'address';

DELETE FROM traced_origins USING gone
WHERE traced_origins.kind = gone.kind AND traced_origins.key = gone.key AND traced_origins.document_id = gone.document_id
    AND traced_origins.story = gone.story AND traced_origins.figure_id IS NOT DISTINCT FROM gone.figure_id;
INSERT INTO traced_origins FROM come;

-- The old stories that are no longer as independent as they were, or more.
CREATE OR REPLACE TEMP TABLE moved AS
SELECT rowid AS story_row FROM stories SEMI JOIN (FROM gone UNION ALL FROM come) USING (document_id, story)
WHERE rowid < getvariable('handled_stories');

DELETE FROM origin_keys WHERE story_row IN (FROM moved);
INSERT INTO origin_keys
SELECT story_row, claims.rowid, hash(key)
FROM (FROM moved UNION ALL SELECT rowid FROM stories WHERE rowid >= getvariable('handled_stories')) AS traced
JOIN (SELECT rowid AS story_row, document_id, story FROM stories) AS stories USING (story_row)
JOIN origins USING (document_id, story)
LEFT JOIN claims USING (figure_id);
