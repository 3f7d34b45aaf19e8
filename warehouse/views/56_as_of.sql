-- The state of knowledge on a day: the values that had been printed by then and not been superseded, the best of them by the policy that topics go by.
-- Stories without a date are in no state of knowledge but that of today, where the day is null.
CREATE MACRO as_of(day) AS TABLE
WITH
told AS (
    SELECT assertions.* EXCLUDE (claims, stories, origins, published_on, last_published_on, is_superseded), counted.* EXCLUDE (assertion_id)
    FROM told_by(day, 'assertions') AS counted
    JOIN assertions USING (assertion_id)
),
best AS (
    FROM told WHERE NOT is_superseded
    QUALIFY row_number() OVER (PARTITION BY topic_id ORDER BY best_first(told)) = 1
),
counted AS (
    SELECT
        topic_id,
        sum(claims) AS claims,
        sum(stories) AS stories,
        count(*) AS assertions,
        min(published_on) AS first_published_on,
        max(last_published_on) AS last_published_on
    FROM told GROUP BY topic_id
)
SELECT
    topic_id,
    topic_title(best) AS title,
    best.organisation_name AS organisation,
    best.measure,
    best.basis,
    CASE WHEN is_dated(best) THEN best.period_label END AS period_label,
    best.period_start,
    best.period_end,
    best.said,
    best.amount,
    best.low,
    best.high,
    best.currency,
    best.per,
    best.published_on,
    best.publisher,
    best.document_name AS document,
    best.origins,
    counted.* EXCLUDE (topic_id),
    best.assertion_id AS best_assertion_id,
    best.figure_id
FROM best
JOIN counted USING (topic_id)
ORDER BY topic_id;

COMMENT ON MACRO TABLE as_of IS
    'The best value of each topic as it was known on a day (null: today): `title`, `said`, `amount`, `low`, `high`, `published_on`, `publisher`, `document`, how many independent `origins` it had by then, and how many `claims`, `stories` and `assertions` the topic. What is not dated is left out where a day is given. `FROM as_of(DATE ''2019-10-01'')`';
