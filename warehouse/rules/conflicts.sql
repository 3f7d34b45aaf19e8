-- The same thing on the same basis, and no number is within both intervals. A plan or forecast that was made anew is a revision, and so is an
-- actual printed before its period was over; two hypotheses may differ, and so may two cells of one document, whose headers tell more than labels,
-- two shortfalls of one document, which are on two plans, and two numbers of one document of which one leaves its time open, if not the
-- point alone has moved in a position. Of what is no position, two numbers of which one is many times the other measure two
-- things, if no slip of the pen makes it so. Two hypotheses conflict where a slip explains the difference, and so do
-- two of which at most one says what it is for; and a plan and an actual of what is no position, where the point alone is elsewhere.
SELECT
    left_assertion_id,
    right_assertion_id,
    'conflicts' AS verdict,
    gap
FROM pairs
WHERE CASE
    -- what is cheap to ask comes first
    WHEN relation <> 'one thing' OR obstacle IS NOT NULL OR meet OR NOT (same_kind AND same_per AND one_thing) THEN false
    WHEN l.per IS DISTINCT FROM r.per THEN false
    WHEN NOT coalesce(l.basis = r.basis, false) THEN NOT (l.one_per_period OR coalesce('hypothetical' IN (l.basis, r.basis), true)) AND has_moved_its_point(l, r)
    WHEN is_hardly_said(l, r) AND NOT (is_one_grant(l, r) OR is_news_of(l, r) OR is_news_of(r, l) OR is_slip(l, r)) THEN false
    WHEN same_document AND l.table_key IS NOT NULL AND r.table_key IS NOT NULL THEN false
    WHEN same_document AND NOT (is_dated(l) AND is_dated(r)) AND l.kind <> 'position' THEN false
    WHEN l.basis = 'hypothetical' AND NOT same_subject THEN false
    WHEN l.basis = 'hypothetical' AND NOT is_slip(l, r) THEN false
    WHEN l.kind <> 'position' AND NOT are_of_one_size(l, r) THEN false
    WHEN same_document AND l.kind = 'variance' AND NOT is_slip_of_size(l, r) THEN false
    WHEN same_document AND NOT (is_dated(l) AND is_dated(r)) THEN has_moved_its_point(l, r)
    ELSE true END
