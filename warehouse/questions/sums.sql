-- Every stated sum with its verdict and its terms; $about as in pairs.sql.
SELECT
    verdict, explanation, difference, explained_by, organisation, period, stated_sums.total_figure_id, document, start_char, total_surface, total_amount, equations.rule,
    (
        SELECT list(struct_pack(factor := factor, amount := amount) ORDER BY position)
        FROM equation_terms JOIN figures USING (figure_id) WHERE equation_terms.equation_id = stated_sums.equation_id
    ) AS terms
FROM stated_sums
JOIN equations USING (equation_id)
WHERE $about IS NULL OR contains(lower(concat_ws(' ', organisation, document)), lower($about))
ORDER BY (SELECT precedence FROM verdicts WHERE verdicts.verdict = stated_sums.verdict), document, start_char, equations.rule
