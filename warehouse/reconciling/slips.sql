-- The conflicts that are new, and those next to whose year something new is said: `disputed` has both sides of each, where they have one direction.
CREATE OR REPLACE TEMP TABLE beside AS
SELECT DISTINCT body_key, kind, basis, currency, (period_start + to_years(years))::DATE AS period_start
FROM fresh CROSS JOIN (VALUES (-1), (1)) AS step(years)
WHERE period_start IS NOT NULL;

CREATE OR REPLACE TEMP TABLE doubted AS
WITH
conflicting AS (SELECT left_assertion_id, right_assertion_id FROM reconciliations WHERE verdict = 'conflicts'),
neighbours AS (SELECT assertion_id FROM assertions SEMI JOIN beside USING (body_key, kind, basis, currency, period_start))
FROM conflicting SEMI JOIN candidates USING (left_assertion_id, right_assertion_id)
UNION
FROM conflicting SEMI JOIN neighbours ON assertion_id = left_assertion_id
UNION
FROM conflicting SEMI JOIN neighbours ON assertion_id = right_assertion_id;

DELETE FROM slips USING doubted
WHERE slips.left_assertion_id = doubted.left_assertion_id AND slips.right_assertion_id = doubted.right_assertion_id;

CREATE OR REPLACE TEMP TABLE disputed AS
SELECT left_assertion_id, right_assertion_id, l, r
FROM doubted
JOIN assertions AS l ON l.assertion_id = left_assertion_id
JOIN assertions AS r ON r.assertion_id = right_assertion_id
WHERE coalesce(l.direction * r.direction, 1) = 1;

CREATE OR REPLACE TEMP TABLE slip_proposals (
    left_assertion_id UBIGINT, right_assertion_id UBIGINT, slip VARCHAR, explanation VARCHAR, rule VARCHAR
);
