-- Two neighbouring digits have changed places.
SELECT
    left_assertion_id,
    right_assertion_id,
    'transposed_digits' AS slip,
    'two digits have changed places: ' || pounds(l.amount, l.currency) || ' and ' || pounds(r.amount, r.currency) AS explanation
FROM disputed
WHERE is_transposition(l, r)
