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


# what is said of a sum that words state, and of those that hold though none do
WORDS = [
    ("The five sites got £5m each, a total of £25m.", "5 × £5m makes £25m, as stated."),
    ("It has £9.13m. The gate was £6.09m. A loan was £3.04m.", "£9.13m − £6.09m makes £3.04m; the text does not say so."),
    (
        "A boat is priced at £940,000. The institution gives £520,000 and a legacy £245,000. The remaining £175,000 has to be raised.",
        "£520,000 + £245,000 + £175,000 makes £940,000, as stated.",
    ),
    ("The scheme will cost £38.2m. Ministers have given £33.6m. It is £4.6m short.", "£38.2m − £33.6m makes £4.6m, as stated."),
    ("It spent £41.37m. The 1,379 pupils of the school were costed at £30,000 on average.", "1,379 × £30,000 makes £41.37m; the text does not say so."),
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
    assert sorted(verdicts.get(row["text"], [])) == sorted((equation["total"], equation["verdict"]) for equation in row["equations"])


@pytest.mark.parametrize(("text", "said"), WORDS)
def test_what_is_said_of_a_sum(text: str, said: str, tmp_path: Path) -> None:
    connection = ledger(tmp_path, [read(Document("0" * 64, "a.txt", "news", text))])
    assert connection.execute("SELECT explanation, is_stated FROM stated_sums").fetchall() == [(said, said.endswith("as stated."))]
