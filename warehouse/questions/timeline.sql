-- Every print of a topic's numbers in the order of publication, and what the best value was when it came out: by the policy of topics, from what was known.
WITH
print AS (
    SELECT *, coalesce(published_on, DATE '9999-12-31') AS day FROM prints_of([$topic])
),
known AS (
    SELECT
        days.day, number_id, said, kind, is_item, per, basis, certainty, high - low AS width, amount,
        count(DISTINCT story_order) FILTER (is_origin) AS origins,
        max(published_on) AS published_on
    FROM (SELECT DISTINCT day FROM print) AS days
    JOIN print ON print.day <= days.day
    GROUP BY ALL
),
best AS (
    SELECT day, said AS best
    FROM known
    QUALIFY row_number() OVER (
        PARTITION BY day
        ORDER BY is_item, per IS NOT NULL, kind = 'variance', basis IS NOT DISTINCT FROM 'hypothetical', certainty DESC NULLS LAST, origins DESC,
            width NULLS LAST, published_on DESC NULLS LAST, amount DESC, number_id) = 1
)
SELECT
    strftime(published_on, '%Y-%m-%d') AS published_on,
    publisher,
    said || coalesce(' per ' || per, '') AS number,
    based(print) AS measure,
    document,
    best AS best_then,
    figure_id
FROM print
JOIN best USING (day)
ORDER BY day, document, figure_id
