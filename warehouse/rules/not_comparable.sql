-- What no other rule takes: two numbers about one body and one time, with the reason why nothing follows from their difference.
SELECT
    left_assertion_id,
    right_assertion_id,
    'not_comparable' AS verdict,
    NULL::DECIMAL(28, 4) AS gap
FROM pairs
