"""Which subjects are of one thing, whichever of the two comes first."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

PAIRS = [*csv.DictReader(Path(__file__).with_name("subjects.csv").open(encoding="utf-8"))]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['left']} and {pair['right']}")
def test_subjects_of_one_thing(pair: dict[str, str], published: Path) -> None:
    sides = {side: pair[side] or None for side in ("left", "right")}
    with duckdb.connect(published, read_only=True) as connection:
        assert connection.execute("SELECT alike($left, $right), alike($right, $left)", sides).fetchone() == (pair["alike"] == "true",) * 2
