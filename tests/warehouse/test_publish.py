"""Publishing: audited, swapped in whole, readers undisturbed, one run at a time."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipeline.errors import CrossfootError
from tests.warehouse.conftest import make
from warehouse import publish, query

BROKEN = {
    "UPDATE figures SET surface = 'x' WHERE surface = '£4.7m'": "figures not in their text: figure .* in board/p05.html at",
    "DELETE FROM documents WHERE name = 'a.txt'": "rows without documents: figures of document",
    "DELETE FROM claims": "claims without figures",
    "INSERT INTO evidence_alternatives SELECT figure_id, document_id, 'basis', 1, 'plan', 0.1 FROM figures": "alternatives of the basis of figure",
    "DELETE FROM organisations WHERE organisation_id = 'ods:AAA'": "organisations not in the register: .*ods:AAA",
    "UPDATE equations SET total_figure_id = 'nowhere'": "sums without figures: total of equation",
    "UPDATE reconciliations SET verdict = 'perhaps'": "verdicts without figures: .*no such verdict: perhaps",
    "DELETE FROM origin_keys": "rows without documents: story 0",
}


@pytest.mark.parametrize(("damage", "message"), BROKEN.items())
def test_a_candidate_that_does_not_hold_together_is_not_published(damage: str, message: str, published: Path, tmp_path: Path) -> None:
    old, candidate = tmp_path / publish.NAME, tmp_path / "next.duckdb"
    old.write_bytes(b"the old one")
    candidate.write_bytes(published.read_bytes())
    with duckdb.connect(candidate) as connection:
        connection.execute(damage)
    with pytest.raises(CrossfootError, match=f"{message}.*; nothing new is published"):
        publish.publish(candidate, tmp_path, 1)
    assert old.read_bytes() == b"the old one"


def test_too_few_documents_are_not_published(published: Path, tmp_path: Path) -> None:
    candidate = tmp_path / "next.duckdb"
    candidate.write_bytes(published.read_bytes())
    with pytest.raises(CrossfootError, match="only 3 documents, and at least 4 were expected"):
        publish.publish(candidate, tmp_path, 4)
    assert not (tmp_path / publish.NAME).exists()


def test_a_reader_keeps_what_it_has_open_while_a_run_publishes(tmp_path: Path) -> None:
    published = make(tmp_path)
    with duckdb.connect(published, read_only=True) as reader:
        before = reader.execute("FROM runs").fetchall()
        make(tmp_path)
        assert reader.execute("FROM runs").fetchall() == before
    assert query.rows(published, "FROM runs")[1] != before


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with publish.exclusive(tmp_path), pytest.raises(CrossfootError, match="another run is at work here; wait"), publish.exclusive(tmp_path):
        pass
    with publish.exclusive(tmp_path):
        pass
