-- Claims, figures beside them in one order, and stories are only ever added: what is new are the last rows.
SET VARIABLE handled_stories = (SELECT count(*) FROM publications);
SET VARIABLE handled_claims = (SELECT count(*) FROM sayings);

INSERT INTO publications
SELECT story_row, story_order(document_id, story, day), document_order(document_id, name), day
FROM (
    SELECT stories.rowid AS story_row, document_id, story, name, coalesce(stories.published_on, documents.published_on) AS day
    FROM stories JOIN documents USING (document_id)
    WHERE stories.rowid >= getvariable('handled_stories')
)
ORDER BY story_row;
