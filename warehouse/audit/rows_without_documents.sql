SELECT 'figures of document ' || document_id AS offender FROM figures ANTI JOIN documents USING (document_id)
UNION ALL
SELECT 'figures of story ' || story || ' of document ' || document_id FROM figures ANTI JOIN stories USING (document_id, story)
UNION ALL
SELECT 'passages of document ' || document_id FROM passages ANTI JOIN documents USING (document_id)
UNION ALL
SELECT 'cells of document ' || document_id FROM cells ANTI JOIN documents USING (document_id)
UNION ALL
SELECT 'clues of story ' || story || ' of document ' || document_id FROM origin_clues ANTI JOIN stories USING (document_id, story)
UNION ALL
SELECT 'story ' || story || ' of document ' || document_id || ' (it has no origin)' FROM stories ANTI JOIN origin_keys ON story_row = stories.rowid
