-- How each field of a figure was decided or left open: the rule, the words that it read, how sure it was, and the values that lost, the likeliest first.
SELECT field, rule, substr(text, start_char + 1, end_char - start_char) AS words, confidence, coalesce(alternatives, []) AS alternatives
FROM evidence
JOIN documents USING (document_id)
LEFT JOIN (
    SELECT figure_id, field, list({'value': value, 'confidence': confidence} ORDER BY position) AS alternatives
    FROM evidence_alternatives
    GROUP BY ALL
) USING (figure_id, field)
WHERE figure_id = $figure_id
ORDER BY list_position(['measure', 'basis', 'organisation', 'counterparty', 'period', 'speaker'], field)
