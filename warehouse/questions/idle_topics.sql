-- Judgements on topics that count for nothing now: the topic is not here any more.
SELECT "position", judgements.verdict, 'topic ' || coalesce(made.topic, judgements.topic_id) AS about, judgements.topic_id || ' is no topic now' AS reason
FROM judgements
JOIN judgements_made AS made USING ("position")
WHERE judgements.topic_id NOT IN (SELECT topics.topic_id FROM topics)
ORDER BY "position"
