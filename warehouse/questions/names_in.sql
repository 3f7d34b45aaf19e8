-- The names that are linked in the documents of texts_with.sql.
SELECT document_id, start_char, end_char, surface, organisation_id, organisation_name, rule, kind, alternatives
FROM organisation_mentions
WHERE form = 'name' AND document_id IN (
    SELECT document_id FROM documents
    WHERE ($document_id IS NULL OR document_id = $document_id) AND contains(folded(text), folded($name))
)
ORDER BY document_id, start_char
