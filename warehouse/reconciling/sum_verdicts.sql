-- One verdict a sum: of what the rules propose, the verdict with the lowest precedence.
INSERT INTO equation_verdicts
SELECT DISTINCT ON (equation_id) equation_id, verdict, difference, explanation, slip
FROM equation_proposals JOIN verdicts USING (verdict) LEFT JOIN equation_explanations USING (equation_id)
ORDER BY equation_id, precedence, rule;
