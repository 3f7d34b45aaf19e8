-- The same number for the same thing, as plan and later as actual too, hedged or not. Within one story a headline's deficit and the text's
-- shortfall with one number are one number; a number for each and the same number without its "each" are one.
SELECT
    left_assertion_id,
    right_assertion_id,
    'agrees' AS verdict,
    gap,
    subject(l, r, CASE WHEN l.measure = r.measure THEN l.measure END) || CASE
        WHEN NOT same_kind THEN 'one story calls ' || l.said || ' ' || with_article(in_words(l.measure)) || ' and '
            || with_article(in_words(r.measure)) || '; it is one number'
        WHEN l.certainty <> r.certainty THEN l.said || ' is given as ' || in_words(l.basis) || ' and as ' || in_words(r.basis)
        WHEN l.said = r.said THEN 'both say ' || l.said
        ELSE l.said || ' and ' || r.said || ' are the same number'
    END || kin_note(l, r) || period_note(l, r) || '.' AS explanation
FROM pairs
WHERE relation IN ('one thing', 'successor') AND obstacle IS NULL
    AND same_number AND (same_kind OR same_story)
