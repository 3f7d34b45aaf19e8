-- What does not go together, each pair of values once: first sums that fail, then where both sides state their time, then across documents, then the widest gaps.
SELECT
    first(explanation ORDER BY left_document, right_document) AS explanation,
    list_sort(list_distinct(list(left_document) || list(coalesce(right_document, left_document)))) AS documents,
    right_figure_id IS NULL
        OR (coalesce(one.period_start, one.period_end) IS NOT NULL AND coalesce(other.period_start, other.period_end) IS NOT NULL) AS dated,
    first(left_figure_id ORDER BY left_document, right_document) AS left_figure_id
FROM disagreements
JOIN claims AS one ON one.figure_id = left_figure_id
LEFT JOIN claims AS other ON other.figure_id = right_figure_id
GROUP BY dated, organisation, verdict, least(left_amount, right_amount), greatest(left_amount, right_amount)
ORDER BY verdict = 'fails' DESC, dated DESC, bool_or(left_document <> right_document) DESC, max(gap) DESC NULLS LAST, explanation
