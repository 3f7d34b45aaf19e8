"""A ledger that is loaded in several batches, in any order, and judged in small shares holds the rows of one that is loaded and judged at once."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import duckdb
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.model import Reading
from tests.warehouse.ledger import REGISTER, Claim, empty, ledger, readings
from tests.warehouse.test_oracle import claims
from warehouse import shards
from warehouse.load import load
from warehouse.reconcile import reconcile

TABLES = ("assertions", "claim_assertions", "topics", "reconciliations", "near_copies", "origins", "equation_verdicts")
DOCUMENTS = ("a.txt", "b.txt", "c.txt")


@st.composite
def ledgers(draw: st.DrawFn) -> list[Claim]:
    """Random claims; each document quotes some source or none, and shares words with others or not."""
    drawn = draw(st.lists(claims(), min_size=8, max_size=24))
    quoted = {name: draw(st.sampled_from([[], [["source", "post"]], [["letter", "letter:x"]]])) for name in DOCUMENTS}
    words = {name: [8 * number for number in draw(st.sets(st.integers(1, 12), min_size=5, max_size=8))] for name in DOCUMENTS}
    return [{**c, "name": f"c{i}", "clues": quoted[c["document"]], "shingles": words[c["document"]]} for i, c in enumerate(drawn)]


def rows(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    return {table: connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


def grown(folder: Path, batches: Sequence[Sequence[Reading]]) -> dict[str, list[Any]]:
    with empty() as connection, mock.patch("warehouse.reconcile.SHARE", 4):
        for batch in batches:
            shards.write(batch, [], folder)
            load(connection, folder, REGISTER)
            reconcile(connection)
        return rows(connection)


@settings(max_examples=4, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[*HealthCheck])
@given(ledgers(), st.permutations(DOCUMENTS), st.booleans())
def test_batches_make_what_is_made_at_once(drawn: list[Claim], order: list[str], in_twos: bool) -> None:
    sum_of_two = {"terms": [["1", "c0"], ["1", "c1"]], "total": "c2"} if len({c["document"] for c in drawn[:3]}) == 1 else None
    made = {reading.document.name: reading for reading in readings(drawn, [sum_of_two] if sum_of_two else [])}
    found = [made[name] for name in order if name in made]
    cut = 2 if in_twos else 1
    batches = [found[i : i + cut] for i in range(0, len(found), cut)]
    with tempfile.TemporaryDirectory() as folder, ledger(Path(folder) / "at once", list(made.values())) as connection:
        assert grown(Path(folder) / "grown", batches) == rows(connection)


def test_who_belongs_to_a_system_is_known_from_batch_to_batch(tmp_path: Path) -> None:
    part, whole = {"organisation": "Fellside Infirmary"}, {"organisation": "Tarn and Fell Health System"}
    told = [{**part, "amount": "12", "document": "a.txt"}, {**whole, "amount": "30", "document": "a.txt"}, {**whole, "amount": "33", "document": "b.txt"}]
    told += [{**part, "amount": "12", "document": "c.txt"}, {**part, "amount": "13", "document": "c.txt"}]
    made = readings([{**claim, "name": f"c{place}"} for place, claim in enumerate(told)])
    with ledger(tmp_path / "at once", made) as connection:
        at_once = rows(connection)
        found = connection.execute("SELECT count(*) FROM reconciliations WHERE relation = 'member'").fetchone()
    assert found == (2,)
    assert grown(tmp_path / "grown", [made[:1], made[1:2], made[2:]]) == at_once


def test_a_story_that_comes_later_makes_two_old_ones_one_origin(tmp_path: Path) -> None:
    """It shares words with both, but none of their numbers."""
    words = {"a.txt": range(1, 11), "b.txt": range(11, 21), "c.txt": range(6, 16)}
    told = {"a.txt": {"amount": "5"}, "b.txt": {"amount": "5"}, "c.txt": {"amount": "7", "organisation": "ods:BBB"}}
    made = readings([{"name": name, "document": name, "shingles": [8 * word for word in words[name]], **told[name]} for name in words])
    with ledger(tmp_path / "at once", made) as connection:
        at_once = rows(connection)
    assert [row[-3] for row in at_once["assertions"]] == [1, 1]
    assert grown(tmp_path / "grown", [made[:2], made[2:]]) == at_once
