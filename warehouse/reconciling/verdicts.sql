-- One verdict a pair: of what the rules propose, the verdict with the lowest precedence (see verdicts).
INSERT INTO reconciliations
WITH dated_sides AS (SELECT assertion_id, coalesce(period_start, period_end) IS NOT NULL AS dated FROM judged_sides)
SELECT
    left_assertion_id,
    right_assertion_id,
    verdict,
    rule,
    gap,
    relation,
    part,
    CASE WHEN l.dated AND r.dated THEN 1 WHEN l.dated OR r.dated THEN 0.5 ELSE 0.25 END AS weight
FROM (
    SELECT left_assertion_id, right_assertion_id, UNNEST(min({precedence: precedence, rule: rule, verdict: verdict, gap: gap}))
    FROM proposals JOIN verdicts USING (verdict)
    GROUP BY left_assertion_id, right_assertion_id
)
JOIN candidates USING (left_assertion_id, right_assertion_id)
JOIN dated_sides AS l ON l.assertion_id = left_assertion_id
JOIN dated_sides AS r ON r.assertion_id = right_assertion_id;
