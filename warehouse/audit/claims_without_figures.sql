SELECT 'figure ' || figure_id AS offender FROM claims ANTI JOIN figures USING (figure_id)
UNION ALL
SELECT 'figure ' || figure_id FROM figures ANTI JOIN claims USING (figure_id)
UNION ALL
SELECT 'evidence of figure ' || figure_id FROM evidence ANTI JOIN figures USING (figure_id)
UNION ALL
SELECT 'alternatives of the ' || field || ' of figure ' || figure_id FROM evidence_alternatives ANTI JOIN evidence USING (figure_id, field)
