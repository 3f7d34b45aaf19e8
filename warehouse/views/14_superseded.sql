CREATE VIEW superseded AS
SELECT document_id, story, by_document_id, by_story, superseded_on FROM versions WHERE by_document_id IS NOT NULL;

COMMENT ON VIEW superseded IS 'Which stories were overtaken by a later version of the same article, one row a story: the version that came next.';
COMMENT ON COLUMN superseded.document_id IS 'The document of the older version';
COMMENT ON COLUMN superseded.story IS 'The older version: the story of that document, counted from 0';
COMMENT ON COLUMN superseded.by_document_id IS 'The document of the version that came next';
COMMENT ON COLUMN superseded.by_story IS 'That version';
COMMENT ON COLUMN superseded.superseded_on IS 'The day of that version; null where nobody says when';
