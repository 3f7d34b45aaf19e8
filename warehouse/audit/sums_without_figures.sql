SELECT 'total of equation ' || equation_id AS offender FROM equations ANTI JOIN figures ON figure_id = total_figure_id
UNION ALL
SELECT 'term ' || "position" || ' of equation ' || equation_id FROM equation_terms ANTI JOIN figures USING (figure_id)
UNION ALL
SELECT 'terms of equation ' || equation_id FROM equation_terms ANTI JOIN equations USING (equation_id)
