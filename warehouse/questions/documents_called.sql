-- The documents that a person means: by id, by the first characters of it, by name, or by the last part of the name.
SELECT document_id, name
FROM documents
WHERE document_id = $called OR name = $called OR file_name(name) = $called OR (length($called) >= 8 AND starts_with(document_id, $called))
QUALIFY rank() OVER (ORDER BY document_id = $called DESC, name = $called DESC) = 1
ORDER BY name, document_id
