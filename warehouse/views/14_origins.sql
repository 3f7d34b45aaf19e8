CREATE VIEW origins AS
SELECT DISTINCT document_id, story, figure_id, kind, key FROM origin_clues WHERE kind NOT IN ('letter', 'person', 'quotation')
UNION ALL
FROM traced_origins
UNION ALL
SELECT document_id, story, NULL, 'itself', document_id || '/' || story FROM stories;

COMMENT ON VIEW origins IS 'What each story goes back to, one row a reason. Two figures that share a key, their own or their story''s, are not independent of one another.';
COMMENT ON COLUMN origins.document_id IS 'The document';
COMMENT ON COLUMN origins.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN origins.figure_id IS 'The figure that it holds for; null where it holds for every figure of the story';
COMMENT ON COLUMN origins.kind IS 'The kind of reason: that of a clue, address, near copy, or itself';
COMMENT ON COLUMN origins.key IS 'What figures share or do not: who it is, the address, the earliest of the near copies, or the story';
