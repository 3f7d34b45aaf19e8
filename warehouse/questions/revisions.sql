-- What was revised, in the order of publication.
SELECT explanation, left_document, left_surface, right_document, right_surface, gap, origins, left_figure_id, right_figure_id
FROM revisions
ORDER BY left_published_on NULLS LAST, left_document, left_start_char, right_published_on NULLS LAST, right_document, right_start_char
