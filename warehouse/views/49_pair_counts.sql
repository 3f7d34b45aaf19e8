-- No pair is dropped in silence: the counts of all verdicts and reasons make the number of all pairs of claims.
CREATE VIEW pair_counts AS
WITH
judged AS (
    SELECT
        verdict,
        l.body = r.body AND l.line = r.line AS one_room,
        sum(l.claims::HUGEINT * r.claims) AS pairs
    FROM reconciliations
    JOIN placed_assertions AS l ON l.assertion_id = left_assertion_id
    JOIN placed_assertions AS r ON r.assertion_id = right_assertion_id
    GROUP BY ALL
),
said_alike AS (SELECT coalesce(sum(pairs_of(claims)), 0) AS pairs FROM assertion_counts),
rooms AS (SELECT pairs_of(sum(claims)) AS pairs FROM placed_assertions GROUP BY body, line),
totals AS (
    SELECT
        pairs_of((SELECT count(*) FROM claims)) AS all_pairs,
        coalesce(pairs_of((SELECT sum(claims) FROM assertion_counts)), 0) AS known,
        coalesce((SELECT sum(pairs) FROM rooms), 0) AS one_room,
        coalesce((SELECT sum(pairs) FROM judged WHERE one_room), 0) AS judged_in_room,
        coalesce((SELECT sum(pairs) FROM judged WHERE NOT one_room), 0) AS judged_across
)
SELECT verdict, 'judged' AS reason, sum(pairs) AS pairs FROM judged GROUP BY verdict
UNION ALL
SELECT 'agrees', 'said alike', pairs FROM said_alike
UNION ALL
SELECT 'not_comparable', 'of different times, or two numbers among many', one_room - judged_in_room - said_alike.pairs FROM totals, said_alike
UNION ALL
SELECT 'not_comparable', 'of different bodies, measures or currencies', known - one_room - judged_across FROM totals
UNION ALL
SELECT 'not_comparable', 'nothing says whose or what one of them is', all_pairs - known FROM totals;

COMMENT ON VIEW pair_counts IS 'How many pairs of figures have which verdict, and why: together, all pairs that there are.';
COMMENT ON COLUMN pair_counts.verdict IS 'The verdict; see verdicts';
COMMENT ON COLUMN pair_counts.reason IS 'judged by a rule, said alike (one assertion), or why no rule was asked';
COMMENT ON COLUMN pair_counts.pairs IS 'How many pairs of figures';
