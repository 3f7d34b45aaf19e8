-- How each field of a figure was decided, and the words that decided.
SELECT field, rule, substr(text, start_char + 1, end_char - start_char) AS words
FROM evidence
JOIN documents USING (document_id)
WHERE figure_id = $figure_id
ORDER BY list_position(['measure', 'basis', 'organisation', 'counterparty', 'period', 'speaker'], field)
