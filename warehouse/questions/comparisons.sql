-- What a figure was compared with, and with what result.
SELECT
    verdict,
    explanation,
    CASE WHEN left_figure_id = $figure_id THEN right_figure_id ELSE left_figure_id END AS other_figure_id,
    CASE WHEN left_figure_id = $figure_id THEN right_surface ELSE left_surface END AS other_surface,
    CASE WHEN left_figure_id = $figure_id THEN right_document ELSE left_document END AS other_document
FROM compared
WHERE $figure_id IN (left_figure_id, right_figure_id)
ORDER BY (SELECT precedence FROM verdicts WHERE verdicts.verdict = compared.verdict), other_document, other_figure_id
