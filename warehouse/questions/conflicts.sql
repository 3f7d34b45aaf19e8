-- What does not go together: first sums that fail, then conflicts of figures that state their time, then the others, the widest gaps first.
SELECT explanation, documents, dated
FROM (
    SELECT
        concat_ws(' · ', organisation, in_words(measure), period) || ': ' || explanation AS explanation,
        [document] AS documents,
        true AS dated,
        2 AS weight,
        difference AS gap
    FROM stated_sums
    WHERE verdict = 'fails'
    UNION ALL
    SELECT title || ': ' || words, documents, weight = 1, weight, gap
    FROM conflicts_of((SELECT list(DISTINCT topic_id) FROM topic_pairs WHERE verdict = 'conflicts'))
    JOIN topics USING (topic_id)
)
ORDER BY weight DESC, gap DESC NULLS LAST, explanation
