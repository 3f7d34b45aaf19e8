-- The claims that no assertion holds yet.
CREATE OR REPLACE TEMP VIEW coming AS
FROM printed_claims WHERE claim_row >= getvariable('handled_claims');

-- Those that may be items: in a stated sum, in a table, or an actual position.
CREATE OR REPLACE TEMP TABLE doubtful AS
SELECT
    figure_id, document_id, story, organisation_key, measure, family, kind, basis, period_start, period_end, currency, per, amount, row_label,
    table_of(document_id, cell) AS table_key
FROM coming
JOIN measure_families USING (measure)
WHERE row_label IS NOT NULL OR (kind = 'position' AND basis = 'actual')
    OR figure_id IN (SELECT figure_id FROM equation_terms UNION ALL SELECT total_figure_id FROM equations);

-- One of several that its labels alone do not tell apart: a term among others of a sum that counts what its total counts, of the same body, though the
-- other terms may be of other bodies, and if a time of its own does not tell it from them; what several periods add up to; of the actual positions of one story one that is not half of the largest; a row among
-- others of a table, if it is not their total.
CREATE OR REPLACE TEMP TABLE items AS
SELECT equation_terms.figure_id
FROM equation_terms
JOIN equations USING (equation_id)
JOIN doubtful AS part ON part.figure_id = equation_terms.figure_id
JOIN doubtful AS whole ON whole.figure_id = total_figure_id AND whole.measure = part.measure AND whole.basis IS NOT DISTINCT FROM part.basis
WHERE factor > 0
QUALIFY whole.organisation_key = part.organisation_key AND count(*) OVER (PARTITION BY equation_id) > 1
    AND (part.period_start IS NULL OR (part.period_start = whole.period_start AND part.period_end = whole.period_end)
        OR count(*) OVER (PARTITION BY equation_id, part.period_start, part.period_end) > 1)
UNION
SELECT total_figure_id
FROM equations
JOIN equation_terms USING (equation_id)
JOIN doubtful AS part ON part.figure_id = equation_terms.figure_id
JOIN doubtful AS whole ON whole.figure_id = total_figure_id AND whole.organisation_key = part.organisation_key AND whole.kind = part.kind
WHERE factor > 0 AND whole.family = 'position'
GROUP BY total_figure_id
HAVING count(DISTINCT part.period_start) > 1
UNION
SELECT figure_id
FROM (
    SELECT figure_id, amount, max(amount) OVER (PARTITION BY document_id, story, organisation_key, currency, period_start, period_end, per) AS largest
    FROM doubtful
    WHERE kind = 'position' AND basis = 'actual' AND table_key IS NULL AND coalesce(period_start, period_end) IS NOT NULL
)
WHERE amount * 2 < largest AND significant(amount) <> significant(largest)
UNION
SELECT figure_id
FROM doubtful
WHERE row_label IS NOT NULL AND NOT is_total(row_label)
WINDOW alike AS (
    PARTITION BY document_id, table_key, organisation_key,
        CASE WHEN kind = 'position' THEN 'position' ELSE measure END, basis, period_start, period_end, per
)
QUALIFY min(lower(trim(row_label))) OVER alike <> max(lower(trim(row_label))) OVER alike;

-- What each of them says. Within the pinned version of DuckDB its hash is stable.
CREATE OR REPLACE TEMP TABLE telling AS
SELECT
    claim_row,
    story_row,
    CASE WHEN organisation_key IS NOT NULL AND measure_family IS NOT NULL THEN hash(
        body_key, organisation_key, counterparty_key, measure, basis, period_start, period_end, undated_in, currency, per, bound, amount, low, high, row_label,
        table_key, items.figure_id IS NOT NULL
    ) END AS assertion_id,
    hash(body_key, measure_family, currency, period_start, due(period_start, period_end), undated_in) AS topic,
    items.figure_id IS NOT NULL AS is_item,
    place(vintage, document_order, claim_row) AS place,
    vintage,
    is_superseded
FROM described('coming')
LEFT JOIN items USING (figure_id);

INSERT INTO sayings SELECT claim_row, assertion_id, story_row FROM telling ORDER BY claim_row;
