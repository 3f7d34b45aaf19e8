"""Sums of money: what must hold of every number that can be printed, and of any text."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Bound
from pipeline.money import find_money
from pipeline.money.currencies import table

# how a sum may be printed, by how many digits its scale moves the point, and its currency
SCALED = {
    **dict.fromkeys(["£{}k", "£{} thousand", "£{}K", "£ {}k", "GBP {}k", "GBP{}k", "{}k pounds", "{} thousand pounds", "£{}-thousand"], (3, "GBP")),
    **dict.fromkeys(["£{}m", "£{}M", "£{} m", "£{}mn", "£{}mln", "£{} million", "£{}million", "£{}\u00a0million", "£{}\nmillion", "£{}-million"], (6, "GBP")),
    **dict.fromkeys(["£{} milion", "£{} millon", "₤{}m", "#{}m", "PS{}m", "&pound;{}m", "Â£{}m", "{}m pounds sterling", "{}-million-pound"], (6, "GBP")),
    **dict.fromkeys(["£{}bn", "£{}b", "£{} bn", "£{} billion", "{}bn GBP", "{} billion pounds"], (9, "GBP")),
    **dict.fromkeys(["$(cost) {}", "${}"], (0, "USD")),
    **dict.fromkeys(["${}MM", "US${}m", "US$ {} million", "{} million US dollars", "USD {}m", "{}m usd", "$US{}m"], (6, "USD")),
    **dict.fromkeys(["£{}tn", "£{} trillion"], (12, "GBP")),
    **dict.fromkeys(["Rs {} lakh", "₹{} lakh", "{} lakh rupees"], (5, "INR")),
    **dict.fromkeys(["Rs. {} crore", "₹{} crore"], (7, "INR")),
    **dict.fromkeys(["€{}m", "{}m euros", "EUR {} million", "{} million euro", "{} Mio. €"], (6, "EUR")),
    **dict.fromkeys(["A${}m", "AU${}m", "{} million Australian dollars", "${}m AUD"], (6, "AUD")),
    **dict.fromkeys(["kr {}m", "{} million kronor", "SEK {}m", "SKr{}m"], (6, "SEK")),
    **dict.fromkeys(["CHF {}m", "{} million Swiss francs", "{}m CHF"], (6, "CHF")),
    **dict.fromkeys(["R{}-million", "{} million rand", "ZAR{}m"], (6, "ZAR")),
    **dict.fromkeys(["¥{}bn", "{}bn yen"], (9, "JPY")),
}
del SCALED["$(cost) {}"]
# how thousands may be parted, and the sign of somebody who does so
GROUPED = {",": "£{}", "\u00a0": "£{}", "\u202f": "{} €", "'": "CHF {}", "’": "CHF {}", " ": "{} kr", ".": "€{}"}
NUMBERS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal(99_999), places=1)
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
# words that a text about money may hold without naming a number
NO_NUMBERS = [
    *("pounds", "£", "euros", "of", "the", "millions", "$", "pence", "several", "GBP", "p", "bn", "each", "over", "about", "€", "-", "(", ")", "€m"),
    *("deficit", "#", "PS", "Rs", "kr", "won", "real", "crown", "million", "thousands of", "cents", "a", "and", "half", "hundreds"),
]
HEDGES = {"about": Bound.APPROXIMATELY, "almost": Bound.APPROXIMATELY, "at least": Bound.AT_LEAST, "up to": Bound.AT_MOST}


def spelled(number):
    """A whole number below a million million in British words."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if rest and (scale == 100 or rest < 100) else " " if rest else ""
            return f"{spelled(number // scale)} {word}{joint}{spelled(rest) if rest else ''}"
    return ONES[number] if number < 20 else TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


@given(NUMBERS, st.sampled_from(sorted(SCALED)))
def test_every_style_is_read_back_exactly(number, style):
    text = f"It cost {style.format(f'{number:,}' if 'lakh' not in style and 'crore' not in style else number)} in all."
    (money,) = find_money(text)
    scale, currency = SCALED[style]
    assert (money.amount, money.currency) == (number.scaleb(scale), currency)
    assert money.low <= money.amount <= money.high


@given(st.integers(1000, 10**12), st.sampled_from(sorted(GROUPED)))
def test_thousands_are_read_back_however_they_are_parted(number, separator):
    (money,) = find_money(f"It cost {GROUPED[separator].format(f'{number:,}'.replace(',', separator))} in all.")
    assert money.amount == number


@given(st.integers(100_000, 10**9))
def test_indian_grouping_is_read_back(number):
    head, tail = str(number)[:-3], str(number)[-3:]
    grouped = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head)
    assert [money.amount for money in find_money(f"It cost ₹{grouped},{tail} in all.")] == [number]


@given(st.decimals(min_value=0, max_value=9999, places=2), st.sampled_from(["€{}", "{} €", "EUR {}", "{} euros"]))
def test_a_decimal_comma_is_read_back(number, style):
    (money,) = find_money(f"It cost {style.format(str(number).replace('.', ','))} in all.")
    assert (money.amount, money.low, money.high) == (number, number, number)


@given(st.integers(0, 10**9))
def test_whole_pounds_are_read_back_with_and_without_separators(number):
    assert [money.amount for money in find_money(f"£{number} and £{number:,}")] == [number, number]


@given(st.integers(1, 10**10), st.sampled_from(["pounds", "euros", "US dollars", "rupees"]))
def test_numbers_in_words_are_read_back(number, currency):
    assert [money.amount for money in find_money(f"It cost {spelled(number)} {currency} in all.")] == [number]


@given(st.integers(1, 999), st.integers(1, 99), st.sampled_from(["£{} and {} pence", "{} pounds and {} pence", "${} and {} cents", "{} dollars {} cents"]))
def test_two_units_make_one_sum(whole, part, style):
    assert [money.amount for money in find_money(f"It cost {style.format(whole, part)} in all.")] == [whole + Decimal(part) / 100]


@given(NUMBERS, st.sampled_from(["-£{}m", "−£{}m", "£-{}m", "a loss of (£{}m)", "$({}) million"]))
def test_sums_below_zero_are_read_back(number, style):
    assert [money.amount for money in find_money(f"It was {style.format(number)}")] == [-number.scaleb(6)]


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(["£{}-{}m", "£{}m-£{}m", "£{}m–£{}m", "between £{}m and £{}m", "£{}m to £{}m", "{} to {} million pounds"]),
)
def test_every_style_of_range_is_read_back(low, more, style):
    (money,) = find_money(f"It costs {style.format(low, low + more)} in all.")
    assert (money.low, money.high, money.bound) == (low * 10**6, (low + more) * 10**6, Bound.RANGE)


@given(NUMBERS, st.sampled_from(sorted(table())))
def test_every_code_is_read_before_and_behind(number, code):
    assert {(m.amount, m.currency) for m in find_money(f"It cost {code} {number}m; others {number}m {code}.")} == {(number.scaleb(6), code)}


@given(NUMBERS, st.sampled_from(sorted(HEDGES)))
def test_a_hedge_never_narrows_the_side_it_speaks_of(number, hedge):
    (plain,), (hedged,) = find_money(f"cost £{number}m"), find_money(f"cost {hedge} £{number}m")
    assert hedged.bound is HEDGES[hedge]
    assert hedged.amount == plain.amount
    if hedged.bound is not Bound.AT_MOST and hedge != "almost":
        assert hedged.high is None or hedged.high >= plain.high
    if hedged.bound is not Bound.AT_LEAST:
        assert hedged.low is None or hedged.low <= plain.low


@given(st.text(st.sampled_from("£$€0123456789.,- mbnkp%()\n\u00a0pounds million a half three between to and over about each year#PSRskr")))
def test_spans_are_slices_in_order(text):
    last = 0
    for money in find_money(text):
        assert money.start >= last
        assert text[money.start : money.end] == money.surface
        last = money.end


@given(st.text())
def test_no_text_raises(text):
    find_money(text)


@given(st.lists(st.sampled_from(NO_NUMBERS) | st.text(st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=6)))
def test_no_number_no_money(words):
    assert find_money(" ".join(words)) == []


@pytest.mark.parametrize("unit", ["1", "£", ",", "1,", "million ", " pounds"])
def test_time_is_linear_in_a_megabyte(unit):
    assert seconds(unit * (1_000_000 // len(unit))) < 60  # quadratic ones take hours


@pytest.mark.parametrize("unit", ["five million ", "£1,000 over 3% ", "0m", "1 ", "(", "£1, ", "rupees 1 ", "5c", "half a ", "US$ ", "kr", "£5 or "])
def test_time_is_linear(unit):
    assert seconds(unit * (150_000 // len(unit))) < 30


def seconds(text):
    start = time.process_time()
    find_money(text)
    return time.process_time() - start
