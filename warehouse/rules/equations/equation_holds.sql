-- The terms make the total to the penny, or keep the bound that it states ("more than £23m").
SELECT
    equation_id,
    'holds' AS verdict,
    difference,
    written || ' makes ' || pounds(amount, total.currency)
        || CASE WHEN total.bound IN ('at_least', 'at_most') THEN ', and the total stated is "' || said(total) || '"' ELSE ', as stated' END || '.' AS explanation
FROM sums
WHERE difference = 0 OR (total.bound = 'at_least' AND difference > 0) OR (total.bound = 'at_most' AND difference < 0)
