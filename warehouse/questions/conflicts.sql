-- What does not go together, the widest gaps first.
SELECT explanation, left_document, left_surface, right_document, right_surface, gap, origins, left_figure_id, right_figure_id
FROM disagreements
ORDER BY gap DESC NULLS LAST, left_document, left_figure_id, right_figure_id
