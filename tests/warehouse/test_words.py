"""Amounts as they are said aloud."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

AMOUNTS = [*csv.DictReader((Path(__file__).parent / "amounts.csv").open(encoding="utf-8"))]


@pytest.mark.parametrize("row", AMOUNTS, ids=lambda row: row["said"])
def test_an_amount_in_words(row: dict[str, str], published: Path) -> None:
    with duckdb.connect(published, read_only=True) as connection:
        values = {"amount": row["amount"], "currency": row["currency"]}
        assert connection.execute("SELECT pounds($amount::DECIMAL(28, 4), $currency)", values).fetchone() == (row["said"],)


@pytest.mark.parametrize(
    ("part", "whole", "said"), [("1", "3", "33.3%"), ("2", "3", "66.7%"), ("1", "1", "100%"), ("0.0001", "100", "0%"), ("3", "2", "150%"), ("1", "0", None)]
)
def test_a_share_in_words(part: str, whole: str, said: str | None, published: Path) -> None:
    with duckdb.connect(published, read_only=True) as connection:
        values = {"part": part, "whole": whole}
        assert connection.execute("SELECT percent($part::DECIMAL(28, 4), $whole::DECIMAL(28, 4))", values).fetchone() == (said,)


@pytest.mark.parametrize(
    "row", csv.DictReader((Path(__file__).parent / "finality.csv").open(encoding="utf-8")), ids=lambda row: f"{row['surface']}: {row['sentence']}"
)
def test_how_final_a_sentence_says_that_its_sum_is(row: dict[str, str], published: Path) -> None:
    with duckdb.connect(published, read_only=True) as connection:
        values = {"sentence": row["sentence"], "surface": row["surface"], "certainty": int(row["certainty"])}
        assert connection.execute("SELECT finality($sentence, $surface, $certainty)", values).fetchone() == (row["finality"] or None,)
