-- Whether two subjects are of one thing: half of the shorter one's words are in both, and one of them is what stands nearest to its sum.
CREATE MACRO alike(l, r) AS coalesce(
    len(list_intersect(string_split(l, ' '), string_split(r, ' '))) * 2 >= least(len(string_split(l, ' ')), len(string_split(r, ' ')))
    AND (list_contains(string_split(r, ' '), split_part(l, ' ', 1)) OR list_contains(string_split(l, ' '), split_part(r, ' ', 1))), false);

-- A body of which the register knows nothing may be named or described: "the vice-chancellor" is what her pay is for.
CREATE MACRO is_described_by(counterparty_key, subject) AS coalesce(
    counterparty_key[:5] = 'name:' AND list_contains(string_split(replace(subject, '-', ''), ' '), replace(counterparty_key[6:], ' ', '')), false);

-- What a variance is the distance from: a plan for savings or for income, else one for the books.
CREATE MACRO variance_of(claim) AS CASE WHEN claim.measure = 'shortfall' AND split_part(claim.subject, ' ', 1) IN ('saving', 'turnover')
    THEN split_part(claim.subject, ' ', 1) ELSE 'position' END;

-- Whether two variances may be one: a body has one shortfall on each plan, and one overspend of each thing; an overspend of one thing is not that of the books.
CREATE MACRO may_be_one_variance(l, r) AS variance_of(l) = variance_of(r) AND (alike(l.subject, r.subject) OR CASE
    WHEN l.measure LIKE '%spend' AND r.measure LIKE '%spend' THEN l.subject IS NULL OR r.subject IS NULL
    WHEN l.measure LIKE '%spend' THEN l.subject IS NULL AND l.counterparty_key IS NULL
    WHEN r.measure LIKE '%spend' THEN r.subject IS NULL AND r.counterparty_key IS NULL
    ELSE true END);
