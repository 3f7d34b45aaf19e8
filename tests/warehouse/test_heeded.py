"""Decisions of persons: which documents have to be read again, and that readings by other decisions never mix."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.model import LinkDecision, LinkVerdict, Organisation, Reading
from tests.warehouse.conftest import CLAIMS
from tests.warehouse.ledger import REGISTER, empty, readings
from warehouse import heeded, load, shards
from warehouse.rows import decisions_hash

DECISION = LinkDecision(LinkVerdict.CONFIRM, "FHT", "ods:BBB")
DIGEST = decisions_hash([DECISION])
PLAIN = readings(CLAIMS)


def decided(reading: Reading) -> Reading:
    other = Organisation("ods:BBB", "Wealdmere CCG")
    return replace(reading, figures=tuple(replace(figure, organisation=other) for figure in reading.figures), decisions=(DECISION,))


def write(made: list[Reading], folder: Path) -> None:
    shards.write(made, [], folder, {f"snapshot of {reading.document.name}": [reading.document.id] for reading in made})


def bodies(folder: Path, wanted: dict[str, str]) -> dict[str, str]:
    """Whose figures each document has."""
    with empty() as connection:
        load.load(connection, folder, REGISTER, {"wanted": [{"document_id": key, "decisions_hash": value} for key, value in wanted.items()]})
        found = connection.execute("SELECT name, any_value(organisation_id) FROM claims JOIN documents USING (document_id) GROUP BY name").fetchall()
    return dict(found)


def test_only_the_documents_that_a_decision_concerns_are_read_again(tmp_path: Path) -> None:
    write(PLAIN, tmp_path)
    wanted = heeded.wanted(tmp_path, lambda document_id, text: DIGEST if "£97.6m" in text else None)
    assert wanted == {PLAIN[0].document.id: DIGEST}
    assert heeded.outdated(tmp_path, {}) == {}
    assert heeded.outdated(tmp_path, wanted) == {"snapshot of a.txt": {PLAIN[0].document.id}}
    write([decided(PLAIN[0])], tmp_path)
    assert heeded.outdated(tmp_path, wanted) == {}


def test_a_document_is_taken_as_the_decisions_of_today_have_it(tmp_path: Path) -> None:
    write(PLAIN, tmp_path)
    write([decided(PLAIN[0])], tmp_path)
    with_it, without = bodies(tmp_path, {PLAIN[0].document.id: str(DIGEST)}), bodies(tmp_path, {})
    assert (with_it["a.txt"], without["a.txt"]) == ("ods:BBB", "ods:AAA")
    assert with_it["board/p05.html"] == without["board/p05.html"] == "ods:AAA"


def test_a_document_that_was_read_by_other_decisions_alone_is_not_there(tmp_path: Path) -> None:
    write([decided(PLAIN[0])], tmp_path)
    assert bodies(tmp_path, {}) == {}
    assert heeded.outdated(tmp_path, {}) == {"snapshot of a.txt": {PLAIN[0].document.id}}


def test_hashes_tell_every_part_of_a_decision_apart() -> None:
    others = [
        replace(DECISION, verdict=LinkVerdict.REJECT),
        replace(DECISION, name="FH"),
        replace(DECISION, organisation_id=None),
        replace(DECISION, document_id="d" * 64),
    ]
    assert len({decisions_hash(made) for made in ([], [DECISION], [DECISION, DECISION], *([other] for other in others))}) == 7
