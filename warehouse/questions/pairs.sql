-- Every pair with its verdict, both sides, and what a person last judged of them; $about keeps those of an organisation whose name holds the words, or of a
-- document.
SELECT
    compared.verdict, explanation, origins, gap, gap_share, slip, weight, judgements.verdict AS judgement, organisation, period, rule,
    compared.left_figure_id, left_document, left_start_char, left_surface,
    compared.right_figure_id, right_document, right_start_char, right_surface
FROM compared
LEFT JOIN judgements ON (judgements.left_figure_id = compared.left_figure_id AND judgements.right_figure_id = compared.right_figure_id)
    OR (judgements.left_figure_id = compared.right_figure_id AND judgements.right_figure_id = compared.left_figure_id)
WHERE $about IS NULL OR contains(lower(concat_ws(' ', organisation, left_document, right_document)), lower($about))
ORDER BY
    (SELECT precedence FROM verdicts WHERE verdicts.verdict = compared.verdict), organisation, period,
    left_document, left_start_char, right_document, right_start_char
