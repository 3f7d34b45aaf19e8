-- What the rules ask of pairs. `found` names pairs with both of their sides.
CREATE MACRO weighed(found) AS TABLE
WITH
described AS NOT MATERIALIZED (
    SELECT
        *,
        l.kind = r.kind AS same_kind,
        l.per IS NOT DISTINCT FROM r.per OR are_annual(l, r) AS same_per,
        coalesce(l.direction * r.direction, 1) = -1 AS opposed,
        -- an open low end starts at nothing: a magnitude is not negative
        coalesce(l.low, least(0, l.high)) AS left_low,
        CASE WHEN opposed THEN -r.high ELSE coalesce(r.low, least(0, r.high)) END AS right_low,
        CASE WHEN opposed THEN -coalesce(r.low, least(0, r.high)) ELSE r.high END AS right_high,
        coalesce(l.row_label = r.row_label AND (l.table_key = r.table_key OR l.row_label NOT LIKE '%total%'), false) AS same_row,
        NOT (l.is_item OR r.is_item) AS whole,
        l.document_id = r.document_id AS same_document,
        same_document AND (l.per IS NULL) <> (r.per IS NULL) AND (is_price_of_one(l, r) OR is_price_of_one(r, l)) AS unit_price,
        alike(l.subject, r.subject) AS same_subject,
        same_subject OR is_hardly_said(l, r) OR is_misprinted_payment(l, r) AS one_purpose
    FROM query_table(found)
)
SELECT
    * EXCLUDE (left_low, right_low, right_high, same_row, one_purpose),
    CASE
        WHEN NOT (same_per OR (coalesce(l.per, 'each') = 'each' AND coalesce(r.per, 'each') = 'each') OR unit_price) THEN 'they are for different units'
        -- who is not in the register may be described in two ways
        WHEN NOT coalesce(l.counterparty_key = r.counterparty_key, true) AND NOT (
            coalesce(l.amount = r.amount, false) AND ('name:' = l.counterparty_key[:5] OR 'name:' = r.counterparty_key[:5])
            OR goes_to_the_treasury(l, r) OR is_described_by(l.counterparty_key, r.subject) OR is_described_by(r.counterparty_key, l.subject)
        ) THEN 'the other sides of the transfer differ'
        -- rows of tables that their labels alone do not tell apart are compared by the name of the row
        WHEN NOT (same_row OR l.row_label IS NULL OR r.row_label IS NULL OR whole) THEN 'they are rows of different names' END AS obstacle,
    NOT opposed AND CASE
        WHEN l.bound = 'range' AND r.bound = 'range' THEN l.low IS NOT DISTINCT FROM r.low AND l.high IS NOT DISTINCT FROM r.high
        ELSE coalesce(l.amount = r.amount, false) END AS same_number,
    -- an end that is null is open: it meets everything on its side
    coalesce(left_low <= right_high, true) AND coalesce(right_low <= l.high, true) AS meet,
    coalesce(left_low = right_high OR right_low = l.high, false) AS touch,
    CASE WHEN meet THEN 0 ELSE greatest(left_low - right_high, right_low - l.high) END AS gap,
    -- whether both must be one quantity, so that two different numbers say something
    (same_row OR ((whole OR ((is_same_item(l, r) OR is_misprinted_payment(l, r)) AND NOT same_document))
        AND CASE WHEN same_per AND l.measure_family = 'contribution' THEN NOT may_be_a_share(l, r) ELSE true END AND CASE
        WHEN l.kind = 'variance' AND r.kind = 'variance' THEN may_be_one_variance(l, r)
        WHEN l.one_per_period AND r.one_per_period THEN line_of(l) = line_of(r)
        -- of many such numbers, two of one subject; a text tells its own apart
        ELSE is_one_balance(l, r) OR (one_purpose AND (NOT same_document OR (l.basis <> r.basis AND coalesce(l.table_key <> r.table_key, true)))) END))
        AND CASE
            WHEN is_dated(l) AND is_dated(r) THEN CASE
                WHEN l.period_start IS NOT DISTINCT FROM r.period_start
                    AND due(l.period_start, l.period_end) IS NOT DISTINCT FROM due(r.period_start, r.period_end) THEN true
                WHEN is_in_the_year_of(l, r) OR is_in_the_year_of(r, l) THEN meet OR is_slip_of_size(l, r)
                ELSE false END
            -- what is built or bought over years has its subject to be known by
            WHEN NOT l.one_per_period AND one_purpose AND CASE
                WHEN is_dated(l) THEN r.certainty < 3 AND coalesce(r.published_on <= l.period_end, false)
                WHEN is_dated(r) THEN l.certainty < 3 AND coalesce(l.published_on <= r.period_end, false)
                ELSE true END THEN true
            WHEN is_one_transfer(l, r) AND l.one_per_period THEN true
            WHEN is_news_of(l, r) OR is_news_of(r, l) THEN true
            ELSE is_timely(l, r) AND NOT is_part_year(l) AND NOT is_part_year(r) END AS one_thing,
    l.measure_family = 'position' AND l.document_id = r.document_id AND l.story = r.story AS same_story,
    CASE WHEN is_dated(l) AND is_dated(r) THEN 1 WHEN is_dated(l) OR is_dated(r) THEN 0.5 ELSE 0.25 END AS weight
FROM described;

CREATE VIEW judged_pairs AS
SELECT left_assertion_id, right_assertion_id, relation, part, l, r
FROM reconciliations
JOIN (SELECT assertion_id AS left_assertion_id, side AS l FROM with_places('assertions') AS side) USING (left_assertion_id)
JOIN (SELECT assertion_id AS right_assertion_id, side AS r FROM with_places('assertions') AS side) USING (right_assertion_id);

CREATE VIEW pairs AS FROM weighed('judged_pairs');

COMMENT ON MACRO TABLE weighed IS
    'What the rules ask of the pairs in the relation `found`: with left_assertion_id, right_assertion_id, `relation`, `part`, and as `l` and `r` both sides.';
COMMENT ON VIEW judged_pairs IS 'Every judged pair of assertions with both of its sides.';
COMMENT ON COLUMN judged_pairs.left_assertion_id IS 'What was published first; in one document, what was printed first';
COMMENT ON COLUMN judged_pairs.right_assertion_id IS 'The other side';
COMMENT ON COLUMN judged_pairs.relation IS 'What the two have to do with one another; see reconciliations';
COMMENT ON COLUMN judged_pairs.part IS 'Which side is the part, left or right; null where neither is';
COMMENT ON COLUMN judged_pairs.l IS 'The left side: a row of assertions';
COMMENT ON COLUMN judged_pairs.r IS 'The right side: a row of assertions';
COMMENT ON VIEW pairs IS 'Every judged pair of assertions with both of its sides, and what the rules ask of it.';
COMMENT ON COLUMN pairs.left_assertion_id IS 'What was published first; in one document, what was printed first';
COMMENT ON COLUMN pairs.right_assertion_id IS 'The other side';
COMMENT ON COLUMN pairs.relation IS 'What the two have to do with one another; see reconciliations';
COMMENT ON COLUMN pairs.part IS 'Which side is the part, left or right; null where neither is';
COMMENT ON COLUMN pairs.l IS 'The left side: a row of assertions';
COMMENT ON COLUMN pairs.r IS 'The right side: a row of assertions';
COMMENT ON COLUMN pairs.same_kind IS 'Whether both are positions, or both variances, and so on';
COMMENT ON COLUMN pairs.same_per IS 'Whether one unit of both is for the same';
COMMENT ON COLUMN pairs.opposed IS 'Whether one is good for the books and the other bad';
COMMENT ON COLUMN pairs.whole IS 'Whether neither is one of several items';
COMMENT ON COLUMN pairs.unit_price IS 'Whether one document gives the price of one unit and that of all of them';
COMMENT ON COLUMN pairs.same_subject IS 'Whether the words near both say that the money is for one thing';
COMMENT ON COLUMN pairs.obstacle IS 'Why the two cannot be compared, in a clause; null where they can';
COMMENT ON COLUMN pairs.same_number IS 'Whether both print the same number, or the same range';
COMMENT ON COLUMN pairs.meet IS 'Whether their intervals have a number in common; a null end is open';
COMMENT ON COLUMN pairs.touch IS 'Whether an end of one interval is an end of the other';
COMMENT ON COLUMN pairs.gap IS 'The least distance between the two intervals; 0 where they meet';
COMMENT ON COLUMN pairs.one_thing IS 'Whether both must be one quantity, so that two different numbers say something';
COMMENT ON COLUMN pairs.same_document IS 'Whether both are first printed in one document';
COMMENT ON COLUMN pairs.same_story IS 'Whether both are positions of one story';
COMMENT ON COLUMN pairs.weight IS 'How much it weighs: 1 where both sides state their period, a half where one does, a quarter where neither does';
