-- Sums that fail and whose total is about no topic: nothing says whose it is, or it is compared with nothing.
SELECT regexp_replace(explanation, '\.$', '') || ' (' || document || ').' AS words
FROM stated_sums
JOIN claim_assertions ON claim_assertions.figure_id = total_figure_id
WHERE verdict = 'fails' AND assertion_id IS NULL AND ($about IS NULL OR contains(lower(concat_ws(' ', organisation, document)), lower($about)))
ORDER BY words
