-- What a body has many of: no number is the best.
SELECT
    topic_id,
    listed(list(said || CASE per WHEN 'each' THEN ' each' ELSE coalesce(' per ' || per, '') END || ' (' || based(number) || ')' ORDER BY place))
        || ', by ' || listed(list_sort(list_distinct(flatten(list(publishers))))) || '.' AS words
FROM numbers_of($topics) AS number
JOIN (SELECT topic_id, measure_families.one_per_period FROM topics JOIN measure_families USING (measure)) AS topic USING (topic_id)
WHERE NOT one_per_period OR topic_id IN (SELECT topic_id FROM numbers_of($topics) WHERE place = 1 AND is_item)
GROUP BY topic_id
