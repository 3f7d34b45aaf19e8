SELECT 'left side of a reconciliation ' || left_assertion_id AS offender
FROM reconciliations ANTI JOIN assertions ON assertion_id = left_assertion_id
UNION ALL
SELECT 'right side of a reconciliation ' || right_assertion_id FROM reconciliations ANTI JOIN assertions ON assertion_id = right_assertion_id
UNION ALL
SELECT 'reconciliation ' || left_assertion_id || ' (no such verdict: ' || verdict || ')' FROM reconciliations ANTI JOIN verdicts USING (verdict)
UNION ALL
SELECT 'assertion ' || assertion_id || ' (its figure)' FROM assertions ANTI JOIN figures USING (figure_id)
UNION ALL
SELECT 'assertion ' || assertion_id || ' (its topic)' FROM assertions ANTI JOIN topics USING (topic_id)
UNION ALL
SELECT 'claim ' || figure_id || ' (not weighed)' FROM claims ANTI JOIN claim_assertions USING (figure_id)
UNION ALL
SELECT 'claim ' || figure_id || ' (its assertion)' FROM claim_assertions ANTI JOIN assertions USING (assertion_id) WHERE assertion_id IS NOT NULL
UNION ALL
SELECT 'verdict on equation ' || equation_id FROM equation_verdicts ANTI JOIN equations USING (equation_id)
