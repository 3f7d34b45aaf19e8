"""Quality floors: what is reached on the sample newsroom, and on the seed articles where CROSSFOOT_SEEDS names their folder.

A floor is what was reached when it was set, rounded down; raise it with every gain, lower it only with a reason in the change's message.
"""

import functools
import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from flows import records
from pipeline.language import read
from sources.newsroom import newsroom
from sources.reading import read as read_document
from tests.scoring import by_document, match, right, same_amount, score

GOLD = Path(__file__).parent.parent / "newsroom" / "gold.jsonl"
PATHS = {item.name: item.path for item in newsroom().items()}
PROSE = [name for name in PATHS if name.startswith("articles/") or name == "board/p05.html"]
NEWSROOM = {"f1": 1.0, "bound": 1.0, "per": 1.0, "measure": 0.94, "basis": 0.91, "organisation": 0.87, "counterparty": 0.95, "period": 0.94, "all4": 0.78}
SEEDS = {"f1": 1.0, "bound": 1.0, "per": 1.0, "measure": 1.0, "basis": 1.0, "organisation": 0.95, "counterparty": 1.0, "period": 0.97, "all4": 0.92}


def rows(path):
    return [json.loads(line, parse_float=Decimal) for line in path.read_text(encoding="utf-8").splitlines()]


@functools.cache
def figures(name, path):
    """What is printed of a file's figures, as numbers and plain strings."""
    documents = read_document(name, path.read_bytes()).documents
    return [records.figure(figure) for document in documents for figure in read(document).figures]


def scores(gold, paths):
    return score([(wanted, figures(name, paths[name])) for name, wanted in by_document(gold)])


def below(floors, reached):
    return {field: f"{reached[field]:.3f} < {floor}" for field, floor in floors.items() if reached[field] < floor}


def test_newsroom():
    gold = [row for row in rows(GOLD) if row["document"] in PROSE]
    assert below(NEWSROOM, scores(gold, PATHS)) == {}


def test_every_interval_of_the_newsroom_is_right():
    fields = ("low", "high", "bound", "per")
    for name, gold in by_document([row for row in rows(GOLD) if row["document"] in PROSE and "low" in row]):
        found = figures(name, PATHS[name])
        pairs = [(wanted, found[i]) for wanted, i in zip(gold, match(gold, found), strict=True) if i is not None]
        assert [[got[field] for field in fields] for _, got in pairs] == [[wanted[field] for field in fields] for wanted, _ in pairs]


@pytest.mark.skipif("CROSSFOOT_SEEDS" not in os.environ, reason="CROSSFOOT_SEEDS names no folder")
def test_seeds():
    folder = Path(os.environ["CROSSFOOT_SEEDS"])
    gold = rows(folder / "gold.jsonl")
    assert below(SEEDS, scores(gold, {row["document"]: folder / row["document"] for row in gold})) == {}


def test_gold_scores_full_marks_against_itself():
    gold = [{**row, "low": None, "high": None} for row in rows(GOLD) if row["document"] == "articles/a07.html" and not row.get("boilerplate")]
    first = [{**row, **{key: value[0] for key, value in row.items() if isinstance(value, list)}} for row in gold]
    assert set(score([(gold, first)]).values()) == {1.0}


@pytest.mark.parametrize(
    ("field", "wanted", "got", "is_right"),
    [
        ("organisation", {"id": "ods:QMM", "name": "x"}, {"id": "ods:QMM", "name": "y"}, True),
        ("organisation", {"id": "ods:QMM", "name": "x"}, {"id": None, "name": "x"}, False),
        ("organisation", {"id": None, "name": "Allied Domecq"}, {"id": None, "name": "Allied"}, True),
        ("organisation", {"id": None, "name": "Norfolk NHS trust"}, {"id": None, "name": "Suffolk NHS trust"}, False),
        ("organisation", None, None, True),
        ("organisation", None, {"id": None, "name": "x"}, False),
        ("period", {"label": "2018/19"}, {"label": "2018-19"}, True),
        ("period", {"label": "last year", "start": "2018-04-01", "end": "2019-03-31"}, {"label": "x", "start": "2018-04-01", "end": "2019-03-31"}, True),
        ("period", {"label": "2018-19"}, None, False),
        ("basis", ["plan", "forecast"], "forecast", True),
        ("basis", ["plan", "forecast"], "actual", False),
        ("measure", None, None, True),
    ],
)
def test_what_counts_as_right(field, wanted, got, is_right):
    assert right(field, wanted, got) is is_right


def test_rows_are_matched_one_to_one_by_place_or_by_words():
    gold = [{"surface": "£5m", "context": "asked for £5m each"}, {"surface": "£5m", "context": "the loan of £5m"}]
    found = [{"surface": "£5m", "sentence": "The loan of £5m was late."}, {"surface": "£5m", "sentence": "They were asked for £5m each."}]
    assert match(gold, found) == [1, 0]
    assert match([{"start": 10, "end": 14}], [{"start": 0, "end": 4}, {"start": 11, "end": 15}]) == [1]


def test_an_amount_needs_its_currency():
    assert not same_amount({"currency": "GBP", "amount": 5}, {"currency": "EUR", "amount": 5})
    assert same_amount({"currency": "GBP", "amount": None, "low": 5, "high": 7}, {"currency": "GBP", "amount": None, "low": 5, "high": 7})
