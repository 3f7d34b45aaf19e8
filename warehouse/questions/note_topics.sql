-- The topics that a note is about, the gravest first: with a sum that fails, with a conflict of figures that state their time, with another conflict, with
-- a revision, with numbers that measure different things or only round, and those in which nothing disagrees (rank 6).
WITH
sums AS (
    SELECT topic_id, count(*) AS fails
    FROM equation_verdicts
    JOIN equations USING (equation_id)
    JOIN claim_assertions ON claim_assertions.figure_id = total_figure_id
    JOIN placed_assertions USING (assertion_id)
    WHERE verdict = 'fails'
    GROUP BY topic_id
),
pairs AS (
    SELECT
        topic_id,
        count_if(verdict = 'conflicts' AND weight = 1) AS dated_conflicts,
        count_if(verdict = 'conflicts') AS conflicts,
        max(gap) FILTER (verdict = 'conflicts') AS widest,
        count_if(verdict = 'revised' AND is_within) AS revisions,
        count_if(verdict IN ('different_measure', 'consistent') AND is_within AND relation = 'one thing') AS differences
    FROM topic_pairs
    WHERE verdict <> 'agrees'
    GROUP BY topic_id
),
told AS (
    SELECT figure_id FROM claims JOIN documents USING (document_id) WHERE contains(lower(name), lower($about))
)
SELECT
    topic_id,
    title,
    CASE WHEN fails > 0 THEN 1 WHEN dated_conflicts > 0 THEN 2 WHEN told_conflicts > 0 THEN 3 WHEN revisions > 0 THEN 4 WHEN differences > 0 THEN 5 ELSE 6 END AS rank
FROM topics
LEFT JOIN sums USING (topic_id)
LEFT JOIN (SELECT * RENAME (conflicts AS told_conflicts) FROM pairs) AS pairs USING (topic_id)
WHERE ($topic IS NULL OR topic_id = $topic)
    AND ($about IS NULL OR contains(lower(title), lower($about)) OR topic_id IN (
        SELECT assertions.topic_id FROM assertions WHERE contains(lower(organisation_name), lower($about))
        UNION
        SELECT placed_assertions.topic_id FROM told JOIN claim_assertions USING (figure_id) JOIN placed_assertions USING (assertion_id)))
ORDER BY rank, widest DESC NULLS LAST, claims DESC, title, topic_id
