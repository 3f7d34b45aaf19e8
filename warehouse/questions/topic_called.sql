-- The topics that a person means: by id, by four or more of its first characters, or by title.
SELECT topic_id, title
FROM topics
WHERE title = $topic OR (length($topic) >= 4 AND starts_with(topic_id, lower($topic)))
QUALIFY rank() OVER (ORDER BY topic_id = lower($topic) DESC, title = $topic DESC) = 1
ORDER BY topic_id
