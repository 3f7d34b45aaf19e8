-- One figure in full; $figure_id may be its first characters.
SELECT
    all_figures.*,
    figures.sentence_start,
    figures.bbox_left,
    figures.bbox_bottom,
    figures.bbox_right,
    figures.bbox_top,
    unit_source,
    counterparty_id,
    subject
FROM all_figures
JOIN figures USING (figure_id)
JOIN claims USING (figure_id)
WHERE starts_with(figure_id, $figure_id)
ORDER BY figure_id
