-- What the terms can make and what the total can be have a point in common.
SELECT
    equation_id,
    'holds_within_rounding' AS verdict,
    difference,
    written || CASE
        WHEN difference IS NULL AND is_stated THEN ' allows for the total stated, ' || stated || '.'
        WHEN difference IS NULL THEN ' allows for ' || stated || '; the text does not say so.'
        WHEN NOT is_stated THEN ' makes ' || made || ', which is ' || stated
            || ' within rounding; the text does not say so.'
        ELSE ' makes ' || made || '; the total stated, ' || stated || ', is that within rounding.'
    END AS explanation
FROM sums
WHERE coalesce(low <= total.high, true) AND coalesce(total.low <= high, true)
