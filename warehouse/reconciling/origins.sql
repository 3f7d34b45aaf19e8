-- What a story, or a figure of it, goes back to: its clues, its address, the earliest of its near copies, and itself. What shares a key is not
-- independent. A letter, a person or a quotation is another one when it turns up again after a while; without a date it has a time of its own.
DELETE FROM origins;
INSERT INTO origins
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
SELECT document_id, story, figure_id, kind, key FROM origin_clues WHERE kind NOT IN ('letter', 'person', 'quotation')
UNION
SELECT document_id, story, figure_id, kind, concat_ws(':', key, strftime(max(opens) OVER (PARTITION BY key, day IS NULL ORDER BY day), '%Y-%m-%d'))
FROM opened
UNION
SELECT document_id, story, NULL, 'address', address_key(url) FROM stories WHERE address_key(url) IS NOT NULL
UNION
SELECT document_id, story, NULL, 'guid', key FROM alike WHERE starts_with(key, 'guid:')
UNION
SELECT copy.document_id, copy.story, NULL, 'near copy', original.document_id || '/' || original.story
FROM clusters JOIN texts AS copy ON copy.place = clusters.place JOIN texts AS original ON original.place = clusters.first
UNION
SELECT document_id, story, NULL, 'itself', document_id || '/' || story FROM stories
ORDER BY ALL;
