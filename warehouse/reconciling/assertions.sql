-- What the new claims say: `fresh` holds the assertions that are new, and those that more claims say now. A document comes whole, so counts add up.
CREATE OR REPLACE TEMP TABLE told AS SELECT figure_id, assertion_id, story_order, place, published_on FROM claimed;

-- Few amounts are put into words, though many claims state them.
CREATE OR REPLACE TEMP TABLE wordings AS
SELECT hash(bound, amount, low, high, currency) AS wording, said(stated) AS said
FROM (SELECT DISTINCT bound, amount, low, high, currency FROM figures SEMI JOIN coming USING (figure_id)) AS stated;

CREATE OR REPLACE TEMP TABLE fresh AS
SELECT
    claimed.* EXCLUDE (place, story_order),
    topic_id(body_key, measure_family, currency, period_start, period_end, undated_in) AS topic_id,
    said,
    coalesce(publisher, file_name(document_name)) || coalesce(', ' || on_day(published_on), '') AS printed_by,
    last_published_on,
    claims,
    stories,
    stories AS origins
FROM claimed
JOIN (
    SELECT min(place) AS place, max(published_on) AS last_published_on, count(*) AS claims, count(DISTINCT story_order) AS stories
    FROM told WHERE assertion_id IS NOT NULL GROUP BY assertion_id
) AS counted USING (place)
JOIN wordings ON wording = hash(bound, amount, low, high, currency);

CREATE OR REPLACE TEMP TABLE known AS FROM assertions SEMI JOIN fresh USING (assertion_id);

CREATE OR REPLACE TEMP TABLE repeated AS
SELECT * REPLACE (
    sum(claims) OVER same AS claims, sum(stories) OVER same AS stories, sum(stories) OVER same AS origins, max(last_published_on) OVER same AS last_published_on
)
FROM (FROM known UNION ALL BY NAME FROM fresh SEMI JOIN known USING (assertion_id))
WINDOW same AS (PARTITION BY assertion_id)
QUALIFY row_number() OVER (PARTITION BY assertion_id ORDER BY published_on NULLS LAST, document_name, document_id, story, start_char) = 1;

DELETE FROM fresh WHERE assertion_id IN (SELECT assertion_id FROM known);
INSERT INTO fresh BY NAME FROM repeated;
DELETE FROM reconciliations WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM slips WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM assertions WHERE assertion_id IN (SELECT assertion_id FROM known);
INSERT INTO claim_assertions SELECT figure_id, assertion_id, story_order FROM told ORDER BY place;

-- From how many independent origins: a story that shares a key with an earlier one that says the same adds none. Only what several stories say is
-- counted, and what an old story says whose own origins moved.
CREATE OR REPLACE TEMP TABLE recounted AS
SELECT assertion_id FROM fresh WHERE stories > 1
UNION
SELECT assertion_id FROM claim_assertions SEMI JOIN (FROM printings SEMI JOIN moved USING (document_id, story)) AS moved USING (story_order)
WHERE assertion_id IS NOT NULL;

CREATE OR REPLACE TEMP TABLE dependent AS
SELECT assertion_id, count(DISTINCT story_order) AS stories
FROM (
    SELECT assertion_id, story_order, min(story_order) OVER (PARTITION BY assertion_id, key) AS first
    FROM (
        SELECT DISTINCT assertion_id, story_order, key
        FROM claim_assertions
        SEMI JOIN recounted USING (assertion_id)
        JOIN printings USING (story_order)
        JOIN origins ON origins.document_id = printings.document_id AND origins.story = printings.story
            AND coalesce(origins.figure_id, claim_assertions.figure_id) = claim_assertions.figure_id
        WHERE origins.kind <> 'itself'
    )
)
WHERE first < story_order
GROUP BY assertion_id;

UPDATE fresh SET origins = fresh.stories - dependent.stories FROM dependent WHERE dependent.assertion_id = fresh.assertion_id;
UPDATE assertions SET origins = assertions.stories - coalesce(dependent.stories, 0)
FROM recounted LEFT JOIN dependent USING (assertion_id)
WHERE recounted.assertion_id = assertions.assertion_id;
