-- The same thing, later known better: a plan or a forecast that the outturn superseded, a plan or forecast that was made anew (published later,
-- or told in one document), an actual printed before its period was over, or one that its words call a draft or past, or the other final or what is so now.
-- A hypothesis does not revise a plan; but what would be borrowed of a lender, or given, and later is planned, is the same made firm. A slip of the
-- pen is no revision.
-- Intervals that only touch are two numbers where the basis changed. Of many such numbers one that grew to more than thrice is another.
SELECT
    left_assertion_id,
    right_assertion_id,
    'revised' AS verdict,
    gap,
    subject(l, r, CASE WHEN l.measure = r.measure THEN l.measure END) || CASE
        WHEN later_basis THEN with_article(based(first)) || ' of ' || first.said || ' became ' || with_article(based(second)) || ' of ' || second.said
        WHEN same_document THEN 'one document gives both ' || first.said || ' and ' || second.said || ' as ' || based(first)
            || ', so one of them is the older'
        WHEN finality_differs THEN first.said || ' (' || first.printed_by || ') was not the last word, ' || second.said || ' (' || second.printed_by
            || ') came later'
        WHEN grown AND second.certainty = 3 THEN first.said || ' (' || first.printed_by || ') had become ' || second.said || ' by ' || second.printed_by
        WHEN second.certainty = 3 THEN first.said || ' (' || first.printed_by || ') was printed before the period was over, ' || second.said || ' ('
            || second.printed_by || ') later'
        ELSE 'the ' || based(first) || ' went from ' || first.said || ' (' || first.printed_by || ') to '
            || CASE WHEN based(first) = based(second) THEN '' ELSE with_article(based(second)) || ' of ' END || second.said || ' (' || second.printed_by || ')'
    END || kin_note(l, r) || period_note(l, r) || '.' AS explanation
FROM (
    SELECT
        *,
        coalesce(l.certainty <> r.certainty, false) AS later_basis,
        coalesce(CASE WHEN l.certainty <> r.certainty THEN l.certainty < r.certainty ELSE r.finality <> 'past' END, true) AS is_first,
        -- news of one fortnight is no revision, unless one publisher gives both; a plan stands once its time is over, a forecast two months after
        coalesce(CASE WHEN l.publisher = r.publisher THEN l.published_on < r.published_on ELSE l.published_on + 14 < r.published_on END, false)
            AND (l.basis <> r.basis OR coalesce(r.published_on <= greatest(l.period_end, r.period_end) + CASE r.certainty WHEN 1 THEN 0 ELSE 60 END, true))
            AS later_vintage,
        coalesce((l.finality = 'draft' AND l.published_on + 14 < r.published_on) OR (r.finality = 'final' AND l.published_on < r.published_on), false)
            OR coalesce(l.finality = 'past' OR r.finality = 'past', false)
            OR coalesce(r.finality = 'now' AND l.published_on IS NOT NULL AND coalesce(l.published_on < r.published_on, true), false)
            AS finality_differs,
        -- two actuals months apart, of which neither says its time: what is counted so far grows; of a year's books the next ones may tell anew
        coalesce(NOT is_dated(l) AND NOT is_dated(r) AND l.published_on + 60 < r.published_on, false)
            OR coalesce(l.kind = 'position' AND l.published_on + 330 < r.published_on AND NOT is_slip(l, r), false) AS grown,
        CASE WHEN is_first THEN l ELSE r END AS first,
        CASE WHEN is_first THEN r ELSE l END AS second
    FROM pairs
    WHERE relation = 'one thing' AND obstacle IS NULL
        AND same_kind AND same_per AND one_thing AND (NOT meet OR touch)
        AND (l.one_per_period OR coalesce(l.row_label = r.row_label, false) OR is_less_than_times(l, r, 3))
)
WHERE later_basis
    OR (NOT meet AND l.certainty = r.certainty AND (l.basis = r.basis OR 'hypothetical' NOT IN (l.basis, r.basis)
            OR (l.basis = 'hypothetical' AND NOT l.one_per_period AND coalesce(l.counterparty_key = r.counterparty_key, false)))
        AND ((CASE r.certainty WHEN 3 THEN grown OR is_interim(l, r) ELSE later_vintage END AND NOT is_slip(l, r)) OR finality_differs))
    OR (NOT meet AND l.basis = r.basis AND r.certainty < 3 AND same_document AND NOT is_slip(l, r) AND NOT (l.table_key IS NOT NULL AND r.table_key IS NOT NULL))
