-- The sums that texts state about a topic, and that hold: the first three.
SELECT topic_id, array_to_string(list(words ORDER BY times DESC, words)[:3], '; ')
    || CASE WHEN count(*) > 3 THEN '; and ' || (count(*) - 3) || ' others' ELSE '' END || '.' AS words
FROM (
    SELECT topic_id, regexp_replace(explanation, '(, as stated)?\.$', '') AS words, count(*) AS times
    FROM sums_of($topics)
    WHERE verdict <> 'fails'
    GROUP BY topic_id, explanation
)
GROUP BY topic_id
