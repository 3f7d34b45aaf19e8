-- Pence for pounds, where the smaller number is below a pound or printed to the penny.
SELECT
    left_assertion_id,
    right_assertion_id,
    'pence_for_pounds' AS slip,
    CASE l.currency WHEN 'GBP' THEN 'one has pence where the other has pounds' ELSE 'one has hundredths where the other has the unit of the currency' END
        AS explanation
FROM disputed
WHERE is_number(l) AND is_number(r) AND are_times(l, r, 100)
    AND (least(l.amount, r.amount) < 1 OR least(l.digit_place, r.digit_place) < 10000)
