-- One verdict a pair: of what the rules propose, the verdict with the lowest precedence (see verdicts). Pairs are put together once, for all rules.
CREATE OR REPLACE TEMP TABLE judged AS
WITH
pairs AS MATERIALIZED (FROM weighed('found')),
proposals AS MATERIALIZED ({rules}),
ranked AS (
    SELECT rule, verdict, row_number() OVER (ORDER BY precedence, rule) AS rank FROM (SELECT DISTINCT rule, verdict FROM proposals) JOIN verdicts USING (verdict)
)
SELECT left_assertion_id, right_assertion_id, verdict, rule, decided.gap, relation, part, weight
FROM (
    SELECT left_assertion_id, right_assertion_id, min(rank) AS rank, arg_min_null(gap, rank) AS gap
    FROM proposals JOIN ranked USING (rule)
    GROUP BY left_assertion_id, right_assertion_id
) AS decided
JOIN ranked USING (rank)
JOIN pairs USING (left_assertion_id, right_assertion_id);

INSERT INTO reconciliations FROM judged;
