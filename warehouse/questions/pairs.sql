-- Every pair with its verdict, both sides; $about keeps those of an organisation whose name holds the words, or of a document.
SELECT
    verdict, explanation, origins, gap, organisation, period, rule,
    left_figure_id, left_document, left_start_char, left_surface,
    right_figure_id, right_document, right_start_char, right_surface
FROM compared
WHERE $about IS NULL OR contains(lower(concat_ws(' ', organisation, left_document, right_document)), lower($about))
ORDER BY
    (SELECT precedence FROM verdicts WHERE verdicts.verdict = compared.verdict), organisation, period,
    left_document, left_start_char, right_document, right_start_char
