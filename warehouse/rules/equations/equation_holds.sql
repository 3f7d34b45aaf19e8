-- The terms make the total to the penny, or keep the bound that it states ("more than £23m") or that a factor does ("more than doubled").
SELECT
    equation_id,
    'holds' AS verdict,
    difference,
    written || ' makes ' || made
        || CASE
            WHEN total.bound IN ('at_least', 'at_most') OR bound <> 'exact' THEN CASE WHEN is_stated THEN ', and the total stated is "' ELSE ', which goes with "' END || stated || '"'
            WHEN is_stated THEN ', as stated'
            ELSE '' END
        || CASE WHEN is_stated THEN '.' ELSE '; the text does not say so.' END AS explanation
FROM sums
WHERE difference = 0
    OR (difference > 0 AND (total.bound = 'at_least' OR bound = 'at_most'))
    OR (difference < 0 AND (total.bound = 'at_most' OR bound = 'at_least'))
