-- What one slip of the pen does to a number. A side has amount, low, high, bound and direction, and how it is printed; without an amount (a range) none of this
-- is true.

-- An amount in ten-thousandths, null where 64 bits do not hold it: they are reckoned with a hundred times faster than longer decimals. A float has every digit of
-- what is below a million millions.
CREATE MACRO ticks(amount) AS CASE WHEN abs(amount) < 900000000000 THEN round(amount::DOUBLE * 10000)::BIGINT ELSE try_cast(amount * 10000 AS BIGINT) END;

-- The place of the last digit that is not nothing: 1000000 of £12m, 0.01 of 38p.
CREATE MACRO last_place(ticks) AS (10 ** (length(ticks::VARCHAR) - length(rtrim(ticks::VARCHAR, '0'))))::BIGINT;

-- How the numbers of the relation `found` are printed, in ten-thousandths: `digit_place` is that of the last printed digit, as the interval of an exact number tells it
-- (£120m has 1000000); a hedge hides it, and zeros are then taken for rounding. `slack` is twice as far as the number may be from the printed amount by
-- rounding alone, a twentieth of it at most; `loose_slack` if its zeros are taken for rounding too.
CREATE MACRO with_places(found) AS TABLE
SELECT
    * EXCLUDE (last_place),
    least(digit_place, ticks // CASE bound WHEN 'exact' THEN 10 ELSE 50 END) AS slack,
    least(greatest(digit_place, last_place), ticks // 10) AS loose_slack
FROM (
    SELECT *, CASE WHEN bound = 'exact' AND high > low THEN ticks(high - low) ELSE last_place END AS digit_place
    FROM (SELECT *, last_place(ticks) AS last_place FROM (SELECT *, ticks(amount) AS ticks FROM query_table(found)))
);

COMMENT ON MACRO TABLE with_places IS
    'The numbers of the relation `found`, with amount, low, high and bound, and how they are printed: to which digit, and how far rounding may have moved them.';

-- Whether one number is so many times the other, within the rounding of both.
CREATE MACRO is_times(small, large, factor, small_slack, large_slack) AS
    abs(small.ticks::HUGEINT * factor - large.ticks) * 2 <= greatest(small_slack::HUGEINT * factor, large_slack);
CREATE MACRO are_times(l, r, factor) AS coalesce(CASE WHEN l.ticks < r.ticks
    THEN is_times(l, r, factor, l.slack, r.slack) ELSE is_times(r, l, factor, r.slack, l.slack) END, false);
CREATE MACRO are_loosely_times(l, r, factor) AS coalesce(CASE WHEN l.ticks < r.ticks
    THEN is_times(l, r, factor, l.loose_slack, r.loose_slack) ELSE is_times(r, l, factor, r.loose_slack, l.loose_slack) END, false);

CREATE MACRO is_number(side) AS side.bound IN ('exact', 'approximately') AND side.amount > 0;

-- m for bn, £ for £000. The ratio is tried first: it is cheap, and hardly any pair has it.
CREATE MACRO is_scale_slip(l, r) AS coalesce(CASE
    WHEN least(l.amount, r.amount) > 0 AND greatest(l.amount, r.amount) > least(l.amount, r.amount) * 900
    THEN are_loosely_times(l, r, 1000) OR are_loosely_times(l, r, 1000000) END, false);

-- An amount as a whole number of places, rounded half up: 976 of £97.6m.
CREATE MACRO in_places(ticks, place) AS (ticks + place // 2) // place;

-- Whether two neighbouring digits have changed places: the numbers then differ by a multiple of nine, which is cheap to ask, and eight of nine pairs fail it.
CREATE MACRO are_swapped(one, other) AS CASE WHEN one <> other AND (one - other) % 9 = 0
    THEN length(one::VARCHAR) = length(other::VARCHAR) AND damerau_levenshtein(one::VARCHAR, other::VARCHAR) = 1 AND levenshtein(one::VARCHAR, other::VARCHAR) = 2
    ELSE false END;

-- The digits are those of the coarser side, to which the finer one is rounded, if three are left. Beside a hedge they are those of the exact side.
CREATE MACRO common_place(l, r) AS CASE
    WHEN l.bound = r.bound AND l.bound = 'exact' THEN greatest(l.digit_place, r.digit_place)
    WHEN l.bound = 'exact' THEN l.digit_place
    WHEN r.bound = 'exact' THEN r.digit_place
    ELSE least(l.digit_place, r.digit_place) END;
CREATE MACRO is_transposition_at(one, other, place) AS
    CASE WHEN are_swapped(in_places(one, place), in_places(other, place)) THEN one >= place * 100 OR (one % place = 0 AND other % place = 0) ELSE false END;
CREATE MACRO is_transposition(l, r) AS coalesce(CASE
    WHEN is_number(l) AND is_number(r) AND greatest(l.ticks, r.ticks) // 10 < least(l.ticks, r.ticks)
    THEN is_transposition_at(l.ticks, r.ticks, common_place(l, r)) END, false);

-- A number as it is written out, in the unit that it is counted in: 276000 and, in millions, 27.6
CREATE MACRO unit_of(ticks) AS CASE WHEN ticks >= 10000000000000 THEN 10000000000000 WHEN ticks >= 10000000000 THEN 10000000000 ELSE 10000 END;
CREATE MACRO written(ticks, unit) AS rtrim(rtrim((ticks // unit)::VARCHAR || '.' || substr((ticks % unit + unit)::VARCHAR, 2), '0'), '.');

-- Whether one digit less makes the one number the other. Digits are counted with their zeros: 15000 and 1500, but not 50 and 5. A point stays: 15.8 and 15
-- are no such two.
CREATE MACRO lacks_a_digit(long, short) AS
    length(long) = length(short) + 1 AND length(replace(long, '.', '')) >= 3 AND levenshtein(long, short) = 1;
CREATE MACRO is_printed_short(long, short, unit) AS lacks_a_digit(written(long, unit), written(short, unit));

-- The longer number in full, or rounded as the shorter one is.
CREATE MACRO has_lost_a_digit(long, short) AS coalesce(CASE WHEN is_number(long) AND is_number(short) THEN
    is_printed_short(long.ticks, short.ticks, unit_of(least(long.ticks, short.ticks)))
    OR is_printed_short(in_places(long.ticks, short.digit_place) * short.digit_place, short.ticks, unit_of(least(long.ticks, short.ticks))) END, false);

-- A point is printed in millions that are not whole, and in pence.
CREATE MACRO has_point(side) AS side.ticks % unit_of(side.ticks) <> 0;

-- The digits of an amount, noughts at its end not counted.
CREATE MACRO significant_digits(side) AS rtrim(side.ticks::VARCHAR, '0');

-- A plan or forecast that seems made anew, where one slip explains the difference better. Only slips that chance hardly makes.
CREATE MACRO is_slip(l, r) AS CASE
    WHEN coalesce(l.direction * r.direction, 1) < 0 THEN false
    WHEN is_scale_slip(l, r) THEN true
    WHEN is_transposition(l, r) THEN greatest(length(significant_digits(l)), length(significant_digits(r))) >= 3
    ELSE false END;

-- Whether the one number is the other with its point elsewhere: both have the same digits, two or more.
CREATE MACRO has_moved_its_point(l, r) AS
    coalesce(l.ticks <> r.ticks AND significant_digits(l) = significant_digits(r) AND length(significant_digits(l)) >= 2, false);

-- Whether two numbers are so near in size that one thing may have both: one is less than twice the other, or a slip makes it so many times the other.
CREATE MACRO size_of(claim) AS coalesce(claim.amount, claim.low, claim.high);
CREATE MACRO is_less_than_times(l, r, factor) AS greatest(size_of(l), size_of(r)) < least(size_of(l), size_of(r)) * factor;
CREATE MACRO is_some_times(l, r, from_factor, to_factor) AS coalesce(least(l.amount, r.amount) > 0
    AND greatest(l.amount, r.amount) >= least(l.amount, r.amount) * from_factor AND greatest(l.amount, r.amount) <= least(l.amount, r.amount) * to_factor, false);
-- Each question is asked where a cheap look at the ratio leaves doubt.
CREATE MACRO is_slip_of_size(l, r) AS CASE
    WHEN CASE WHEN is_some_times(l, r, 1, 10) THEN is_transposition(l, r) ELSE false END THEN true
    WHEN CASE WHEN is_some_times(l, r, 8, 13) THEN are_loosely_times(l, r, 10) ELSE false END THEN true
    WHEN is_some_times(l, r, 80, 130) THEN are_loosely_times(l, r, 100)
    WHEN is_some_times(l, r, 900, 2000000) THEN is_scale_slip(l, r)
    WHEN is_some_times(l, r, 1, 20) THEN has_lost_a_digit(l, r) OR has_lost_a_digit(r, l)
    ELSE false END;
CREATE MACRO are_of_one_size(l, r) AS CASE WHEN is_less_than_times(l, r, 2) THEN true ELSE is_slip_of_size(l, r) END;
