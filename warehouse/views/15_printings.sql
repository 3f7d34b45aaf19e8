CREATE VIEW printings AS
SELECT
    story_row,
    stories.document_id,
    stories.story,
    documents.name AS document_name,
    coalesce(stories.publisher, documents.publisher) AS publisher,
    publications.published_on,
    -- a page that says it was changed, of which no older version is here, is taken to have said the same from the first
    CASE WHEN versions.document_id IS NULL THEN publications.published_on ELSE vintage END AS vintage,
    superseded_on,
    by_document_id IS NOT NULL AS is_superseded,
    story_order,
    document_order
FROM stories
JOIN publications ON story_row = stories.rowid
JOIN documents ON documents.document_id = stories.document_id
LEFT JOIN versions ON versions.document_id = stories.document_id AND versions.story = stories.story;

COMMENT ON VIEW printings IS 'Who published each story, and when: what the story says itself, or else its document.';
COMMENT ON COLUMN printings.story_row IS 'The story: the row of stories, counted from 0';
COMMENT ON COLUMN printings.document_id IS 'The document';
COMMENT ON COLUMN printings.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN printings.document_name IS 'The file or address of the document';
COMMENT ON COLUMN printings.publisher IS 'Who published it';
COMMENT ON COLUMN printings.published_on IS 'The day on which it was published';
COMMENT ON COLUMN printings.vintage IS 'The day from which its numbers count: of a later version of an article the day of its change, else published_on';
COMMENT ON COLUMN printings.superseded_on IS 'The day on which a later version of the article took its place; null where none did, or nobody says when';
COMMENT ON COLUMN printings.is_superseded IS 'Whether a later version of the article took its place';
COMMENT ON COLUMN printings.story_order IS 'A number that follows the order of publication, one a story';
COMMENT ON COLUMN printings.document_order IS 'A number that follows the order of names, one a document';
