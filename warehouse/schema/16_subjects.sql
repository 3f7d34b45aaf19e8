-- Whether two subjects are of one thing: half of the shorter one's words are in both, and one of them is what stands nearest to its sum.
CREATE MACRO alike(l, r) AS coalesce(
    len(list_intersect(string_split(l, ' '), string_split(r, ' '))) * 2 >= least(len(string_split(l, ' ')), len(string_split(r, ' ')))
    AND (list_contains(string_split(r, ' '), split_part(l, ' ', 1)) OR list_contains(string_split(l, ' '), split_part(r, ' ', 1))), false);

-- A body of which the register knows nothing may be named or described: "the vice-chancellor" is what her pay is for.
CREATE MACRO is_described_by(counterparty_key, subject) AS coalesce(
    counterparty_key[:5] = 'name:' AND list_contains(string_split(replace(subject, '-', ''), ' '), replace(counterparty_key[6:], ' ', '')), false);

-- Every fine goes to the treasury, whoever imposes it.
CREATE MACRO goes_to_the_treasury(l, r) AS l.measure = 'fine' AND r.measure = 'fine' AND (l.counterparty_key LIKE '%treasury' OR r.counterparty_key LIKE '%treasury');

-- A line of the accounts that is not the bottom one, where its words say so: an underlying profit is not the loss before tax.
CREATE MACRO line_of(claim) AS CASE WHEN split_part(claim.subject, ' ', 1) IN ('underlying', 'operating-result', 'pension-scheme', 'recurrent', 'non-recurrent', 'disposal-gain')
    THEN split_part(claim.subject, ' ', 1) ELSE 'all' END;

-- Whether one of two overspends is of one thing, and the larger other of the whole body.
CREATE MACRO is_overspend_within(l, r) AS coalesce(
    l.measure LIKE '%spend' AND r.measure = l.measure AND l.counterparty_key IS NULL AND r.counterparty_key IS NULL
    AND l.period_start = r.period_start AND l.period_end = r.period_end
    AND CASE WHEN l.subject IS NULL AND r.subject IS NOT NULL THEN r.high < l.low WHEN r.subject IS NULL AND l.subject IS NOT NULL THEN l.high < r.low END, false);

-- Whether two variances may be one: a body has one shortfall on each plan, and one overspend of each thing; an overspend of one thing is not that of the books.
CREATE MACRO may_be_one_variance(l, r) AS variance_of(l) = variance_of(r) AND (alike(l.subject, r.subject) OR CASE
    WHEN l.measure LIKE '%spend' AND r.measure LIKE '%spend' THEN CASE WHEN l.subject IS NULL AND r.subject IS NULL THEN true
        WHEN l.subject IS NULL OR r.subject IS NULL
        THEN (l.basis <> r.basis AND NOT is_overspend_within(l, r)) OR coalesce(l.low <= r.high AND r.low <= l.high, true) ELSE false END
    WHEN l.measure LIKE '%spend' THEN l.subject IS NULL AND l.counterparty_key IS NULL
    WHEN r.measure LIKE '%spend' THEN r.subject IS NULL AND r.counterparty_key IS NULL
    ELSE true END);

-- Two numbers of one size of which nothing says what they are for: the body's one bill, as far as a reader can tell, though not for certain.
CREATE MACRO is_unsaid(l, r) AS
    NOT l.one_per_period AND coalesce(l.subject, r.subject) IS NULL AND l.counterparty_key IS NOT DISTINCT FROM r.counterparty_key AND is_less_than_times(l, r, 2);

-- Two bills of one size and one time, or of none, of which one does not say what it is for: it may be told anew, though nobody is accused by it.
CREATE MACRO is_half_said(l, r) AS
    l.measure_family IN ('spending', 'investment') AND (l.subject IS NULL) <> (r.subject IS NULL) AND l.counterparty_key IS NOT DISTINCT FROM r.counterparty_key
    AND is_less_than_times(l, r, 2)
    AND l.period_start IS NOT DISTINCT FROM r.period_start AND l.period_end IS NOT DISTINCT FROM r.period_end;
CREATE MACRO is_hardly_said(l, r) AS is_unsaid(l, r) OR is_half_said(l, r);

-- Whether two numbers of what one gave another have the same digits, the point elsewhere: one payment, however the words about it differ.
CREATE MACRO is_misprinted_payment(l, r) AS
    NOT l.one_per_period AND CASE WHEN coalesce(l.counterparty_key = r.counterparty_key, false) THEN has_moved_its_point(l, r) ELSE false END;

-- Whether the one is news of what the other says happened between the two, a month old at most.
CREATE MACRO is_news_of(claim, event) AS coalesce(
    event.measure_family IN ('fine', 'borrowing', 'funding') AND claim.measure = event.measure AND claim.counterparty_key = event.counterparty_key
    AND NOT is_dated(claim) AND event.period_end - event.period_start <= 92
    AND claim.published_on BETWEEN event.period_start AND event.period_end + 31, false);

-- Whether two such are what one gave the other in one year.
CREATE MACRO is_one_grant(l, r) AS coalesce(
    l.measure = 'funding' AND l.basis = 'actual' AND l.counterparty_key = r.counterparty_key AND l.period_end - l.period_start BETWEEN 363 AND 370
    AND l.period_start = r.period_start AND l.period_end = r.period_end, false);

-- Whether two items of sums are one: the words nearest to both are the same and say more than that it is income, and no body has one of them a period.
CREATE MACRO is_same_item(l, r) AS
    (l.kind = 'variance' OR NOT l.one_per_period)
    AND coalesce(split_part(l.subject, ' ', 1) = split_part(r.subject, ' ', 1) AND split_part(l.subject, ' ', 1) <> 'turnover', false);

-- Whether a balance is what is owed of a loan: one borrower, one lender, and less than was lent.
CREATE MACRO is_balance_of(debt, loan) AS
    debt.measure = 'debt' AND loan.measure = 'loan' AND coalesce(debt.counterparty_key = loan.counterparty_key AND debt.amount < loan.amount, false);

-- Whether two numbers for one thing or for one receiver, or two fines, meet, hedged by a twentieth at most; a rough number is said of what is a tenth off at most:
-- "more than £5m" of little more than that.
CREATE MACRO told_low(claim) AS greatest(claim.low, claim.amount * 0.9);
CREATE MACRO told_high(claim) AS least(claim.high, claim.amount * 1.1);
CREATE MACRO meet_as_told(l, r) AS coalesce(
    told_low(l) <= told_high(r) AND told_low(r) <= told_high(l)
    AND (told_high(l) - told_low(l)) * 10 <= l.amount AND (told_high(r) - told_low(r)) * 10 <= r.amount, false);
CREATE MACRO could_be_one_payment(l, r) AS (alike(l.subject, r.subject) OR coalesce(l.counterparty_key = r.counterparty_key, false) OR l.measure = 'fine') AND meet_as_told(l, r);

-- Whether a term and its total may be of two kinds, and the one is yet a part of the other: the loan of what pays for a scheme. What a number grew by is no part,
-- what comes in none of what goes out, and of positions and variances the rules know more.
CREATE MACRO is_part_of_another_kind(part, whole) AS
    part.kind NOT IN ('position', 'variance', 'other', 'income') AND whole.kind NOT IN ('position', 'variance', 'income') AND part.is_counted_once
    AND part.amount < whole.amount;

-- Whether the one is the price of a share, a mile or a patient, and the other of all of them: of one thing, or of one seller.
CREATE MACRO is_price_of_one(one, total) AS coalesce(
    one.measure = total.measure AND one.per NOT IN ('each', 'year', 'month', 'week', 'day', 'hour') AND total.per IS NULL AND one.amount * 2 <= total.amount
    AND (alike(one.subject, total.subject) OR coalesce(one.counterparty_key = total.counterparty_key, false)), false);
