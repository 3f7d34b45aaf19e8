-- What the warehouse holds: one row a thing, in the order of a report.
SELECT thing, number
FROM (
    SELECT 1 AS place, 'documents' AS thing, count(*) AS number FROM documents
    UNION ALL
    SELECT 2, 'figures', count(*) FROM figures
    UNION ALL
    SELECT 3, 'quarantined', count(*) FROM quarantine
    UNION ALL
    SELECT 10 + precedence, verdict, count(left_assertion_id) FROM verdicts LEFT JOIN reconciliations USING (verdict)
    WHERE verdict NOT IN ('holds', 'holds_within_rounding', 'fails') GROUP BY precedence, verdict
    UNION ALL
    SELECT 20 + precedence, verdict, count(equation_id) FROM verdicts LEFT JOIN equation_verdicts USING (verdict)
    WHERE verdict IN ('holds', 'holds_within_rounding', 'fails') GROUP BY precedence, verdict
)
ORDER BY place
