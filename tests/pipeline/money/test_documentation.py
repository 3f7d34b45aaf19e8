"""The tables of `pipeline/money/README.md` hold."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

import pipeline.money
from pipeline.money import find_money

PAGE = Path(pipeline.money.__file__).with_name("README.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| `")]
AMOUNTS = [(printed, amount, currency) for cells, amount, currency in (row for row in ROWS if len(row) == 3) for printed in re.findall("`([^`]+)`", cells)]
INTERVALS = [(row[0].strip("`"), *row[1:4]) for row in ROWS if len(row) == 5]


def test_the_tables_are_read_whole():
    assert (len(AMOUNTS), len(INTERVALS)) == (40, 18)


@pytest.mark.parametrize(("printed", "amount", "currency"), AMOUNTS)
def test_amounts(printed, amount, currency):
    assert [(money.surface, money.amount, money.currency) for money in find_money(printed)] == [(printed, Decimal(amount), currency)]


@pytest.mark.parametrize(("printed", "low", "high", "bound"), INTERVALS)
def test_intervals(printed, low, high, bound):
    (money,) = find_money(printed)
    assert (money.low, money.high, money.bound) == (Decimal(low) if low else None, Decimal(high) if high else None, bound)
