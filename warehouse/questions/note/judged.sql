-- What persons have judged about figures of a topic, or about the topic.
SELECT topic_id, judged || ', says ' || decided_by || ' (' || on_day(decided_at) || ')' || coalesce(': ' || note, '') || '.' AS words
FROM (
    SELECT
        placed_assertions.topic_id,
        "position",
        one.surface || ' and ' || other.surface || CASE judgements.verdict
            WHEN 'same' THEN ' are one thing'
            WHEN 'different' THEN ' are different things'
            ELSE ' are one thing, and one of them is a misprint' END AS judged,
        decided_by,
        decided_at,
        note
    FROM judgements
    JOIN figures AS one ON one.figure_id = left_figure_id
    JOIN figures AS other ON other.figure_id = right_figure_id
    JOIN claim_assertions ON claim_assertions.figure_id IN (left_figure_id, right_figure_id)
    JOIN placed_assertions USING (assertion_id)
    UNION
    SELECT
        topic_id,
        "position",
        'its figures are ' || CASE verdict WHEN 'different' THEN 'different things' WHEN 'same' THEN 'one thing' ELSE 'one thing, and one of them is a misprint' END,
        decided_by,
        decided_at,
        note
    FROM judgements
    WHERE topic_id IS NOT NULL
)
SEMI JOIN (SELECT UNNEST($topics) AS topic_id) AS wanted USING (topic_id)
ORDER BY "position"
