-- What the rules ask is worked out once a pair: a table of which each rule reads the columns that it needs.
CREATE OR REPLACE TEMP TABLE weighed_pairs AS FROM weighed('found');

-- One verdict a pair: of what the rules propose, the verdict with the lowest precedence (see verdicts).
CREATE OR REPLACE TEMP TABLE judged AS
WITH
pairs AS NOT MATERIALIZED (FROM weighed_pairs),
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
