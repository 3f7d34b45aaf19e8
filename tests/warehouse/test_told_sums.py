"""From words to verdicts: what the real rules say of the sums that short texts state."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.language import read
from pipeline.model import Document
from tests.warehouse.ledger import ledger

CASES = Path(__file__).parents[1] / "pipeline"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for path in sorted(CASES.glob("equations_*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines() if "xfail" not in line
]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """The verdicts on the sums of each text, by their totals."""
    documents = [Document(f"{place:064x}", f"{place}.txt", "news", row["text"]) for place, row in enumerate(ROWS)]
    connection = ledger(tmp_path_factory.mktemp("told"), [read(document) for document in documents])
    found = connection.execute("SELECT text, total_surface, verdict FROM stated_sums JOIN documents ON document = documents.name ORDER BY start_char")
    told: dict[str, list[tuple[str, str]]] = {}
    for text, total, verdict in found.fetchall():
        told.setdefault(text, []).append((total, verdict))
    return told


@pytest.mark.parametrize("row", ROWS, ids=[row["trap"] for row in ROWS])
def test_the_verdict_on_what_a_text_states(row: dict[str, Any], verdicts: dict[str, list[tuple[str, str]]]) -> None:
    assert verdicts.get(row["text"], []) == [(equation["total"], equation["verdict"]) for equation in row["equations"]]
