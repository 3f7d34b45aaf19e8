SELECT 'reconciliation ' || reconciliation_id AS offender FROM reconciliations ANTI JOIN figures ON figure_id = left_figure_id
UNION ALL
SELECT 'reconciliation ' || reconciliation_id FROM reconciliations ANTI JOIN figures ON figure_id = right_figure_id
UNION ALL
SELECT 'reconciliation ' || reconciliation_id || ' (no such verdict: ' || verdict || ')' FROM reconciliations ANTI JOIN verdicts USING (verdict)
UNION ALL
SELECT 'verdict on equation ' || equation_id FROM equation_verdicts ANTI JOIN equations USING (equation_id)
