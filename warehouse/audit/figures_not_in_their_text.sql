SELECT 'figure ' || figure_id || ' (' || surface || ') in ' || name || ' at ' || start_char AS offender
FROM figures JOIN documents USING (document_id)
WHERE substr(text, start_char + 1, end_char - start_char) IS DISTINCT FROM surface
