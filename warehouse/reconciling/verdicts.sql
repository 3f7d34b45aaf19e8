-- One verdict a pair and one a sum: of what the rules propose, the verdict with the lowest precedence (see verdicts).
DELETE FROM reconciliations;
INSERT INTO reconciliations
SELECT
    substr(sha256(left_figure_id || '/' || right_figure_id), 1, 20),
    left_figure_id,
    right_figure_id,
    verdict,
    rule,
    gap,
    explanation,
    CASE WHEN EXISTS (
        FROM origins AS one JOIN origins AS other USING (key)
        WHERE one.document_id = l.document_id AND one.story = l.story AND other.document_id = r.document_id AND other.story = r.story
    ) THEN 1 ELSE 2 END
FROM (
    SELECT DISTINCT ON (left_figure_id, right_figure_id) proposals.*
    FROM proposals JOIN verdicts USING (verdict)
    ORDER BY left_figure_id, right_figure_id, precedence, rule
) AS decided
JOIN figures AS l ON l.figure_id = left_figure_id
JOIN figures AS r ON r.figure_id = right_figure_id
ORDER BY ALL;

DELETE FROM equation_verdicts;
INSERT INTO equation_verdicts
SELECT DISTINCT ON (equation_id) equation_id, verdict, difference, explanation, slip
FROM equation_proposals JOIN verdicts USING (verdict) LEFT JOIN equation_explanations USING (equation_id)
ORDER BY equation_id, precedence, rule;
