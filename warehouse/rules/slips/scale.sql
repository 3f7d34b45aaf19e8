-- m for bn, or £ for £000: one number is a thousand or a million times the other.
SELECT
    left_assertion_id,
    right_assertion_id,
    'scale' AS slip,
    CASE
        WHEN NOT are_loosely_times(l, r, 1000) THEN 'one is a million times the other'
        WHEN greatest(l.amount, r.amount) >= 1000000000 THEN 'one has m where the other has bn'
        ELSE 'one is a thousand times the other, as if ' || currency_sign(l.currency) || '000 were ' || currency_sign(l.currency) END AS explanation
FROM disputed
WHERE is_scale_slip(l, r)
