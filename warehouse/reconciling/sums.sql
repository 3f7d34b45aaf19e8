-- The stated sums that have no verdict yet, with both sides in words, and the slip that explains why one fails.
CREATE OR REPLACE TEMP TABLE sums AS
SELECT *, said({bound: bound, amount: amount, low: low, high: high, currency: total.currency}) AS made, said(total) AS stated
FROM (FROM equation_sums ANTI JOIN equation_verdicts USING (equation_id)) LEFT JOIN equation_explanations USING (equation_id);

-- One verdict a sum: of what the rules propose, the verdict with the lowest precedence.
INSERT INTO equation_verdicts
SELECT DISTINCT ON (equation_id) equation_id, verdict, difference, explanation, slip
FROM ({rules}) JOIN verdicts USING (verdict) JOIN (SELECT equation_id, slip FROM sums) USING (equation_id)
ORDER BY equation_id, precedence, rule;
