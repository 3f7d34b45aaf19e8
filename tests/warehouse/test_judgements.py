"""Judgements of persons: their figures are found again in a text that was read anew, the last one counts, and what they are about is never guessed."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Document, Figure, Reading
from pipeline.money import find_money
from tests.warehouse.ledger import empty
from warehouse import rows
from warehouse.columns import ADDED, COLUMNS
from warehouse.statements import folder

CASES = [json.loads(line) for line in (Path(__file__).parent / "judgements.jsonl").read_text(encoding="utf-8").splitlines()]
DOCUMENT_ID = "d" * 64
DAY = datetime.datetime(2026, 1, 2, 3, 4, 5)
MARKS = {"left": "<", "right": "["}
Row = dict[str, Any]


def plain(marked: str) -> str:
    return re.sub(r"[<>\[\]]", "", marked)


def place(marked: str, side: str) -> int | None:
    """Where the figure of a side starts, once the marks are taken out."""
    at = marked.find(MARKS[side])
    return None if at < 0 else len(plain(marked[:at]))


class Warehouse:
    """A warehouse of one document, which is read anew, and of judgements on its figures."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def read(self, text: str, made: list[Row]) -> None:
        """Puts the figures of a text in the place of those that were there, and tells the judgements of them."""
        for table in ("documents", "figures", "judgements_made", "reconciliations"):
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608
        figures = (Figure(document_id=DOCUMENT_ID, document="a.txt", money=money, sentence=text, sentence_start=0) for money in find_money(text))
        reading = Reading(Document(DOCUMENT_ID, "a.txt", "news", text), tuple(figures))
        self._insert("documents", [*rows.documents(reading)], COLUMNS["documents"])
        self._insert("figures", [*rows.figures(reading)], COLUMNS["figures"])
        self._insert("judgements_made", made, ADDED["judgements_made"])
        self.reconcile()

    def _insert(self, table: str, found: list[Row], schema: pa.Schema) -> None:
        self.connection.register("found", pa.Table.from_pylist(found, schema=schema))
        self.connection.execute(f"INSERT INTO {table} BY NAME FROM found")

    def reconcile(self) -> None:
        self.connection.execute(folder("reconciling")["judgements"])

    def ask(self, question: str, parameters: Row | None = None) -> list[Row]:
        found = self.connection.execute(folder("questions")[question], parameters)
        names = [column for column, *_ in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def judged(self, marked: str, position: int = 1, verdict: str = "same") -> Row:
        """A judgement on the two marked figures of a text."""
        self.read(plain(marked), [])
        row: Row = {"position": position, "decided_at": DAY, "decided_by": "ann", "verdict": verdict}
        for side in MARKS:
            [(figure_id,)] = self.connection.execute("SELECT figure_id FROM figures WHERE start_char = $start", {"start": place(marked, side)}).fetchall()
            row |= {f"{side}_{name}": value for found in self.ask("as_judged", {"figure_id": figure_id}) for name, value in found.items()}
        return row

    def sides(self) -> list[tuple[int | None, int | None]]:
        """Where the figures of each judgement start."""
        return self.connection.execute("""
            SELECT l.start_char, r.start_char FROM judgements
            LEFT JOIN figures AS l ON l.figure_id = left_figure_id LEFT JOIN figures AS r ON r.figure_id = right_figure_id
            ORDER BY "position" """).fetchall()


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Warehouse]:
    with empty() as connection:
        yield Warehouse(connection)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_figures_are_found_again_in_a_text_that_was_read_anew(case: Row, warehouse: Warehouse) -> None:
    warehouse.read(plain(case["now"]), [warehouse.judged(case["then"])])
    expected = (place(case["now"], "left"), place(case["now"], "right"))
    assert warehouse.sides() == [expected]
    assert [row["position"] for row in warehouse.ask("idle_judgements")] == ([1] if None in expected else [])


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 5).flatmap(lambda number: st.permutations(range(number))), st.integers(0, 60), st.integers(0, 60))
def test_text_that_comes_or_goes_before_them_never_changes_which_of_several_alike_is_meant(
    warehouse: Warehouse, order: list[int], before: int, after: int
) -> None:
    printed = ["£5m"] * len(order)
    printed[order[0]], printed[order[1]] = "<£5m>", "[£5m]"
    then, now = (f"{'x' * length} {', '.join(printed)}" for length in (before, after))
    warehouse.read(plain(now), [warehouse.judged(then)])
    assert warehouse.sides() == [(place(now, "left"), place(now, "right"))]


def test_the_last_judgement_on_a_pair_counts_however_its_sides_and_ids_are_written(warehouse: Warehouse) -> None:
    now = "By Ann Lee. A gap of <£5m>, then [£3m]."
    older, newer = warehouse.judged("A gap of <£5m>, then [£3m]."), warehouse.judged("By Ann Lee. A gap of [£5m], then <£3m>.", 2, "typo")
    warehouse.read(plain(now), [older, newer, warehouse.judged("Of <£5m>, [£9m].", 3)])
    assert warehouse.connection.execute('SELECT "position", verdict FROM judgements').fetchall() == [(2, "typo"), (3, "same")]
    assert [row["reason"] for row in warehouse.ask("idle_judgements")] == ["£9m is not found in its document"]


def test_doing_it_twice_changes_nothing(warehouse: Warehouse) -> None:
    then = "A gap of [£5m], then <£3m>."
    warehouse.read(plain(then), [warehouse.judged(then)])
    for _ in range(2):
        assert warehouse.sides() == [(place(then, "left"), place(then, "right"))]
        warehouse.reconcile()


def test_a_judgement_waits_for_a_document_or_a_topic_that_is_not_here(warehouse: Warehouse) -> None:
    elsewhere = warehouse.judged("A gap of <£5m>, then [£3m].") | {"right_document_id": "e" * 64, "right_document": "lost.txt"}
    on_topics = [
        {"position": position, "decided_at": DAY, "decided_by": "ann", "verdict": "same", "topic_id": key * 16, "topic": f"Topic {key}"}
        for position, key in enumerate("abb", start=2)
    ]
    warehouse.read("A gap of £5m, then £3m.", [elsewhere, *on_topics])
    warehouse.connection.execute(f"CREATE OR REPLACE TEMP TABLE topics AS SELECT '{'a' * 16}' AS topic_id, 'Topic a' AS title")
    told = [(row["position"], row["about"], row["reason"]) for row in warehouse.ask("idle_judgements")]
    assert told == [
        (1, "£5m in a.txt and £3m in lost.txt", "lost.txt is not here as it was then"),
        (4, "topic Topic b", f"{'b' * 16} is no topic now"),
    ]
