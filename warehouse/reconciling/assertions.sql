-- What the new claims say: `fresh` holds the assertions that are new, those that more claims say now, and those that a later version of an article superseded.
CREATE OR REPLACE TEMP TABLE told AS SELECT figure_id, assertion_id, story_order, place, vintage, is_superseded FROM claimed;

-- Few amounts are put into words, though many claims state them.
CREATE OR REPLACE TEMP TABLE wordings AS
SELECT hash(bound, amount, low, high, currency) AS wording, said(stated) AS said
FROM (SELECT DISTINCT bound, amount, low, high, currency FROM figures SEMI JOIN coming USING (figure_id)) AS stated;

CREATE OR REPLACE TEMP TABLE said AS
SELECT
    claimed.* EXCLUDE (place, story_order, vintage, is_superseded, superseded_on, sentence, surface) REPLACE (vintage AS published_on),
    finality(sentence, surface, certainty) AS finality,
    topic_id(body_key, measure_family, currency, period_start, period_end, undated_in) AS topic_id,
    said,
    coalesce(publisher, file_name(document_name)) || coalesce(', ' || on_day(vintage), '') AS printed_by,
    first.* EXCLUDE (place)
FROM claimed
JOIN (
    SELECT
        min(place) AS place,
        max(vintage) AS last_published_on,
        count(*) AS claims,
        count(DISTINCT story_order) AS stories,
        1 AS origins,
        bool_or(is_superseded) AS is_superseded
    FROM told WHERE assertion_id IS NOT NULL GROUP BY assertion_id
) AS first USING (place)
JOIN wordings ON wording = hash(bound, amount, low, high, currency);

CREATE OR REPLACE TEMP TABLE known AS
FROM assertions
SEMI JOIN (
    SELECT assertion_id FROM said
    UNION
    SELECT assertion_id FROM claim_assertions SEMI JOIN (
        FROM printings SEMI JOIN (SELECT document_id, story FROM reordered UNION SELECT document_id, story FROM moved) AS changed USING (document_id, story)
    ) AS changed USING (story_order)
) AS changed USING (assertion_id);

CREATE OR REPLACE TEMP TABLE fresh AS
FROM said ANTI JOIN known USING (assertion_id)
UNION ALL BY NAME
FROM (FROM known UNION ALL BY NAME FROM said SEMI JOIN known USING (assertion_id))
QUALIFY row_number() OVER (PARTITION BY assertion_id ORDER BY published_on NULLS LAST, document_name, document_id, story, start_char) = 1;

DELETE FROM reconciliations WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM slips WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM assertions WHERE assertion_id IN (SELECT assertion_id FROM known);
INSERT INTO claim_assertions SELECT figure_id, assertion_id, story_order FROM told ORDER BY place;

-- What one story says of its own is counted already.
CREATE OR REPLACE TEMP TABLE recounted AS
SELECT assertion_id FROM fresh WHERE stories > 1 OR is_superseded
UNION
SELECT assertion_id FROM known;

UPDATE fresh SET
    claims = counted.claims,
    stories = counted.stories,
    origins = counted.origins,
    published_on = counted.published_on,
    last_published_on = counted.last_published_on,
    printed_by = coalesce(publisher, file_name(document_name)) || coalesce(', ' || on_day(counted.published_on), ''),
    is_superseded = counted.is_superseded
FROM told_by(NULL, 'recounted') AS counted
WHERE counted.assertion_id = fresh.assertion_id;
