"""Equations: which sums a text states, and which it only seems to."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.language import read
from tests.pipeline.told import told

ROWS = [json.loads(line) for line in Path(__file__).with_name("equations.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]


def shown(equation):
    terms = [[int(term.factor), term.figure.money.surface] for term in equation.terms]
    return {"terms": terms, "total": equation.total.money.surface, "rule": equation.rule}


@pytest.mark.parametrize("row", CASES)
def test_the_sums_that_are_stated_and_no_others(row):
    assert list(map(shown, read(told(row["text"], row.get("kinds", ()))).equations)) == row["equations"]


@pytest.mark.parametrize("count", [2, 3, 7, 20])
def test_lists_of_any_length_have_their_total(count):
    parts = [f"£{i}m" for i in range(1, count + 1)]
    total = f"£{sum(range(1, count + 1))}m"
    (equation,) = read(told(f"They gave {', '.join(parts[:-1])} and {parts[-1]}, a total of {total}.")).equations
    assert [term.figure.money.surface for term in equation.terms] == parts
    assert sum(term.factor * term.figure.money.amount for term in equation.terms) == equation.total.money.amount == Decimal(sum(range(count + 1)) * 10**6)
