-- What persons have judged about a figure and others.
SELECT
    verdict,
    decided_by,
    decided_at,
    note,
    other.figure_id AS other_figure_id,
    other.surface AS other_surface,
    other.document AS other_document
FROM judgements
JOIN all_figures AS other ON other.figure_id = CASE WHEN left_figure_id = $figure_id THEN right_figure_id ELSE left_figure_id END
WHERE $figure_id IN (left_figure_id, right_figure_id)
ORDER BY "position"
