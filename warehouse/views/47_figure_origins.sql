CREATE VIEW figure_origins AS
SELECT figures.figure_id, origins.kind, origins.key
FROM figures
JOIN origins ON origins.document_id = figures.document_id AND origins.story = figures.story
    AND coalesce(origins.figure_id, figures.figure_id) = figures.figure_id;

COMMENT ON VIEW figure_origins IS 'What each figure goes back to, one row a reason. Two figures that share a key are not independent of one another.';
COMMENT ON COLUMN figure_origins.figure_id IS 'The figure';
COMMENT ON COLUMN figure_origins.kind IS 'The kind of reason; see origins';
COMMENT ON COLUMN figure_origins.key IS 'What figures share or do not';
