-- The current best value of what a body has one of a period, who prints it, and why it is preferred to the next one of its kind.
WITH
number AS (
    SELECT number.* FROM numbers_of($topics) AS number
    JOIN (SELECT measure, one_per_period FROM measure_families) AS family USING (measure)
    WHERE NOT is_item AND one_per_period
),
runner_up AS (
    SELECT number.*
    FROM number
    JOIN number AS best ON best.topic_id = number.topic_id AND best.place = 1
    WHERE number.kind = best.kind AND number.per IS NOT DISTINCT FROM best.per AND number.number_id <> best.number_id
        AND (number.said <> best.said OR number.measure <> best.measure)
    QUALIFY row_number() OVER (PARTITION BY number.topic_id ORDER BY number.place) = 1
)
SELECT
    topic_id,
    best.said || coalesce(CASE best.per WHEN 'each' THEN ' each' ELSE ' per ' || best.per END, '') || ', ' || with_article(based(best)) || ', printed ' || CASE
        WHEN best.stories = 1 THEN coalesce(nullif(times(best.prints), 'once') || ' ', '') || 'by ' || best.printed_by
        ELSE 'by ' || listed(best.publishers) || ' in ' || best.stories || ' stories of '
            || CASE best.origins WHEN 1 THEN 'one origin' ELSE best.origins || ' independent origins' END END
        || '.' || CASE WHEN runner_up.said IS NULL THEN '' ELSE coalesce(' Preferred to ' || runner_up.said || CASE
            WHEN coalesce(runner_up.certainty, 0) < best.certainty THEN ', which is ' || with_article(based(runner_up))
            WHEN coalesce(runner_up.certainty, 0) > best.certainty THEN NULL
            WHEN runner_up.origins < best.origins THEN ', which has fewer origins'
            WHEN runner_up.origins > best.origins THEN NULL
            WHEN coalesce(runner_up.high - runner_up.low > best.high - best.low, true) THEN ', which is less precise'
            WHEN runner_up.high - runner_up.low < best.high - best.low THEN NULL
            WHEN runner_up.published_on < best.published_on THEN ', which was printed earlier'
        END, ' As good is ' || runner_up.said || ', ' || with_article(based(runner_up))) || '.' END AS words
FROM number AS best
LEFT JOIN runner_up USING (topic_id)
WHERE best.place = 1
