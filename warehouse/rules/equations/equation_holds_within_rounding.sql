-- What the terms can make and what the total can be have a point in common.
SELECT
    equation_id,
    'holds_within_rounding' AS verdict,
    difference,
    written || CASE
        WHEN difference IS NULL AND is_stated THEN ' allows for the total stated, ' || said(total) || '.'
        WHEN difference IS NULL THEN ' allows for ' || said(total) || '; the text does not say so.'
        WHEN NOT is_stated THEN ' makes ' || said({bound: bound, amount: amount, low: low, high: high, currency: total.currency}) || ', which is ' || said(total)
            || ' within rounding; the text does not say so.'
        ELSE ' makes ' || said({bound: bound, amount: amount, low: low, high: high, currency: total.currency}) || '; the total stated, ' || said(total) || ', is that within rounding.'
    END AS explanation
FROM sums
WHERE coalesce(low <= total.high, true) AND coalesce(total.low <= high, true)
