-- The stated sums that have no verdict yet.
CREATE OR REPLACE TEMP TABLE sums AS FROM equation_sums ANTI JOIN equation_verdicts USING (equation_id);

-- One verdict a sum: of what the rules propose, the verdict with the lowest precedence.
INSERT INTO equation_verdicts
SELECT DISTINCT ON (equation_id) equation_id, verdict, difference, explanation, slip
FROM ({rules}) JOIN verdicts USING (verdict) LEFT JOIN equation_explanations USING (equation_id)
ORDER BY equation_id, precedence, rule;
