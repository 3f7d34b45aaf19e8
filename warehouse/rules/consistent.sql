-- The closed intervals have a point in common: rounding or a hedge explains the difference. Where nothing says that both are one quantity,
-- an open end ("more than £1m") meets too much to say anything, and so does any interval where one side leaves its time open, if they
-- are not for one thing or one receiver, or the one is not the other rounded.
SELECT
    left_assertion_id,
    right_assertion_id,
    'consistent' AS verdict,
    gap
FROM pairs
WHERE relation = 'one thing' AND obstacle IS NULL
    AND meet AND same_per AND CASE
        WHEN NOT same_kind THEN NOT opposed AND same_story AND could_be_one(l, r)
        WHEN is_dated(l) AND is_dated(r) THEN one_thing OR l.low + l.high + r.low + r.high IS NOT NULL
        WHEN is_hardly_said(l, r) AND meet_as_told(l, r) THEN true
        ELSE (one_thing AND NOT is_hardly_said(l, r)) OR could_be_one(l, r) OR could_be_one_payment(l, r)
            OR (NOT l.one_per_period AND is_timely(l, r) AND could_be_rounded(l, r)) END
