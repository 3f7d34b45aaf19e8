CREATE VIEW printings AS
SELECT
    stories.document_id,
    story,
    documents.name AS document_name,
    coalesce(stories.publisher, documents.publisher) AS publisher,
    coalesce(stories.published_on, documents.published_on) AS published_on,
    story_order(stories.document_id, story, coalesce(stories.published_on, documents.published_on)) AS story_order
FROM stories
JOIN documents ON documents.document_id = stories.document_id;

COMMENT ON VIEW printings IS 'Who published each story, and when: what the story says itself, or else its document.';
COMMENT ON COLUMN printings.document_id IS 'The document';
COMMENT ON COLUMN printings.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN printings.document_name IS 'The file or address of the document';
COMMENT ON COLUMN printings.publisher IS 'Who published it';
COMMENT ON COLUMN printings.published_on IS 'The day on which it was published';
COMMENT ON COLUMN printings.story_order IS 'A number that follows the order of publication, one a story';
