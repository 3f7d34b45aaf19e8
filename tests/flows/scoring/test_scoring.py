"""Scoring: what agrees, what is matched, and what an evaluation of a small gold set prints, to the letter."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.scoring.agreement import right, right_amount
from flows.scoring.documents import document_of
from flows.scoring.evaluation import Evaluation, evaluate
from flows.scoring.gold import read_gold
from flows.scoring.matching import match
from flows.scoring.report import WIDTH, listed, report
from flows.scoring.results import results
from flows.scoring.tables import f1, reliability, shares
from pipeline.errors import CrossfootError
from pipeline.model import Evidence, Figure
from tests.warehouse.ledger import figure

HERE = Path(__file__).parent
MEANT = {"measure", "basis", "organisation", "period"}


def cases(name: str) -> list[Any]:
    rows = [json.loads(line, parse_float=Decimal) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [pytest.param(row, id=row["why"]) for row in rows]


def found() -> Iterator[Figure]:
    for line in (HERE / "found.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        why = tuple(Evidence(field, rule, confidence=confidence and Decimal(confidence)) for field, (rule, confidence) in row["why"].items())
        yield replace(figure(row, "d" * 64, row["start"], row["surface"]), evidence=why)


def evaluation() -> Evaluation:
    return evaluate(read_gold(HERE / "gold.jsonl"), {"papers/a.txt": list(found())})


@pytest.mark.parametrize("case", cases("agreement"))
def test_a_value_agrees(case: dict[str, Any]) -> None:
    assert right(case["field"], case["wanted"], case["got"]) is case["right"]


@pytest.mark.parametrize("case", cases("amounts"))
def test_an_amount_agrees(case: dict[str, Any]) -> None:
    got = {"currency": "GBP", "low": None, "high": None} | case["got"]
    assert right_amount(case["wanted"], got) is case["right"]


@pytest.mark.parametrize("case", cases("matching"))
def test_rows_are_matched_one_to_one(case: dict[str, Any]) -> None:
    blank = {"start": 0, "end": 1, "surface": ""}
    assert match(case["gold"], [blank | row for row in case["found"]]) == case["partners"]


@given(st.lists(st.integers(0, 30), max_size=6, unique=True), st.lists(st.integers(0, 30), max_size=6))
def test_no_found_row_is_matched_twice_and_what_is_in_its_place_is_matched(gold: list[int], found: list[int]) -> None:
    partners = match([{"start": start, "end": start + 4} for start in gold], [{"start": start, "end": start + 4} for start in found])
    taken = [partner for partner in partners if partner is not None]
    assert len(taken) == len(set(taken))
    assert all(partner is not None and found[partner] == start for start, partner in zip(gold, partners, strict=True) if start in found)


def test_the_report_of_a_small_gold_set() -> None:
    printed = "\n".join([*report(evaluation()), *listed(evaluation())]) + "\n"
    assert printed == (HERE / "report.txt").read_text(encoding="utf-8")
    assert max(map(len, printed.splitlines())) <= WIDTH


def test_the_same_in_numbers() -> None:
    row = results(evaluation(), with_misses=True)
    assert {key: row[key] for key in ("gold", "found", "precision", "recall", "f1", "all4")} == {
        "gold": 4,
        "found": 4,
        "precision": 2 / 4,
        "recall": 2 / 4,
        "f1": 0.5,
        "all4": 2 / 3,
    }
    assert row["rules"]["basis"][0] == {"rule": "usual for its measure", "decided": 1, "right": 0}
    assert [(band["from"], band["figures"], band["right"]) for band in row["reliability"]] == [(Decimal("0.9"), 1, 1), (Decimal("0.1"), 1, 0)]
    assert {(miss["surface"], miss["field"]) for miss in row["misses"]} >= {("£6m", "amount"), ("£7m", "figure"), ("£1", "figure")}
    assert "misses" not in results(evaluation(), with_misses=False)


def test_a_gold_set_scores_full_marks_where_everything_is_found() -> None:
    whole = [(where, row) for where, row in read_gold(HERE / "gold.jsonl") if row["surface"] == "£97.6m"]
    table = shares(evaluate(whole, {"a.txt": list(found())[:1]}))
    assert {share.value for share in table.values()} == {1.0}
    assert set(table) >= MEANT | {"precision", "recall", "all4"}


def test_nothing_found_is_nought_and_no_error() -> None:
    empty = evaluate(read_gold(HERE / "gold.jsonl"), {"a.txt": []})
    assert {share.value for share in shares(empty).values()} == {0.0}
    assert f1(0.0, 0.0) == 0.0
    assert reliability(empty) == []
    assert "No figure has a confidence." in [*report(empty)]


@pytest.mark.parametrize(
    ("named", "read", "expected"),
    [
        ("a.txt", ["papers/a.txt", "b.txt"], "papers/a.txt"),
        ("news/a.txt", ["a.txt"], "a.txt"),
        ("news/a.txt", ["old/a.txt", "x/news/a.txt"], "x/news/a.txt"),
        ("/elsewhere/news/a.txt", ["old/a.txt", "news/a.txt"], "news/a.txt"),
    ],
)
def test_a_document_is_the_one_whose_path_ends_most_like_its_name(named: str, read: list[str], expected: str) -> None:
    assert document_of(named, "gold.jsonl, line 1", read) == expected


@pytest.mark.parametrize(
    ("named", "read", "message"),
    [
        ("a.txt", ["b.txt"], "gold.jsonl, line 1: the document a.txt is not among the files"),
        ("a.txt", ["old/a.txt", "new/a.txt"], "gold.jsonl, line 1: a.txt may be any of old/a.txt, new/a.txt"),
    ],
)
def test_a_document_that_is_none_or_several_is_refused(named: str, read: list[str], message: str) -> None:
    with pytest.raises(CrossfootError, match=message):
        document_of(named, "gold.jsonl, line 1", read)
