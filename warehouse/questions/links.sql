-- What names were linked to, the least sure first: one row a name as printed, its document and its reading, at the first of its places. $name and
-- $document keep those whose words, and whose document's name (or id), hold them.
SELECT
    documents.name AS document,
    min(start_char) AS start,
    count(*) AS times,
    surface,
    organisation_id AS id,
    organisation_name AS name,
    rule,
    confidence,
    alternatives,
    regexp_replace(substr(any_value(text), greatest(min(start_char) - 59, 1), 160), '\s+', ' ', 'g') AS context,
    document_id
FROM organisation_mentions
JOIN documents USING (document_id)
WHERE form = 'name'
    AND ($name IS NULL OR contains(folded(surface), folded($name)) OR contains(folded(organisation_name), folded($name)))
    AND ($document IS NULL OR contains(lower(documents.name), lower($document)) OR document_id = $document)
GROUP BY ALL
ORDER BY confidence, document, start
