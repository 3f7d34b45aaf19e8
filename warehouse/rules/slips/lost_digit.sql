-- One digit is missing from a number of three digits or more.
SELECT
    left_assertion_id,
    right_assertion_id,
    'lost_digit' AS slip,
    pounds(long.amount, long.currency) || ' without one of its digits is ' || pounds(short.amount, short.currency) AS explanation
FROM (
    SELECT left_assertion_id, right_assertion_id, l AS long, r AS short FROM disputed
    UNION ALL
    SELECT left_assertion_id, right_assertion_id, r, l FROM disputed
)
WHERE has_lost_a_digit(long, short)
