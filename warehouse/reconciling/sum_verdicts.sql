-- One verdict a sum: of what the rules propose, the verdict with the lowest precedence.
INSERT INTO equation_verdicts
SELECT DISTINCT ON (equation_id) equation_id, verdict, difference, explanation
FROM equation_proposals JOIN verdicts USING (verdict)
ORDER BY equation_id, precedence, rule;
