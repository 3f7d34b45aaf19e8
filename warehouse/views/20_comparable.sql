-- Pairs of claims about one thing, the earlier published on the left. Four equi-joins, because an open period equals every period:
-- both periods known and equal; both start on one day and one end is open; left open; right open.
CREATE VIEW comparable AS
WITH
dated AS MATERIALIZED (FROM dated_claims),
pairs AS (
    SELECT l, r FROM dated AS l
    JOIN dated AS r ON l.organisation_key = r.organisation_key AND l.currency = r.currency AND l.measure_family = r.measure_family
        AND l.period_key = r.period_key AND l.place < r.place
    UNION ALL
    SELECT l, r FROM dated AS l
    JOIN dated AS r ON l.organisation_key = r.organisation_key AND l.currency = r.currency AND l.measure_family = r.measure_family
        AND l.period_start = r.period_start AND l.place < r.place
    WHERE (l.period_end IS NULL) <> (r.period_end IS NULL)
    UNION ALL
    SELECT l, r FROM (FROM dated WHERE period_key IS NULL) AS l
    JOIN dated AS r ON l.organisation_key = r.organisation_key AND l.currency = r.currency AND l.measure_family = r.measure_family
        AND l.place < r.place
    UNION ALL
    SELECT l, r FROM (FROM dated WHERE period_key IS NOT NULL) AS l
    JOIN (FROM dated WHERE period_key IS NULL) AS r
        ON l.organisation_key = r.organisation_key AND l.currency = r.currency AND l.measure_family = r.measure_family AND l.place < r.place
),
described AS (
    SELECT
        l,
        r,
        l.kind = r.kind AS same_kind,
        l.per IS NOT DISTINCT FROM r.per AS same_per,
        coalesce(l.direction * r.direction, 1) = -1 AS opposed,
        -- the right interval as the left side counts: a surplus is a negative deficit
        CASE WHEN opposed THEN -r.high ELSE r.least END AS right_low,
        CASE WHEN opposed THEN -r.least ELSE r.high END AS right_high,
        coalesce(l.row_label = r.row_label AND (l.table_key = r.table_key OR l.row_label NOT LIKE '%total%'), false) AS same_row
    FROM pairs
    WHERE (same_per OR (coalesce(l.per, 'each') = 'each' AND coalesce(r.per, 'each') = 'each'))
        AND coalesce(l.counterparty_key = r.counterparty_key, true)
        -- rows of tables that their labels alone do not tell apart are compared by the name of the row
        AND (same_row OR l.row_label IS NULL OR r.row_label IS NULL OR NOT (l.is_item OR r.is_item))
)
SELECT
    l,
    r,
    same_kind,
    same_per,
    opposed,
    NOT opposed AND CASE
        WHEN l.bound = 'range' AND r.bound = 'range' THEN l.low IS NOT DISTINCT FROM r.low AND l.high IS NOT DISTINCT FROM r.high
        ELSE coalesce(l.amount = r.amount, false) END AS same_number,
    -- an end that is null is open: it meets everything on its side
    coalesce(l.least <= right_high, true) AND coalesce(right_low <= l.high, true) AS meet,
    coalesce(l.least = right_high OR right_low = l.high, false) AS touch,
    CASE WHEN meet THEN 0 ELSE greatest(l.least - right_high, right_low - l.high) END AS gap,
    NOT (l.is_item OR r.is_item) AS whole,
    (same_row OR (l.one_per_period AND r.one_per_period AND whole AND NOT (same_per AND may_be_a_share(l, r)))) AND CASE
        WHEN l.period_key = r.period_key THEN true
        WHEN l.period_key IS NULL AND r.period_key IS NULL THEN coalesce(abs(l.published_on - r.published_on) <= 366, true)
        WHEN l.period_key IS NULL THEN may_be_about(l, r)
        WHEN r.period_key IS NULL THEN may_be_about(r, l)
        ELSE false END AS one_thing,
    l.document_id = r.document_id AS same_document
FROM described;

COMMENT ON VIEW comparable IS
    'Pairs of claims with one organisation, currency and family of measures, and one period (or one left open): what the rules judge. Wide; for the rules rather than for reading.';
COMMENT ON COLUMN comparable.l IS 'The claim published first, a row of dated_claims';
COMMENT ON COLUMN comparable.r IS 'The other claim, a row of dated_claims';
COMMENT ON COLUMN comparable.same_kind IS 'Whether both are positions, or both variances, and so on';
COMMENT ON COLUMN comparable.same_per IS 'Whether both are for the same unit; otherwise one is for each and the other plain';
COMMENT ON COLUMN comparable.opposed IS 'Whether one is good for the books and the other bad';
COMMENT ON COLUMN comparable.same_number IS 'Whether both print the same number (for ranges, the same two ends)';
COMMENT ON COLUMN comparable.meet IS 'Whether the closed intervals have a point in common';
COMMENT ON COLUMN comparable.touch IS 'Whether one interval ends where the other begins';
COMMENT ON COLUMN comparable.gap IS 'The least distance between the intervals, 0 where they meet';
COMMENT ON COLUMN comparable.whole IS 'Whether neither is an item among others (see dated_claims.is_item)';
COMMENT ON COLUMN comparable.one_thing IS 'Whether both must be one quantity, so that two different numbers say something';
COMMENT ON COLUMN comparable.same_document IS 'Whether both stand in one document';
