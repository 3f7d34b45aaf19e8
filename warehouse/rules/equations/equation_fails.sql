-- Nothing that the terms can make is what the total can be.
SELECT
    equation_id,
    'fails' AS verdict,
    difference,
    written || CASE
        WHEN difference IS NULL THEN ' cannot make the total stated, ' || said(total) || '.'
        ELSE ' makes ' || pounds(amount, total.currency) || ', not ' || said(total) || ' as stated: ' || pounds(abs(difference), total.currency)
            || CASE WHEN difference < 0 THEN ' less.' ELSE ' more.' END
    END AS explanation
FROM sums
WHERE NOT (coalesce(low <= total.high, true) AND coalesce(total.low <= high, true))
