-- The claims that no assertion holds yet, with all that comparing them needs. Claims are only ever added, figures beside them, so those not yet
-- counted in claim_assertions are the last rows of both.
CREATE OR REPLACE TEMP TABLE handled AS SELECT count(*) AS claims FROM claim_assertions;

CREATE OR REPLACE TEMP TABLE coming AS
SELECT * FROM claims WHERE claims.rowid >= (SELECT claims FROM handled);

CREATE OR REPLACE TEMP TABLE printed AS
SELECT *, row_number() OVER (ORDER BY vintage NULLS LAST, document_name, document_id, story) AS place
FROM printings
SEMI JOIN coming USING (document_id);

-- One of several that its labels alone do not tell apart: a term among others of a sum that counts what its total counts, of the same body, though the
-- other terms may be of other bodies; what several periods add up to; a row among others of a table; of the actual positions of one story one that is not half of the
-- largest.
CREATE OR REPLACE TEMP TABLE items AS
WITH
placed AS (
    SELECT
        figure_id, coming.document_id, organisation_key, basis, coming.period_start, coming.period_end, family, kind, story, currency, per, amount, cell
    FROM coming JOIN figures USING (figure_id) JOIN measure_families USING (measure)
)
SELECT equation_terms.figure_id
FROM equation_terms
JOIN equations USING (equation_id)
JOIN coming AS part ON part.figure_id = equation_terms.figure_id
JOIN coming AS whole ON whole.figure_id = total_figure_id AND whole.measure = part.measure AND whole.basis IS NOT DISTINCT FROM part.basis
WHERE factor > 0
QUALIFY whole.organisation_key = part.organisation_key AND count(*) OVER (PARTITION BY equation_id) > 1
UNION
SELECT total_figure_id
FROM equations
JOIN equation_terms USING (equation_id)
JOIN placed AS part ON part.figure_id = equation_terms.figure_id
JOIN placed AS whole ON whole.figure_id = total_figure_id AND whole.organisation_key = part.organisation_key AND whole.kind = part.kind
WHERE factor > 0 AND whole.family = 'position'
GROUP BY total_figure_id
HAVING count(DISTINCT part.period_start) > 1
UNION
SELECT figure_id FROM placed
WHERE kind = 'position' AND basis = 'actual' AND cell IS NULL AND coalesce(period_start, period_end) IS NOT NULL
WINDOW told AS (PARTITION BY document_id, story, organisation_key, currency, period_start, period_end, per)
QUALIFY amount * 2 < max(amount) OVER told AND significant(amount) <> significant(max(amount) OVER told)
UNION
SELECT figure_id
FROM figures
JOIN coming USING (figure_id)
JOIN measure_families USING (measure)
WHERE figures.row_label IS NOT NULL
WINDOW alike AS (
    PARTITION BY figures.document_id, table_of(figures.document_id, cell), organisation_key,
        CASE WHEN measure_families.kind = 'position' THEN 'position' ELSE measure END, basis, coming.period_start, coming.period_end, per
)
QUALIFY min(lower(trim(row_label))) OVER alike <> max(lower(trim(row_label))) OVER alike;

-- Few names are printed by many claims.
CREATE OR REPLACE TEMP TABLE unnamed AS
SELECT organisation_key FROM (SELECT DISTINCT organisation_key, organisation_name FROM coming WHERE organisation_id IS NULL)
WHERE is_unnamed_group(NULL, organisation_name)
GROUP BY organisation_key;

CREATE OR REPLACE TEMP VIEW claimed AS
SELECT
    coming.figure_id,
    figures.start_char,
    printed.* EXCLUDE (place),
    printed.place * 4294967296 + figures.start_char AS place,
    coalesce(body_key, coming.organisation_key)
        || CASE WHEN unnamed.organisation_key IS NULL THEN '' ELSE '#' || coalesce(counterparty_key, coming.document_id) END AS body_key,
    coming.organisation_key,
    organisation_name,
    counterparty_key,
    coming.measure,
    measure_families.family AS measure_family,
    measure_families.kind,
    measure_families.direction,
    one_per_period,
    every_pair,
    coming.basis,
    certainty,
    period_label,
    period_start,
    period_end,
    undated_in(period_start, period_end, published_on) AS undated_in,
    currency,
    per,
    bound,
    amount,
    low,
    high,
    lower(trim(row_label)) AS row_label,
    table_of(coming.document_id, cell) AS table_key,
    sentence,
    surface,
    items.figure_id IS NOT NULL AS is_item,
    coming.subject,
    -- within the pinned version of DuckDB its hash is stable; ids that people keep are made by sha256
    CASE WHEN coming.organisation_key IS NOT NULL AND family IS NOT NULL THEN hash(
        body_key, coming.organisation_key, counterparty_key, coming.measure, coming.basis, period_start, period_end, undated_in, currency, per, bound, amount, low,
        high, row_label, table_key, is_item
    ) END AS assertion_id
FROM coming
JOIN (FROM figures WHERE figures.rowid >= (SELECT claims FROM handled)) AS figures USING (figure_id)
JOIN printed ON printed.document_id = coming.document_id AND printed.story = figures.story
LEFT JOIN (SELECT *, bool_or(one_per_period) OVER (PARTITION BY family) AS every_pair FROM measure_families) AS measure_families
    ON measure_families.measure = coming.measure
LEFT JOIN basis_order ON basis_order.basis = coming.basis
LEFT JOIN bodies USING (organisation_id)
LEFT JOIN unnamed ON unnamed.organisation_key = coming.organisation_key
LEFT JOIN items ON items.figure_id = coming.figure_id;
