-- A part against its whole: a term of a stated sum and its total, what a sentence calls a part of the sum before it, a body and the one to
-- which it belonged at that time, or into which it was merged.
SELECT
    left_assertion_id,
    right_assertion_id,
    'different_measure' AS verdict,
    NULL::DECIMAL(28, 4) AS gap,
    subject(whole_side, part_side, CASE WHEN l.measure = r.measure THEN l.measure END) || CASE relation
        WHEN 'sum' THEN part_side.said || ' is a part of ' || whole_side.said
        WHEN 'variance' THEN part_side.said || ' is ' || with_article(in_words(CASE part_side.measure WHEN 'other' THEN 'change' ELSE part_side.measure END)) || ', the difference of two sums of which '
            || whole_side.said || ' is one'
        ELSE part_side.said || ' is that of ' || part_side.organisation_name || ', which ' || CASE relation
            WHEN 'successor' THEN 'is a part of it by law: ' ELSE 'belongs to it: ' END || whole_side.said || ' is for the whole'
    END || period_note(l, r) || '.' AS explanation
FROM (SELECT *, CASE part WHEN 'left' THEN l ELSE r END AS part_side, CASE part WHEN 'left' THEN r ELSE l END AS whole_side FROM pairs WHERE part IS NOT NULL)
WHERE relation IN ('sum', 'variance') OR (obstacle IS NULL AND same_per AND l.one_per_period AND r.one_per_period AND NOT whole_side.is_item)
