-- One verdict a pair: of what the rules propose, the verdict with the lowest precedence (see verdicts).
INSERT INTO reconciliations
SELECT
    left_assertion_id,
    right_assertion_id,
    verdict,
    rule,
    gap,
    relation,
    part,
    CASE WHEN is_dated(l) AND is_dated(r) THEN 1 WHEN is_dated(l) OR is_dated(r) THEN 0.5 ELSE 0.25 END AS weight
FROM (
    SELECT DISTINCT ON (left_assertion_id, right_assertion_id) proposals.*
    FROM proposals JOIN verdicts USING (verdict)
    ORDER BY left_assertion_id, right_assertion_id, precedence, rule
)
JOIN candidates USING (left_assertion_id, right_assertion_id)
JOIN judged_sides AS l ON l.assertion_id = left_assertion_id
JOIN judged_sides AS r ON r.assertion_id = right_assertion_id;
