-- The closed intervals have a point in common: rounding or a hedge explains the difference. Where nothing says that both are one quantity,
-- an open end ("more than £1m") meets too much to say anything, and so does any interval where one side leaves its time open, if they
-- are not for one thing or one receiver, or the one is not the other rounded.
SELECT
    left_assertion_id,
    right_assertion_id,
    'consistent' AS verdict,
    gap,
    subject(l, r, CASE WHEN l.measure = r.measure THEN l.measure END) || CASE
        WHEN NOT same_kind THEN 'one story calls ' || l.said || ' ' || with_article(in_words(l.measure)) || ' and ' || r.said || ' '
            || with_article(in_words(r.measure)) || '; they are one number, rounded differently'
        WHEN opposed THEN l.said || ' (' || in_words(l.measure) || ') and ' || r.said || ' (' || in_words(r.measure) || ') are both next to nothing, within rounding'
        WHEN l.bound = 'exact' AND r.bound = 'exact' THEN l.said || ' and ' || r.said || ' are one number, rounded differently'
        WHEN l.bound = 'exact' THEN l.said || ' is within what "' || r.said || '" allows'
        WHEN r.bound = 'exact' THEN r.said || ' is within what "' || l.said || '" allows'
        ELSE '"' || l.said || '" and "' || r.said || '" allow for one number'
    END || kin_note(l, r) || period_note(l, r) || '.' AS explanation
FROM pairs
WHERE relation = 'one thing' AND obstacle IS NULL
    AND meet AND same_per AND CASE
        WHEN NOT same_kind THEN NOT opposed AND same_story AND could_be_one(l, r)
        WHEN is_dated(l) AND is_dated(r) THEN one_thing OR l.low + l.high + r.low + r.high IS NOT NULL
        ELSE one_thing OR could_be_one(l, r) OR could_be_one_payment(l, r) OR (same_document AND is_unsaid(l, r) AND meet_as_told(l, r)) OR (NOT l.one_per_period AND is_timely(l, r) AND could_be_rounded(l, r)) END
