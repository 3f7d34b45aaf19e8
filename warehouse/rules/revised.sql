-- The same thing, later known better: a plan or a forecast that the outturn superseded, a plan or forecast that was made anew (published later,
-- or told in one document), an actual printed before its period was over, or one that its words call a draft or past, or the other final or what is so now.
-- A hypothesis does not revise a plan; but what would be borrowed of a lender, or given, and later is planned, is the same made firm. A slip of the
-- pen is no revision.
-- Intervals that only touch are two numbers where the basis changed. Of many such numbers one that grew to more than thrice is another.
SELECT
    left_assertion_id,
    right_assertion_id,
    'revised' AS verdict,
    gap
FROM pairs
WHERE relation = 'one thing' AND obstacle IS NULL
    AND same_kind AND same_per AND one_thing AND (NOT meet OR touch)
    AND (l.one_per_period OR coalesce(l.row_label = r.row_label, false) OR is_less_than_times(l, r, 3))
    AND CASE
        WHEN has_later_basis(l, r) THEN true
        WHEN meet OR l.certainty IS DISTINCT FROM r.certainty OR l.certainty IS NULL THEN false
        WHEN l.basis = r.basis AND r.certainty < 3 AND same_document AND NOT (l.table_key IS NOT NULL AND r.table_key IS NOT NULL) AND NOT is_slip(l, r) THEN true
        WHEN l.basis <> r.basis AND 'hypothetical' IN (l.basis, r.basis)
            AND NOT (l.basis = 'hypothetical' AND NOT l.one_per_period AND coalesce(l.counterparty_key = r.counterparty_key, false)) THEN false
        WHEN differ_in_finality(l, r) THEN true
        WHEN r.certainty = 3 THEN (is_interim(l, r) OR has_grown(l, r)) AND NOT is_slip(l, r)
        WHEN has_later_vintage(l, r) THEN NOT is_slip(l, r)
        ELSE false END
