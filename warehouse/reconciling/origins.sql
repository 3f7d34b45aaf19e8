-- Links each story with the first story that has the same key or address, then gives every group of linked stories one origin.
DELETE FROM origin_links;
INSERT INTO origin_links
WITH
clues AS (
    SELECT document_id, story, kind, key FROM origin_clues
    UNION
    SELECT document_id, story, 'url', url FROM stories WHERE url IS NOT NULL
    UNION
    SELECT document_id, 0, 'url', url FROM documents WHERE url IS NOT NULL
),
linked AS (
    SELECT
        document_id,
        story,
        first_value(document_id) OVER same AS to_document_id,
        first_value(story) OVER same AS to_story,
        kind,
        key
    FROM clues
    WINDOW same AS (PARTITION BY key ORDER BY document_id, story, kind)
)
SELECT DISTINCT * FROM linked WHERE (document_id, story) <> (to_document_id, to_story) ORDER BY ALL;

DELETE FROM origins;
INSERT INTO origins
WITH RECURSIVE
links AS (
    SELECT {d: document_id, s: story} AS one, {d: to_document_id, s: to_story} AS other FROM origin_links
    UNION
    SELECT {d: to_document_id, s: to_story}, {d: document_id, s: story} FROM origin_links
),
components(node, origin) USING KEY (node) AS (
    SELECT {d: document_id, s: story}, {d: document_id, s: story} FROM stories
    UNION
    SELECT links.other, min(components.origin)
    FROM components
    JOIN links ON links.one = components.node
    JOIN recurring.components AS known ON known.node = links.other
    WHERE components.origin < known.origin
    GROUP BY links.other
)
SELECT node.d, node.s, substr(sha256(origin.d || '/' || origin.s), 1, 20) FROM components ORDER BY ALL;
