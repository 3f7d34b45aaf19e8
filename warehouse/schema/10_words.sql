-- How amounts, sources and times are said in English. Everything is DECIMAL and text: no float takes part.

-- 97.6000 is said 97.6, and 1234 is said 1,234; at most three decimals are ever asked for.
CREATE MACRO plain_number(number) AS
    format('{:,}', trunc(number)::BIGINT)
    || CASE WHEN number % 1 = 0 THEN '' ELSE '.' || rtrim(split_part((number % 1)::VARCHAR, '.', 2), '0') END;

-- Pence are printed with two digits (£2.50); millions and billions only where three decimals say the amount exactly.
CREATE MACRO scaled(amount) AS
    plain_number((amount * CASE
        WHEN amount >= 1000000000 AND amount % 1000000 = 0 THEN 0.000000001 WHEN amount >= 1000000 AND amount % 1000 = 0 THEN 0.000001 ELSE 1 END)::DECIMAL(28, 4))
    || CASE
        WHEN amount >= 1000000000 AND amount % 1000000 = 0 THEN 'bn'
        WHEN amount >= 1000000 AND amount % 1000 = 0 THEN 'm'
        WHEN (amount * 10) % 1 = 0 AND amount % 1 <> 0 THEN '0'
        ELSE '' END;

CREATE MACRO currency_sign(currency) AS CASE currency
    WHEN 'GBP' THEN '£' WHEN 'EUR' THEN '€' WHEN 'USD' THEN 'US$' WHEN 'JPY' THEN '¥' ELSE currency || ' ' END;

CREATE MACRO pounds(amount, currency) AS
    CASE WHEN amount < 0 THEN '−' ELSE '' END || currency_sign(currency) || scaled(abs(amount));

-- What a claim says, hedge included: "about £192m", "between £5m and £7m".
CREATE MACRO said(claim) AS
    CASE
        WHEN claim.bound = 'approximately' THEN 'about '
        WHEN claim.bound = 'at_least' OR (claim.bound = 'range' AND claim.high IS NULL) THEN 'at least '
        WHEN claim.bound = 'at_most' OR (claim.bound = 'range' AND claim.low IS NULL) THEN 'up to '
        WHEN claim.bound = 'range' THEN 'between '
        ELSE '' END
    || pounds(CASE WHEN claim.bound = 'range' THEN coalesce(claim.low, claim.high) ELSE claim.amount END, claim.currency)
    || CASE WHEN claim.bound = 'range' AND claim.low IS NOT NULL AND claim.high IS NOT NULL THEN ' and ' || pounds(claim.high, claim.currency) ELSE '' END;

-- What a figure is multiplied by: 250, 1.12, 2/3.
CREATE MACRO factor_said(factor) AS coalesce(
    CASE WHEN factor % 0.00001 = 0 THEN plain_number(factor) END,
    list_transform(
        list_filter([3, 6, 7, 9], lambda parts: abs(factor * parts - round(factor * parts)) < 0.00000001), lambda parts: round(factor * parts)::INTEGER || '/' || parts
    )[1],
    plain_number(factor::DECIMAL(24, 5))
);

-- 97.6000 has the digits 976000, of which 976 are significant; of 0.1300 they are 13.
CREATE MACRO digits(amount) AS replace(amount::VARCHAR, '.', '');
CREATE MACRO significant(amount) AS trim(digits(amount), '0');

-- Whether a number was printed for another by a slip of the pen: two neighbouring digits exchanged, one digit lost, thousands for millions.
CREATE MACRO is_misprint_of(printed, meant) AS meant > 0 AND printed > 0 AND meant <> printed AND (
    meant = printed * 1000
    OR printed = meant * 1000
    OR (length(digits(meant)) = length(digits(printed)) AND damerau_levenshtein(digits(meant), digits(printed)) = 1
        AND levenshtein(digits(meant), digits(printed)) = 2)
    OR (meant BETWEEN printed AND printed * 100 AND length(significant(meant)) = length(significant(printed)) + 1
        AND levenshtein(significant(meant), significant(printed)) = 1)
);

-- A share in per cent, rounded to one decimal in whole numbers: 3%, 2.8%.
CREATE MACRO percent(part, whole) AS
    plain_number(((trunc(part * 2000 + whole)::HUGEINT // nullif(trunc(whole * 2)::HUGEINT, 0)) * 0.1)::DECIMAL(28, 1)) || '%';

CREATE MACRO on_day(day) AS strftime(day, '%-d %B %Y');

CREATE MACRO in_words(label) AS replace(label, '_', ' ');

-- The last part of a path or an address: minutes.html
CREATE MACRO file_name(name) AS coalesce(nullif(regexp_replace(name, '^.*/', ''), ''), name);

-- planned deficit, forecast deficit, actual deficit
CREATE MACRO basis_adjective(basis) AS
    CASE basis WHEN 'plan' THEN 'planned' WHEN 'hypothetical' THEN 'possible' ELSE coalesce(basis, '') END;

CREATE MACRO with_article(words) AS
    CASE WHEN regexp_matches(words, '^[aeiou]') THEN 'an ' ELSE 'a ' END || words;

-- Whether a side states its time; and whether that is part of a year, which no number without a period is set against.
CREATE MACRO is_dated(claim) AS coalesce(claim.period_start, claim.period_end) IS NOT NULL;
CREATE MACRO is_part_year(claim) AS coalesce(claim.period_end - claim.period_start <= 360, false);

-- Whether a claim without a period may be about the period of another, or about what another without one is: news is of its own time and the year before.
CREATE MACRO is_timely(l, r) AS coalesce(CASE
    WHEN NOT is_dated(l) AND NOT is_dated(r) THEN abs(l.published_on - r.published_on) <= 366
    WHEN NOT is_dated(l) THEN coalesce(l.published_on >= r.period_start, true) AND coalesce(l.published_on <= r.period_end + 366, true)
    WHEN NOT is_dated(r) THEN coalesce(r.published_on >= l.period_start, true) AND coalesce(r.published_on <= l.period_end + 366, true) END, true);

-- Whether two transfers to one receiver may be one, whatever time lies between them: neither states its time, and they are no positions of a year.
CREATE MACRO is_one_transfer(l, r) AS
    l.measure_family <> 'position' AND NOT is_dated(l) AND NOT is_dated(r) AND coalesce(l.counterparty_key = r.counterparty_key, false);

-- Whether two intervals meet, and are both so narrow (a fiftieth of the number) that chance hardly makes them.
CREATE MACRO could_be_one(l, r) AS coalesce(
    l.low <= r.high AND r.low <= l.high AND (l.high - l.low) * 50 <= l.amount AND (r.high - r.low) * 50 <= r.amount, false);

-- Whether the one is the other rounded, however it is hedged: they meet, a fortieth apart at most, and one of them is narrow.
CREATE MACRO could_be_rounded(l, r) AS coalesce(
    l.measure = r.measure AND l.low <= r.high AND r.low <= l.high AND abs(l.amount - r.amount) * 40 <= greatest(l.amount, r.amount)
    AND least(l.high - l.low, r.high - r.low) * 50 <= least(l.amount, r.amount), false);

-- Whether the time of one is a day, a month or a quarter in the year of the other.
CREATE MACRO is_in_the_year_of(event, claim) AS coalesce(
    event.period_end - event.period_start <= 92 AND claim.period_end - claim.period_start BETWEEN 363 AND 370
    AND event.period_start >= claim.period_start AND event.period_end <= claim.period_end, false);

-- Whether what happened on such a day may be told of its year.
CREATE MACRO happened_in(event, claim) AS event.measure_family IN ('fine', 'borrowing', 'funding') AND is_in_the_year_of(event, claim);

-- Whether the one is for a year of what the other is for as a whole: income of £180m a year, and £182m in a year or with no time said.
CREATE MACRO is_annual(claim) AS claim.per IS NULL AND coalesce(claim.period_end - claim.period_start BETWEEN 363 AND 370, NOT is_dated(claim));
CREATE MACRO are_annual(l, r) AS NOT l.one_per_period AND coalesce((l.per = 'year' AND is_annual(r)) OR (r.per = 'year' AND is_annual(l)), false);

-- Whether two balances are one: what is owed to one lender on one day.
CREATE MACRO is_one_balance(l, r) AS
    l.measure = 'debt' AND r.measure = 'debt' AND is_dated(l) AND is_dated(r) AND coalesce(l.counterparty_key = r.counterparty_key, false);

-- What a pair is about: "Norfolk and Waveney STP, deficit 2018-19"; `measure` is null where the two sides use different words.
CREATE MACRO subject(l, r, measure) AS
    coalesce(l.organisation_name, r.organisation_name)
    || CASE WHEN nullif(measure, 'other') IS NULL AND coalesce(l.period_label, r.period_label) IS NULL THEN '' ELSE ', ' END
    || concat_ws(' ', in_words(nullif(measure, 'other')), coalesce(CASE WHEN NOT is_dated(l) THEN r.period_label END, l.period_label, r.period_label))
    || ': ';

CREATE MACRO period_note(l, r) AS CASE
    WHEN NOT is_dated(l) AND NOT is_dated(r) THEN ' (period not stated by either)'
    WHEN NOT is_dated(l) THEN ' (period not stated by ' || l.printed_by || ')'
    WHEN NOT is_dated(r) THEN ' (period not stated by ' || r.printed_by || ')'
    ELSE '' END;

-- planned deficit, actual surplus: the measure with its basis
CREATE MACRO based(claim) AS trim(basis_adjective(claim.basis) || ' ' || CASE claim.measure WHEN 'other' THEN 'number' ELSE in_words(claim.measure) END);

-- planned position, year-end position: where the books stand, by basis and period
CREATE MACRO position_name(claim) AS CASE
    WHEN claim.certainty = 3 AND regexp_matches(claim.period_label, '^\d{4}-\d{2}$') THEN 'year-end position'
    WHEN claim.certainty = 3 THEN 'reported position'
    ELSE trim(basis_adjective(claim.basis) || ' position') END;

-- What a variance is the distance from: a plan for savings or for income, else one for the books.
CREATE MACRO variance_of(claim) AS CASE WHEN claim.measure = 'shortfall' AND split_part(claim.subject, ' ', 1) IN ('saving', 'turnover')
    THEN split_part(claim.subject, ' ', 1) ELSE 'position' END;

-- What a variance is called beside a position.
CREATE MACRO variance_name(claim) AS CASE
    WHEN claim.measure = 'shortfall' THEN 'the distance from plan' || CASE variance_of(claim) WHEN 'saving' THEN ' of savings' WHEN 'turnover' THEN ' of income' ELSE '' END
    ELSE with_article(claim.measure) || ' against plan' END;

-- That the two sides name one body differently: by what it was and by what it became.
CREATE MACRO kin_note(l, r) AS CASE WHEN l.organisation_key <> r.organisation_key
    THEN ' (' || l.organisation_name || ' and ' || r.organisation_name || ' are one body by succession)' ELSE '' END;

-- Whether the earlier of two claims was printed before the period that they are about was over.
CREATE MACRO is_interim(l, r) AS coalesce(l.published_on <= greatest(l.period_end, r.period_end) AND l.published_on < r.published_on, false);

-- Whether one number is what would have been, told once the time was over, and the other what was.
CREATE MACRO is_beside_what_was(supposed, held) AS
    coalesce(supposed.basis = 'hypothetical' AND held.basis = 'actual' AND supposed.one_per_period AND supposed.published_on > supposed.period_end, false);

-- The words of a sentence before a sum, and after it; and what may stand between them and it.
CREATE MACRO before(sentence, surface) AS left(sentence, greatest(strpos(sentence, surface) - 1, 0));
CREATE MACRO after(sentence, surface) AS substr(sentence, strpos(sentence, surface) + length(surface));
CREATE MACRO hedge() AS '(?:(?:about|around|some|nearly|almost|roughly|over|under|just|more than|less than)\s+)*';

-- What a sentence says of how final its numbers are; one that speaks of a draft and of what became of it gives the latter. Of a number that is none yet it may
-- also say that it was so once ("when it stood at £5m") or is so by now; that a target had been £5m is only how speech is reported.
CREATE MACRO finality(sentence, surface, certainty) AS CASE
    WHEN certainty = 2 AND regexp_matches(before(sentence, surface), '(?i)\bhad been\s+' || hedge() || '$') THEN 'past'
    WHEN certainty < 3 AND regexp_matches(before(sentence, surface), '(?i)\b(?:'
        || 'stood at|was (?:first|then|originally|initially|previously)(?: \w+)? at|first (?:forecast|estimate) (?:was|of)|(?:was|were|been) told of (?:\w+ ){1,4}of)\s+' || hedge() || '$') THEN 'past'
    WHEN certainty < 3 AND regexp_matches(after(sentence, surface), '(?i)^\s+(?:(?:\w+\s+){1,2}(?:weeks?|months?|years?) (?:ago|earlier)\b'
        || '|in (?:the|its|their|an?) (?:\w+ ){0,3}(?:report|papers|estimate) (?:of|in|from|for)\b)') THEN 'past'
    WHEN certainty < 3 AND regexp_matches(before(sentence, surface), '(?i)\bnow(?: \w+){0,3}\s+' || hedge() || '$') THEN 'now'
    WHEN regexp_matches(sentence, '(?i)\b(?:audited|restated|final accounts|after (?:the )?audit)\b')
        OR regexp_matches(sentence, '(?i)\b(?:than|as) (?:was |had been |were )?(?:first |originally |previously )?(?:reported|published|thought)\b') THEN 'final'
    WHEN regexp_matches(sentence, '(?i)\b(?:draft|provisional|unaudited|preliminary|initial|subject to audit)\b') THEN 'draft' END;

-- Whether the words about a sum say that it is a part of the sum before it: "of which £2m", "£2m of it".
CREATE MACRO says_part(before, after) AS regexp_matches(before, '(?i)\b(?:of which|including|includes|included)\s+' || hedge() || '$')
    OR regexp_matches(after, '(?i)^\s+of (?:it|them|that|this|these|those|which)\b');

-- Whether one of two contributions may be what each of several gives of the other: £5m and £25m.
CREATE MACRO may_be_a_share(l, r) AS coalesce(
    l.amount <> r.amount AND least(l.amount, r.amount) > 0 AND greatest(l.amount, r.amount) % least(l.amount, r.amount) = 0, false);

-- A gap as it is said, rounded down to three digits or so: "at least £9.99m".
CREATE MACRO rounded_down(amount) AS CASE
    WHEN amount >= 1000000000 THEN amount - amount % 10000000
    WHEN amount >= 1000000 THEN amount - amount % 10000
    WHEN amount >= 1000 THEN amount - amount % 100
    ELSE amount END;

-- The interval as it stands in the books, deficits below nothing; null where the direction or an end is unknown.
CREATE MACRO signed_low(claim) AS CASE claim.direction WHEN -1 THEN -claim.high WHEN 1 THEN claim.low END;
CREATE MACRO signed_high(claim) AS CASE claim.direction WHEN -1 THEN -claim.low WHEN 1 THEN claim.high END;

-- What a position and a shortfall imply, as it stands in the books: of an outturn the plan, of a plan the outturn; null where they imply nothing.
CREATE MACRO implied_low(held, variance) AS CASE
    WHEN variance.measure <> 'shortfall' OR variance_of(variance) <> 'position' THEN NULL
    WHEN held.certainty = 1 THEN signed_low(held) + signed_low(variance)
    WHEN held.certainty = variance.certainty THEN signed_low(held) - signed_high(variance) END;
CREATE MACRO implied_high(held, variance) AS CASE
    WHEN variance.measure <> 'shortfall' OR variance_of(variance) <> 'position' THEN NULL
    WHEN held.certainty = 1 THEN signed_high(held) + signed_high(variance)
    WHEN held.certainty = variance.certainty THEN signed_high(held) - signed_low(variance) END;
CREATE MACRO implied_basis(held, variance) AS
    CASE WHEN held.certainty <> 1 THEN 'planned' WHEN variance.certainty = 3 THEN 'year-end' ELSE 'forecast' END;

-- A signed interval in words: "a planned deficit of £1.05m to £2.15m"; null where an end is.
CREATE MACRO bottom_line(low, high, basis, currency) AS CASE
    WHEN high <= 0 THEN 'a ' || basis || ' deficit of ' || span_of(-high, -low, currency)
    WHEN low >= 0 THEN 'a ' || basis || ' surplus of ' || span_of(low, high, currency)
    ELSE 'a ' || basis || ' position between a deficit of ' || pounds(-low, currency) || ' and a surplus of ' || pounds(high, currency)
END;
CREATE MACRO span_of(low, high, currency) AS pounds(low, currency) || CASE WHEN low = high THEN '' ELSE ' to ' || pounds(high, currency) END;

-- Several in a row: "Post, Courier and Gazette"; of many, the first three: "Post, Courier, Gazette and 4 others".
CREATE MACRO listed(words) AS CASE
    WHEN len(words) = 0 THEN NULL
    WHEN len(words) = 1 THEN words[1]
    WHEN len(words) <= 4 THEN array_to_string(words[:len(words) - 1], ', ') || ' and ' || words[len(words)]
    ELSE array_to_string(words[:3], ', ') || ' and ' || (len(words) - 3) || ' others' END;

-- Who printed a claim: the publisher, else the name of the file.
CREATE MACRO printer(claim) AS coalesce(claim.publisher, file_name(claim.document_name));

CREATE MACRO printed_by(claim) AS printer(claim) || coalesce(', ' || on_day(claim.published_on), '');

-- twice, 7 times
CREATE MACRO times(number) AS CASE number WHEN 1 THEN 'once' WHEN 2 THEN 'twice' ELSE number || ' times' END;

-- A text that a spreadsheet would take for a formula, made harmless.
CREATE MACRO as_csv_text(value) AS CASE WHEN regexp_matches(value, '^[=+\-@\t\r]') THEN '''' || value ELSE value END;
