-- An article that prints another number for the same thing in its next version: whoever reads the older one is told.
SELECT
    left_assertion_id,
    right_assertion_id,
    'revised' AS verdict,
    gap,
    subject(l, r, CASE WHEN l.measure = r.measure THEN l.measure END)
        || 'the article was corrected' || coalesce(' on ' || on_day(superseded_on), '') || ', from '
        || CASE WHEN left_is_older THEN l.said || ' to ' || r.said ELSE r.said || ' to ' || l.said END
        || kin_note(l, r) || period_note(l, r) || '.' AS explanation
FROM pairs
JOIN (
    SELECT assertion_id AS left_assertion_id, by_assertion_id AS right_assertion_id, superseded_on, true AS left_is_older FROM corrections
    UNION ALL
    SELECT by_assertion_id, assertion_id, superseded_on, false FROM corrections
) USING (left_assertion_id, right_assertion_id)
WHERE relation = 'one thing' AND obstacle IS NULL
    AND NOT meet AND same_kind AND same_per AND one_thing AND l.basis IS NOT DISTINCT FROM r.basis
