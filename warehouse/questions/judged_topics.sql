-- The topics that persons have judged.
SELECT topic_id FROM judgements WHERE topic_id IS NOT NULL ORDER BY topic_id
