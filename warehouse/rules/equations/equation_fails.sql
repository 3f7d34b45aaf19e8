-- Nothing that the terms can make is what the total can be. Where one smallest slip would mend it, it is told.
SELECT
    equation_id,
    'fails' AS verdict,
    difference,
    written || CASE
        WHEN difference IS NULL THEN ' cannot make the total stated, ' || stated || '.'
        ELSE ' makes ' || made || ', not ' || stated || ' as stated: '
            || pounds(abs(difference), total.currency) || CASE WHEN difference < 0 THEN ' less.' ELSE ' more.' END
    END || coalesce(' W' || substr(slip, 2) || ' it adds up.', '') AS explanation
FROM sums
WHERE NOT (coalesce(low <= total.high, true) AND coalesce(total.low <= high, true))
