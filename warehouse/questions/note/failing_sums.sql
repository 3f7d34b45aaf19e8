-- The sums that fail among those that texts state about a topic.
SELECT topic_id, regexp_replace(explanation, '\.$', '') || ' (' || listed(list(DISTINCT publisher ORDER BY publisher)) || ').' AS words
FROM sums_of($topics)
WHERE verdict = 'fails'
GROUP BY topic_id, explanation
ORDER BY words
