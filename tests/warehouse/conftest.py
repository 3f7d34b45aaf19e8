"""A warehouse, built once and published, for the tests that only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.ledger import REGISTER, readings
from warehouse import load, publish, shards

CLAIMS = [
    {"name": "97.6m", "amount": "97600000", "interval": ["97550000", "97650000"], "publisher": "Wensum Post", "published_at": "2019-07-25"},
    {"name": "-95.7m", "amount": "95700000", "interval": ["95650000", "95750000"], "document": "board/p05.html", "kind": "board", "published_at": "2019-12-05"},
    {"name": "4.7m", "amount": "4700000", "measure": "surplus", "basis": "plan", "document": "board/p05.html"},
    {"name": "1", "amount": "1", "measure": "cost", "document": "=cmd.txt"},
    {"name": "2", "amount": "2", "measure": "cost", "document": "=cmd.txt"},
    {"name": "4", "amount": "4", "measure": "cost", "document": "=cmd.txt"},
]
SUMS = [{"terms": [["1", "1"], ["1", "2"]], "total": "4"}]


def make(home: Path) -> Path:
    """Two shards and a refusal, built and published in `home`."""
    made = readings(CLAIMS, SUMS)
    shards.write(made[:2], [], home / "shards", {"aa": []})
    shards.write(made[2:], [shards.Refused("scan.bin", "ff", "not text", "convert it")], home / "shards", {"bb": [], "ff": []})
    load.build(home / "shards", REGISTER, home / "next.duckdb", "0.1.0")
    return publish.publish(home / "next.duckdb", home, 1)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("home"))
