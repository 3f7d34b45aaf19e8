-- Judgements that count for nothing now, and why: what they are about is not here (now).
SELECT
    "position",
    judgements.verdict,
    made.left_surface || ' in ' || made.left_document || ' and ' || made.right_surface || ' in ' || made.right_document AS about,
    CASE
        WHEN made.left_document_id NOT IN (SELECT document_id FROM documents) THEN made.left_document || ' is not here as it was then'
        WHEN made.right_document_id NOT IN (SELECT document_id FROM documents) THEN made.right_document || ' is not here as it was then'
        WHEN judgements.left_figure_id IS NULL AND judgements.right_figure_id IS NULL THEN 'neither figure is found in its document'
        ELSE CASE WHEN judgements.left_figure_id IS NULL THEN made.left_surface ELSE made.right_surface END || ' is not found in its document'
    END AS reason
FROM judgements
JOIN judgements_made AS made USING ("position")
WHERE judgements.topic_id IS NULL AND (judgements.left_figure_id IS NULL OR judgements.right_figure_id IS NULL)
UNION ALL
SELECT "position", judgements.verdict, 'topic ' || coalesce(made.topic, judgements.topic_id), judgements.topic_id || ' is no topic now'
FROM judgements
JOIN judgements_made AS made USING ("position")
WHERE judgements.topic_id IS NOT NULL AND judgements.topic_id NOT IN (SELECT topics.topic_id FROM topics)
ORDER BY "position"
