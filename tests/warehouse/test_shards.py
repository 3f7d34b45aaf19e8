"""Shards: whole or not there, the same bytes for the same batch, nothing lost."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipeline.model import (
    Alternative,
    Bound,
    Cell,
    Document,
    Evidence,
    Figure,
    Measure,
    MentionForm,
    Money,
    Organisation,
    OrganisationMention,
    Passage,
    PassageKind,
    Reading,
    Story,
    Table,
)
from tests.warehouse.conftest import CLAIMS
from tests.warehouse.ledger import readings
from warehouse import shards


def reading(text: str, amount: str = "5") -> Reading:
    money = Money(0, 2, text[:2], Decimal(amount), Decimal(amount), Decimal(amount), "GBP", Bound.EXACT)
    identity = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    figure = Figure(identity, "a.txt", money, text, 0, Measure.COST, organisation=Organisation(None, "x"))
    return Reading(Document(identity, "a.txt", "text", text), (figure,))


def read(shard: Path, table: str) -> list[tuple[object, ...]]:
    return duckdb.connect().execute("FROM read_parquet($file)", {"file": str(shard / f"{table}.parquet")}).fetchall()


def test_the_same_batch_is_the_same_shard_in_any_order(tmp_path: Path) -> None:
    made = readings(CLAIMS)
    one, other = [reading.document.id for reading in made[:2]]
    first = shards.write(made, [], tmp_path, {"aa": [one, other], "bb": []})
    again = shards.write(made[::-1], [], tmp_path, {"bb": [], "aa": [other, one, one]})
    elsewhere = shards.write(made, [], tmp_path / "other", {"aa": [one, other], "bb": []})
    assert first == again
    assert elsewhere.name == first.name
    assert shards.shards(tmp_path) == [first]


def test_it_remembers_the_snapshots_that_it_dealt_with(tmp_path: Path) -> None:
    made = readings(CLAIMS)
    shard = shards.write(made, [], tmp_path, {"aa": [made[0].document.id, "one that was refused"]})
    shards.write([], [shards.Refused("x.bin", "ff", "not text")], tmp_path, {"ff": []})
    assert shards.handled(tmp_path) == {"aa", "ff"}
    assert shards.manifest(shard) == {"aa": [made[0].document.id]}


def test_what_a_killed_writer_left_is_no_shard_and_is_swept(tmp_path: Path) -> None:
    kept = shards.write(readings(CLAIMS), [], tmp_path)
    leftover = tmp_path / ".unfinished-1"
    leftover.mkdir()
    (leftover / shards.MANIFEST).write_text('{"snapshots": ["never"]}')
    assert shards.shards(tmp_path) == [kept]
    assert shards.handled(tmp_path) == set()
    shards.sweep(tmp_path)
    assert [*tmp_path.iterdir()] == [kept]


@pytest.mark.parametrize(("bad", "reason"), [(reading("£5 \ud800"), "not Unicode"), (reading("£9", "1e18"), "too large")])
def test_a_reading_that_no_table_can_hold_is_refused_and_the_rest_kept(bad: Reading, reason: str, tmp_path: Path) -> None:
    shard = shards.write([bad, reading("£5 is fine")], [], tmp_path)
    assert [row[-2] for row in read(shard, "documents")] == ["£5 is fine"]
    [(name, _, why, _)] = read(shard, "quarantine")
    assert name == "a.txt"
    assert reason in str(why)


def test_intervals_finer_than_the_tables_are_widened(tmp_path: Path) -> None:
    money = Money(0, 2, "£5", Decimal("5"), Decimal("4.99999"), Decimal("5.00001"), "GBP", Bound.EXACT)
    fine = reading("£5")
    shard = shards.write([Reading(fine.document, (Figure(fine.document.id, "a.txt", money, "£5", 0),))], [], tmp_path)
    [row] = read(shard, "figures")
    assert row[6:9] == (Decimal("5.0000"), Decimal("4.9999"), Decimal("5.0001"))


def test_passages_cells_and_stories_keep_their_places(tmp_path: Path) -> None:
    box = (Decimal(1), Decimal(2), Decimal(3), Decimal("4.0001"))
    table = Table(3, (Cell(1, 1, 0, 2, "table 3 1,1"), Cell(2, 2, 3, 5, "table 3 2,2", page=7, bbox=box)))
    figure = Figure("d" * 64, "a", Money(3, 5, "£6", Decimal(6), Decimal(6), Decimal(6), "GBP", Bound.EXACT), "£6", 3)
    whole = Document("d" * 64, "a", "feed", "£5 £6", passages=(Passage(0, 2, PassageKind.HEADLINE),), tables=(table,), stories=_stories())
    shard = shards.write([Reading(whole, (figure,))], [], tmp_path)
    assert [row[1:4] for row in read(shard, "passages")] == [(0, 2, "headline")]
    assert [(row[2], row[3], row[6], row[7]) for row in read(shard, "cells")] == [(1, 1, True, "table 3 1,1"), (2, 2, False, "table 3 2,2")]
    assert read(shard, "cells")[1][10:] == (7, Decimal(1), Decimal(2), Decimal(3), Decimal("4.000"))
    assert [row[2] for row in read(shard, "figures")] == [1]


def test_mentions_keep_their_form_confidence_alternatives_and_members(tmp_path: Path) -> None:
    one, other = Organisation("x:a", "A"), Organisation(None, "B")
    group = OrganisationMention(0, 2, "£5", Organisation(None, "five"), "group", "trust", (one, other), MentionForm.GROUP, Decimal("0.875"), (one,))
    shard = shards.write([replace(reading("£5"), organisations=(group,))], [], tmp_path)
    [row] = read(shard, "organisation_mentions")
    assert row[2:] == (0, 2, "£5", "group", None, "five", "trust", "group", Decimal("0.88"), "x:a; B", "x:a")


def test_evidence_keeps_its_confidence_and_what_lost(tmp_path: Path) -> None:
    whole = reading("£5")
    others = (Alternative("plan", Decimal("0.25")), Alternative(None, Decimal("0.0004")))
    why = (Evidence("basis", "nearest cue", 0, 2, Decimal("0.75049"), others), Evidence("measure", "header path"))
    shard = shards.write([replace(whole, figures=(replace(whole.figures[0], evidence=why),))], [], tmp_path)
    assert [row[2:] for row in read(shard, "evidence")] == [("basis", "nearest cue", 0, 2, Decimal("0.750")), ("measure", "header path", None, None, None)]
    assert [row[2:] for row in read(shard, "evidence_alternatives")] == [("basis", 1, "plan", Decimal("0.250")), ("basis", 2, None, Decimal("0.000"))]
    assert [row[-1] for row in read(shard, "figures")] == [Decimal("0.750")]


def _stories() -> tuple[Story, ...]:
    byline = Document("x", "x", "news", "").byline
    return Story(0, 3, byline), Story(3, 5, byline)
