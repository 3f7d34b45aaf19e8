-- The assertions that are new, those that more claims say now, and those of which a story was overtaken by a later version or is no longer as independent.
CREATE OR REPLACE TEMP TABLE heard AS
SELECT
    assertion_id,
    any_value(topic) AS topic,
    arg_min(claim_row, place) AS claim_row,
    any_value(is_item) AS is_item,
    min(vintage) AS published_on,
    max(vintage) AS last_published_on,
    count(*) AS claims,
    min(story_row) < max(story_row) AS is_told_again,
    bool_and(is_superseded) AS is_superseded
FROM telling
WHERE assertion_id IS NOT NULL
GROUP BY assertion_id;

CREATE OR REPLACE TEMP TABLE known AS
FROM assertion_counts
SEMI JOIN (
    SELECT assertion_id FROM heard
    UNION
    SELECT assertion_id FROM sayings SEMI JOIN (
        SELECT story_row FROM printings SEMI JOIN reordered USING (document_id, story)
        UNION
        FROM moved
    ) AS changed USING (story_row)
) AS changed USING (assertion_id);

-- What one story says of its own is counted already.
CREATE OR REPLACE TEMP TABLE recounted AS
SELECT assertion_id FROM heard WHERE is_told_again OR is_superseded
UNION
SELECT assertion_id FROM known;

-- Topics are few beside claims: their keys are made once a topic.
CREATE OR REPLACE TEMP TABLE topics_heard AS
SELECT
    topic,
    topic_number(body_key, measure_family, currency, period_start, period_end, undated_in) AS topic_number,
    hash(body_key) AS body,
    hash(measure_family, currency) AS line,
    period_start,
    due(period_start, period_end) AS period_end,
    undated_in,
    measure_family
FROM (SELECT topic, min(claim_row) AS claim_row FROM heard ANTI JOIN known USING (assertion_id) GROUP BY topic)
JOIN described('coming') USING (claim_row);

INSERT INTO topic_keys BY NAME SELECT * EXCLUDE (topic) FROM topics_heard ANTI JOIN topic_keys USING (topic_number);

CREATE OR REPLACE TEMP TABLE fresh AS
SELECT
    assertion_id,
    topic_number,
    coalesce(counted.claim_row, found.claim_row) AS claim_row,
    is_item,
    CASE WHEN counted.assertion_id IS NULL THEN found.published_on ELSE counted.published_on END AS published_on,
    CASE WHEN counted.assertion_id IS NULL THEN found.last_published_on ELSE counted.last_published_on END AS last_published_on,
    coalesce(counted.claims, found.claims) AS claims,
    coalesce(counted.stories, 1) AS stories,
    coalesce(counted.origins, 1) AS origins,
    coalesce(counted.is_superseded, found.is_superseded) AS is_superseded
FROM (
    SELECT assertion_id, topic_number, claim_row, is_item, published_on, last_published_on, claims, is_superseded
    FROM heard ANTI JOIN known USING (assertion_id) JOIN topics_heard USING (topic)
    UNION ALL BY NAME
    SELECT assertion_id, topic_number, claim_row, is_item, published_on, last_published_on, claims, is_superseded FROM known
) AS found
LEFT JOIN told_by(NULL, 'recounted') AS counted USING (assertion_id);

DELETE FROM reconciliations WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM slips WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM assertion_counts WHERE assertion_id IN (SELECT assertion_id FROM known);
INSERT INTO assertion_counts BY NAME FROM fresh;
