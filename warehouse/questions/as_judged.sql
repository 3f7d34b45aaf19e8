-- Where a figure stands, so that it is found again in a text that was read anew: its words, its start, and the how-manieth it is of those printed like it.
SELECT
    figure_id,
    document_id,
    documents.name AS document,
    one_line(surface) AS surface,
    start_char,
    count(*) OVER (PARTITION BY one_line(surface) ORDER BY start_char)::INTEGER AS occurrence,
    count(*) OVER (PARTITION BY one_line(surface))::INTEGER AS occurrences
FROM figures
JOIN documents USING (document_id)
WHERE document_id = (SELECT document_id FROM figures WHERE figure_id = $figure_id)
QUALIFY figure_id = $figure_id
