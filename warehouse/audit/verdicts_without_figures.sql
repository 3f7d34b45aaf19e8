SELECT 'left side of a reconciliation ' || left_assertion_id AS offender
FROM reconciliations ANTI JOIN assertion_counts ON assertion_id = left_assertion_id
UNION ALL
SELECT 'right side of a reconciliation ' || right_assertion_id FROM reconciliations ANTI JOIN assertion_counts ON assertion_id = right_assertion_id
UNION ALL
SELECT 'reconciliation ' || left_assertion_id || ' (no such verdict: ' || verdict || ')' FROM reconciliations ANTI JOIN verdicts USING (verdict)
UNION ALL
SELECT 'assertion ' || assertion_id || ' (what it says)' FROM assertion_counts ANTI JOIN assertions USING (assertion_id)
UNION ALL
SELECT 'assertion ' || assertion_id || ' (its topic)' FROM assertion_counts ANTI JOIN topic_keys USING (topic_number)
UNION ALL
SELECT 'assertion ' || assertion_id || ' (the best value of its topic)' FROM assertion_counts ANTI JOIN topic_counts USING (topic_number) WHERE NOT is_superseded
UNION ALL
SELECT 'claim ' || figure_id || ' (not weighed)' FROM claims ANTI JOIN sayings ON claim_row = claims.rowid
UNION ALL
SELECT 'claim ' || claim_row || ' (its assertion)' FROM sayings ANTI JOIN assertion_counts USING (assertion_id) WHERE assertion_id IS NOT NULL
UNION ALL
SELECT 'verdict on equation ' || equation_id FROM equation_verdicts ANTI JOIN equations USING (equation_id)
