-- What members, and bodies that were merged into it or split off, have of the best value.
SELECT whole.topic_id, 'of ' || whole.said || CASE relation WHEN 'member' THEN ', by membership: ' ELSE ', by succession: ' END
    || listed(list(DISTINCT part_said ORDER BY part_said)) || '.' AS words
FROM (
    SELECT relation, CASE part WHEN 'left' THEN left_assertion_id ELSE right_assertion_id END AS part_id,
        CASE part WHEN 'left' THEN right_assertion_id ELSE left_assertion_id END AS whole_id
    FROM topic_pairs
    JOIN reconciliations USING (left_assertion_id, right_assertion_id, relation)
    WHERE relation IN ('member', 'successor') AND part IS NOT NULL AND topic_pairs.verdict = 'different_measure'
)
JOIN (
    SELECT *, CASE WHEN direction = 1 THEN with_article(measure) || ' of ' ELSE '' END || said || ' (' || organisation_name || ')' AS part_said FROM assertions
) AS part ON part.assertion_id = part_id
JOIN prints_of($topics) AS print ON print.assertion_id = whole_id
JOIN numbers_of($topics) AS whole ON whole.number_id = print.number_id AND whole.topic_id = print.topic_id
WHERE whole.place = 1 AND part.basis IS NOT DISTINCT FROM whole.basis
GROUP BY whole.topic_id, relation, whole.said
ORDER BY words
