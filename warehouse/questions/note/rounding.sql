-- What is one number, rounded or hedged differently.
WITH
number AS (SELECT number_id, said, basis, place, UNNEST(assertion_ids) AS assertion_id FROM numbers_of($topics) WHERE NOT is_item),
nearest AS (
    SELECT topic_pairs.topic_id, first.number_id, first.said, first.place, other.said AS other_said, other.place AS other_place
    FROM (
        SELECT topic_id, verdict, is_within, left_assertion_id AS one, right_assertion_id AS other FROM topic_pairs
        UNION ALL
        SELECT topic_id, verdict, is_within, right_assertion_id, left_assertion_id FROM topic_pairs
    ) AS topic_pairs
    JOIN number AS first ON first.assertion_id = one
    JOIN number AS other ON other.assertion_id = topic_pairs.other
    WHERE verdict = 'consistent' AND is_within AND first.place < other.place AND first.said <> other.said
    QUALIFY row_number() OVER (PARTITION BY topic_pairs.topic_id, other.said ORDER BY first.place, other.place) = 1
)
SELECT topic_id, listed([said] || list(other_said ORDER BY other_place)) || ' can be one number.' AS words
FROM nearest
GROUP BY topic_id, number_id, said, place
ORDER BY place, words
