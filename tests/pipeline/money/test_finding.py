"""Sums of money: the cases of `finding.jsonl`, and what must hold of any text."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.money import find_money

ROWS = [json.loads(line, parse_float=Decimal) for line in Path(__file__).with_name("finding.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = ("surface", "amount", "currency", "low", "high", "bound", "per", "currency_source")
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]

# how a sum may be printed, and by how many digits its scale moves the point
STYLES = {"£{}": 0, "£{}k": 3, "£{}m": 6, "£{} million": 6, "£{}\u00a0million": 6, "£{}bn": 9, "{}m pounds": 6, "GBP {}m": 6, "{}bn pounds": 9}
NO_NUMBERS = ["pounds", "£", "euros", "of", "the", "millions", "$", "pence", "several", "GBP", "p", "bn", "each", "over", "about", "€", "-", "(", ")", "€m"]
NUMBERS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal(99_999), places=1)


@pytest.mark.parametrize("row", CASES)
def test_sums_are_read_as_printed(row):
    found = [{field: getattr(money, field) for field in FIELDS} for money in find_money(row["text"])]
    assert found == [{"currency_source": "printed"} | figure for figure in row["figures"]]


@given(NUMBERS, st.sampled_from(sorted(STYLES)))
def test_every_style_is_read_back_exactly(number, style):
    (money,) = find_money(f"It cost {style.format(f'{number:,}')} in all.")
    assert (money.amount, money.currency) == (number.scaleb(STYLES[style]), "GBP")
    assert money.low <= money.amount <= money.high


@given(st.integers(0, 10**9))
def test_whole_pounds_are_read_back_with_and_without_separators(number):
    assert [money.amount for money in find_money(f"£{number} and £{number:,}")] == [number, number]


@given(st.text(st.sampled_from("£$€0123456789.,- mbnkp%()\n\u00a0pounds million a half three between and to over about each year")))
def test_spans_are_slices_in_order(text):
    last = 0
    for money in find_money(text):
        assert money.start >= last
        assert text[money.start : money.end] == money.surface
        last = money.end


@given(st.text())
def test_no_text_raises(text):
    find_money(text)


@given(st.lists(st.sampled_from(NO_NUMBERS)))
def test_no_number_no_money(words):
    assert find_money(" ".join(words)) == []


@pytest.mark.parametrize("unit", ["1", "£", "1,", ",", "million ", " pounds", "five million ", "£1,000 over 3% "])
def test_time_is_linear(unit):
    start = time.process_time()
    find_money(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 60  # some take 3 s; quadratic ones take hours
