"""Sums of money: the cases of `finding.jsonl`."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.money import find_money

ROWS = [json.loads(line, parse_float=Decimal) for line in Path(__file__).with_name("finding.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = ("surface", "amount", "currency", "low", "high", "bound", "per", "currency_source")
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]


@pytest.mark.parametrize("row", CASES)
def test_sums_are_read_as_printed(row):
    found = [{field: getattr(money, field) for field in FIELDS} for money in find_money(row["text"])]
    assert found == [{"currency_source": "printed"} | figure for figure in row["figures"]]
