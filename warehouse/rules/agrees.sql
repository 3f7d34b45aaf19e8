-- The same number for the same thing, as plan and later as actual too, hedged or not. Within one story a headline's deficit and the text's
-- shortfall with one number are one number; a number for each and the same number without its "each" are one.
SELECT
    left_assertion_id,
    right_assertion_id,
    'agrees' AS verdict,
    gap
FROM pairs
WHERE relation IN ('one thing', 'successor') AND obstacle IS NULL
    AND same_number AND (same_kind OR same_story)
