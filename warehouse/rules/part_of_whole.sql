-- A part against its whole: a term of a stated sum and its total, what a sentence calls a part of the sum before it, a body and the one to
-- which it belonged at that time, or into which it was merged.
SELECT
    left_assertion_id,
    right_assertion_id,
    'different_measure' AS verdict,
    NULL::DECIMAL(28, 4) AS gap
FROM pairs
WHERE part IS NOT NULL AND (relation IN ('sum', 'variance')
    OR (obstacle IS NULL AND same_per AND l.one_per_period AND r.one_per_period AND NOT CASE part WHEN 'left' THEN r.is_item ELSE l.is_item END))
