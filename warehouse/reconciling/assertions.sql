-- What the new claims say: `fresh` holds the assertions that are new, those that more claims say now, and those that a later version of an article superseded.
CREATE OR REPLACE TEMP TABLE told AS SELECT figure_id, assertion_id, story_order, place FROM claimed;

CREATE OR REPLACE TEMP TABLE said AS
SELECT
    claimed.* EXCLUDE (place, story_order, vintage, is_superseded, superseded_on) REPLACE (vintage AS published_on),
    topic_id(body_key, measure_family, currency, period_start, period_end, undated_in) AS topic_id,
    said(claimed) AS said,
    vintage AS last_published_on
FROM claimed
SEMI JOIN (SELECT min(place) AS place FROM told WHERE assertion_id IS NOT NULL GROUP BY assertion_id) AS first USING (place);

CREATE OR REPLACE TEMP TABLE known AS
FROM assertions
SEMI JOIN (
    SELECT assertion_id FROM said
    UNION
    SELECT assertion_id FROM claim_assertions JOIN printings USING (story_order) SEMI JOIN reordered USING (document_id, story)
) AS changed USING (assertion_id);

CREATE OR REPLACE TEMP TABLE fresh AS
FROM (FROM known UNION ALL BY NAME FROM said)
QUALIFY row_number() OVER (PARTITION BY assertion_id ORDER BY published_on NULLS LAST, document_name, document_id, story, start_char) = 1;

DELETE FROM reconciliations WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM slips WHERE left_assertion_id IN (SELECT assertion_id FROM known) OR right_assertion_id IN (SELECT assertion_id FROM known);
DELETE FROM assertions WHERE assertion_id IN (SELECT assertion_id FROM known);
INSERT INTO claim_assertions SELECT figure_id, assertion_id, story_order FROM told ORDER BY place;

UPDATE fresh SET
    claims = counted.claims,
    stories = counted.stories,
    origins = counted.origins,
    published_on = counted.published_on,
    last_published_on = counted.last_published_on,
    printed_by = coalesce(publisher, file_name(document_name)) || coalesce(', ' || on_day(counted.published_on), ''),
    is_superseded = counted.is_superseded
FROM told_by(NULL, 'fresh') AS counted
WHERE counted.assertion_id = fresh.assertion_id;
