-- The documents whose text holds the words of a name, without the boiler-plate that follows it; one document or all.
SELECT
    document_id,
    left(text, coalesce((SELECT max(end_char) FROM passages WHERE passages.document_id = documents.document_id AND kind <> 'boilerplate'), length(text))) AS text
FROM documents
WHERE ($document_id IS NULL OR document_id = $document_id) AND contains(folded(text), folded($name))
ORDER BY document_id
