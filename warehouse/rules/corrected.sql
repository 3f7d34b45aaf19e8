-- An article that prints another number for the same thing in its next version: whoever reads the older one is told.
SELECT
    left_assertion_id,
    right_assertion_id,
    'revised' AS verdict,
    gap
FROM pairs
JOIN corrected_pairs USING (left_assertion_id, right_assertion_id)
WHERE relation = 'one thing' AND obstacle IS NULL
    AND NOT meet AND same_kind AND same_per AND one_thing AND l.basis IS NOT DISTINCT FROM r.basis
