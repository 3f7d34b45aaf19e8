-- Whether two subjects are of one thing: half of the shorter one's words are in both, and one of them is what stands nearest to its sum.
CREATE MACRO alike(l, r) AS coalesce(
    len(list_intersect(string_split(l, ' '), string_split(r, ' '))) * 2 >= least(len(string_split(l, ' ')), len(string_split(r, ' ')))
    AND (list_contains(string_split(r, ' '), split_part(l, ' ', 1)) OR list_contains(string_split(l, ' '), split_part(r, ' ', 1))), false);

-- A body of which the register knows nothing may be named or described: "the vice-chancellor" is what her pay is for.
CREATE MACRO is_described_by(counterparty_key, subject) AS coalesce(
    counterparty_key[:5] = 'name:' AND list_contains(string_split(replace(subject, '-', ''), ' '), replace(counterparty_key[6:], ' ', '')), false);

-- Whether two variances may be one: a body has one shortfall on each plan, and one overspend of each thing; an overspend of one thing is not that of the books.
CREATE MACRO may_be_one_variance(l, r) AS variance_of(l) = variance_of(r) AND (alike(l.subject, r.subject) OR CASE
    WHEN l.measure LIKE '%spend' AND r.measure LIKE '%spend' THEN l.subject IS NULL OR r.subject IS NULL
    WHEN l.measure LIKE '%spend' THEN l.subject IS NULL AND l.counterparty_key IS NULL
    WHEN r.measure LIKE '%spend' THEN r.subject IS NULL AND r.counterparty_key IS NULL
    ELSE true END);

-- Two numbers of one size of which nothing says what they are for: the body's one bill, as far as a reader can tell, though not for certain.
CREATE MACRO is_unsaid(l, r) AS
    NOT l.one_per_period AND coalesce(l.subject, r.subject) IS NULL AND l.counterparty_key IS NOT DISTINCT FROM r.counterparty_key AND is_less_than_times(l, r, 2);

-- Whether two items of sums are one: the words nearest to both are the same, and no body has one of them a period.
CREATE MACRO is_same_item(l, r) AS
    (l.kind = 'variance' OR NOT l.one_per_period) AND coalesce(split_part(l.subject, ' ', 1) = split_part(r.subject, ' ', 1), false);

-- Whether two numbers for one thing or for one receiver meet, hedged by a twentieth at most.
CREATE MACRO could_be_one_payment(l, r) AS (alike(l.subject, r.subject) OR coalesce(l.counterparty_key = r.counterparty_key, false)) AND coalesce(
    l.low <= r.high AND r.low <= l.high AND (l.high - l.low) * 10 <= l.amount AND (r.high - r.low) * 10 <= r.amount, false);
