-- Only values that nobody stands by any more: what another paper still prints is no correction of this one. A number that both versions print was not corrected.
CREATE VIEW corrections AS
WITH
said AS (SELECT document_id, story, assertion_id FROM sayings JOIN printings USING (story_row) WHERE assertion_id IS NOT NULL),
changed AS (
    SELECT DISTINCT superseded.*, older.assertion_id, newer.assertion_id AS by_assertion_id
    FROM superseded
    JOIN said AS older USING (document_id, story)
    JOIN said AS newer ON newer.document_id = by_document_id AND newer.story = by_story
)
SELECT assertion_id, by_assertion_id, min(superseded_on) AS superseded_on
FROM changed
JOIN (SELECT assertion_id, topic_number FROM assertion_counts WHERE is_superseded) AS older USING (assertion_id)
JOIN (SELECT assertion_id AS by_assertion_id, topic_number FROM assertion_counts) AS newer USING (by_assertion_id, topic_number)
WHERE (by_document_id, by_story, assertion_id) NOT IN (SELECT (by_document_id, by_story, by_assertion_id) FROM changed)
    AND (document_id, story, by_assertion_id) NOT IN (SELECT (document_id, story, assertion_id) FROM changed)
GROUP BY ALL;

COMMENT ON VIEW corrections IS 'What a later version of an article no longer says, beside each thing that it says about the same topic instead.';
COMMENT ON COLUMN corrections.assertion_id IS 'What only superseded versions say';
COMMENT ON COLUMN corrections.by_assertion_id IS 'What the next version says, and the older one did not';
COMMENT ON COLUMN corrections.superseded_on IS 'The day of that version; null where nobody says when';

CREATE VIEW corrected_pairs AS
SELECT assertion_id AS left_assertion_id, by_assertion_id AS right_assertion_id, true AS is_left_older, superseded_on AS corrected_on FROM corrections
UNION ALL
SELECT by_assertion_id, assertion_id, false, superseded_on FROM corrections;

COMMENT ON VIEW corrected_pairs IS 'Corrections as pairs, either side first.';
COMMENT ON COLUMN corrected_pairs.left_assertion_id IS 'The one side';
COMMENT ON COLUMN corrected_pairs.right_assertion_id IS 'The other side';
COMMENT ON COLUMN corrected_pairs.is_left_older IS 'Whether the one is what the older version says';
COMMENT ON COLUMN corrected_pairs.corrected_on IS 'The day of the newer version; null where nobody says when';
