-- How numbers moved: one row a topic that states its time, from plan to outturn, what is printed most first.
SELECT title, words AS values
FROM moves_of((SELECT list(DISTINCT topic_id) FROM topic_pairs WHERE verdict = 'revised' AND is_within))
JOIN topics USING (topic_id)
WHERE period_label IS NOT NULL
ORDER BY steps DESC, stories DESC, title
