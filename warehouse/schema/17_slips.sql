-- What one slip of the pen does to a number. A side has amount, low, high, bound and direction; without an amount (a range) none of this is true.

-- The place of the last digit that is not nothing: 1000000 of £12m, 0.01 of 38p.
CREATE MACRO last_place(amount) AS
    ('1e' || (length((amount * 10000)::HUGEINT::VARCHAR) - length(rtrim((amount * 10000)::HUGEINT::VARCHAR, '0')) - 4))::DECIMAL(28, 4);

-- The place of the last printed digit, as the interval of an exact number tells it: 1000000 of £120m. A hedge hides it, and zeros are then taken for rounding.
CREATE MACRO printed_place(side) AS CASE WHEN side.bound = 'exact' AND side.high > side.low THEN side.high - side.low ELSE last_place(side.amount) END;

-- How far from the printed amount the number may be by rounding alone, a twentieth of it at most; and if its zeros are taken for rounding too.
CREATE MACRO rounding(side) AS least(printed_place(side), side.amount * CASE side.bound WHEN 'exact' THEN 0.1 ELSE 0.02 END) * 0.5;
CREATE MACRO loose_rounding(side) AS least(greatest(printed_place(side), last_place(side.amount)), side.amount * 0.1) * 0.5;

-- Whether one number is so many times the other, within the rounding of both.
CREATE MACRO is_times(small, large, factor, small_rounding, large_rounding) AS
    abs(small.amount * factor - large.amount) <= greatest(small_rounding * factor, large_rounding);
CREATE MACRO are_times(l, r, factor) AS coalesce(CASE WHEN l.amount < r.amount
    THEN is_times(l, r, factor, rounding(l), rounding(r))
    ELSE is_times(r, l, factor, rounding(r), rounding(l)) END, false);
CREATE MACRO are_loosely_times(l, r, factor) AS coalesce(CASE WHEN l.amount < r.amount
    THEN is_times(l, r, factor, loose_rounding(l), loose_rounding(r))
    ELSE is_times(r, l, factor, loose_rounding(r), loose_rounding(l)) END, false);

CREATE MACRO is_number(side) AS side.bound IN ('exact', 'approximately') AND side.amount > 0;

-- m for bn, £ for £000. The ratio is tried first: it is cheap, and hardly any pair has it.
CREATE MACRO is_scale_slip(l, r) AS coalesce(CASE
    WHEN least(l.amount, r.amount) > 0 AND greatest(l.amount, r.amount) > least(l.amount, r.amount) * 900
    THEN are_loosely_times(l, r, 1000) OR are_loosely_times(l, r, 1000000) END, false);

-- An amount in ten-thousandths, null from ten million millions on. Decimals of 18 digits and whole numbers of 64 bits are divided a hundred times faster than
-- longer ones.
CREATE MACRO short_ticks(amount) AS trunc(amount)::BIGINT * 10000 + (amount % 1 * 10000)::BIGINT;
CREATE MACRO ticks(amount) AS short_ticks(try_cast(amount AS DECIMAL(17, 4)));

-- An amount as a whole number of places, rounded half up: 976 of £97.6m.
CREATE MACRO in_places(ticks, place) AS (ticks + place // 2) // place;

-- Whether two neighbouring digits that have changed places are the whole difference. Then it is nine times their difference at the place of the right one,
-- and the other number has as many digits. Each question is asked where the one before leaves doubt: the first is cheap, and eight of nine pairs fail it.
CREATE MACRO are_swapped(one, other) AS CASE
    WHEN (one - other) % 9 <> 0 OR one = other THEN false
    WHEN length(one::VARCHAR) <> length(other::VARCHAR) OR length(rtrim((abs(one - other) // 9)::VARCHAR, '0')) > 1 THEN false
    ELSE are_swapped_at(one, other, power_of(abs(one - other) // 9)) END;
CREATE MACRO are_swapped_at(one, other, place) AS (one // (place * 10)) % 10 - (one // place) % 10 = (one - other) // (place * 9);
CREATE MACRO power_of(number) AS number // left(number::VARCHAR, 1)::BIGINT;

-- The digits are those of the coarser side, to which the finer one is rounded, if three are left. Beside a hedge they are those of the exact side.
CREATE MACRO common_place(l, r) AS CASE
    WHEN l.bound = r.bound AND l.bound = 'exact' THEN greatest(printed_place(l), printed_place(r))
    WHEN l.bound = 'exact' THEN printed_place(l)
    WHEN r.bound = 'exact' THEN printed_place(r)
    ELSE least(last_place(l.amount), last_place(r.amount)) END;
CREATE MACRO is_transposition_at(one, other, place) AS
    CASE WHEN are_swapped(in_places(one, place), in_places(other, place)) THEN one >= place * 100 OR (one % place = 0 AND other % place = 0) ELSE false END;

-- The three are worked out once, by way of a list: this is asked of every plan that was made anew.
CREATE MACRO is_transposition(l, r) AS coalesce(CASE
    WHEN is_number(l) AND is_number(r) AND greatest(l.amount, r.amount) < least(l.amount, r.amount) * 10
    THEN list_transform(
        [[ticks(l.amount), ticks(r.amount), ticks(common_place(l, r))]], lambda three: is_transposition_at(three[1], three[2], three[3]))[1] END, false);

-- A number as it is written out: 276000 and, where the lesser of two is in millions, 27.6
CREATE MACRO written(amount, lesser) AS rtrim(rtrim(
    (amount * CASE WHEN lesser >= 1000000000 THEN 0.000000001 WHEN lesser >= 1000000 THEN 0.000001 ELSE 1.000000000 END)::VARCHAR, '0'), '.');

-- Whether one digit less makes the one number the other. Digits are counted with their zeros: 15000 and 1500, but not 50 and 5. A point stays: 15.8 and 15
-- are no such two.
CREATE MACRO lacks_a_digit(long, short) AS
    length(long) = length(short) + 1 AND length(replace(long, '.', '')) >= 3
    AND list_contains([left(long, place) || substr(long, place + 2) FOR place IN range(length(long))], short);

-- The longer number in full, or rounded as the shorter one is.
CREATE MACRO has_lost_a_digit(long, short) AS is_number(long) AND is_number(short) AND coalesce(list_bool_or(list_transform(
    [long.amount, in_places(ticks(long.amount), ticks(printed_place(short))) * printed_place(short)],
    lambda told: lacks_a_digit(written(told, least(long.amount, short.amount)), written(short.amount, least(long.amount, short.amount))))), false);

-- A point is printed in millions that are not whole, and in pence.
CREATE MACRO has_point(amount) AS written(amount, amount) LIKE '%.%';

-- How many digits an amount has, noughts at its end not counted.
CREATE MACRO significant_digits(amount) AS length(rtrim((amount * 10000)::HUGEINT::VARCHAR, '0'));

-- A plan or forecast that seems made anew, where one slip explains the difference better. Only slips that chance hardly makes.
CREATE MACRO is_slip(l, r) AS CASE
    WHEN coalesce(l.direction * r.direction, 1) < 0 THEN false
    WHEN is_scale_slip(l, r) THEN true
    WHEN is_transposition(l, r) THEN greatest(significant_digits(l.amount), significant_digits(r.amount)) >= 3
    ELSE false END;

-- Whether the one number is the other with its point elsewhere: both have the same digits, two or more.
CREATE MACRO has_moved_its_point(l, r) AS
    coalesce(l.amount <> r.amount AND significant(l.amount) = significant(r.amount) AND significant_digits(l.amount) >= 2, false);

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
