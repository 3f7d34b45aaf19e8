-- What a story goes back to: its clues, its address, and, where it has neither, itself. Stories that share a key are not independent.
DELETE FROM origins;
INSERT INTO origins
SELECT document_id, story, kind, key FROM origin_clues
UNION
SELECT document_id, story, 'address', url FROM stories WHERE url IS NOT NULL
UNION
SELECT document_id, story, 'itself', document_id || '/' || story FROM stories
ORDER BY ALL;
