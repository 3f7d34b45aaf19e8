-- What measures something else than where the books stand: a distance from plan, with the plan that it implies and whether a reported plan fits it; what is
-- for each of several.
WITH
number AS (FROM numbers_of($topics)),
beside AS (
    SELECT
        variance.topic_id,
        variance,
        held,
        implied_low(held, variance) AS low,
        implied_high(held, variance) AS high,
        implied_basis(held, variance) AS basis
    FROM number AS variance
    JOIN number AS held USING (topic_id)
    WHERE variance.kind = 'variance' AND held.kind = 'position' AND NOT variance.is_item AND NOT held.is_item AND variance.per IS NULL AND held.per IS NULL
        AND variance.certainty > 1 AND held.certainty IN (1, variance.certainty)
    QUALIFY row_number() OVER (PARTITION BY variance.number_id ORDER BY held.certainty = variance.certainty DESC, held.place) = 1
),
reported AS (
    SELECT
        beside.variance.number_id AS number_id,
        CASE WHEN plan.measure = beside.held.measure THEN '' ELSE with_article(in_words(plan.measure)) || ' of ' END || plan.said || ' (' || plan.printed_by || ')' AS said,
        signed_low(plan) <= beside.high AND signed_high(plan) >= beside.low AS fits,
        plan.place
    FROM beside
    JOIN number AS plan USING (topic_id)
    WHERE beside.basis = 'planned' AND plan.kind = 'position' AND plan.basis = 'plan' AND plan.direction IS NOT NULL AND NOT plan.is_item AND plan.per IS NULL
),
fitting AS (
    SELECT
        number_id,
        concat_ws('',
            '; the plan of ' || listed(list(said ORDER BY place) FILTER (fits)) || CASE count_if(fits) WHEN 1 THEN ' fits' ELSE ' fit' END,
            '; the plan of ' || listed(list(said ORDER BY place) FILTER (NOT fits)) || CASE count_if(NOT fits) WHEN 1 THEN ' does not' ELSE ' do not' END) AS words
    FROM reported
    WHERE fits IS NOT NULL
    GROUP BY number_id
)
SELECT
    topic_id,
    1 AS part,
    variance.place,
    variance.said || ' (' || variance.printed_by || ') is ' || variance_name(variance) || ', ' || held.said || ' the ' || position_name(held) || '.'
        || coalesce(' Together they imply ' || bottom_line(low, high, basis, variance.currency) || coalesce(fitting.words, '') || '.', '') AS words
FROM beside
LEFT JOIN fitting ON fitting.number_id = variance.number_id
UNION ALL
SELECT topic_id, 2, min(place), 'For each of several ' || listed(list(said ORDER BY place) FILTER (per = 'each')) || ', for all of them '
    || listed(list(said ORDER BY place) FILTER (per IS NULL)) || '.'
FROM (SELECT topic_id, said, per, min(place) AS place FROM number WHERE kind <> 'variance' AND NOT is_item GROUP BY ALL)
GROUP BY topic_id
HAVING count_if(per = 'each') > 0 AND count_if(per IS NULL) > 0
ORDER BY part, place
