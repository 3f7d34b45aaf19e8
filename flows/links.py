"""The decisions of persons on links: `links.csv` in a home, one row a decision, only ever added to. People may read and edit it."""

from __future__ import annotations

import csv
import fcntl
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import CrossfootError
from pipeline.model import LinkDecision, LinkVerdict
from pipeline.registry import fold
from pipeline.registry.rows import records, text_of
from warehouse.shards import sync

COLUMNS = ("decided_at", "decided_by", "verdict", "name", "organisation_id", "document_id", "document", "note")
NOBODY = "-"
LONGEST = 200  # characters of a name
DOCUMENT_ID = re.compile(r"[0-9a-f]{64}")
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet would run; the quotes before it are those put there


@dataclass(frozen=True, slots=True)
class Link:
    """One decision, with who made it, when (UTC), about which document by name, and why."""

    decided_at: datetime
    decided_by: str
    decision: LinkDecision
    document: str = ""
    note: str = ""


def read_links(path: Path) -> list[Link]:
    """The decisions of a file, in its order; none where there is no file. Raises CrossfootError with file, line and reason for a row that is no decision."""
    return [link for _, link in _rows(path)] if path.exists() else []


def append(path: Path, link: Link) -> None:
    """Adds a decision: afterwards the file is as it was with one more row, or untouched, whenever this is killed. Raises as `read_links` does."""
    _link(dict(zip(COLUMNS, _cells(link), strict=True)), "this decision")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            read_links(path)
            before = path.read_bytes() if path.exists() else _line(COLUMNS)
            row = _line([_harmless(cell) for cell in _cells(link)])
            write_whole(path, before + (b"" if before.endswith(b"\n") else b"\n") + row)
    except OSError as error:
        raise CrossfootError(f"cannot be written ({error.strerror})", where=str(path), next="check the space and the permissions of the home") from error


def write_whole(path: Path, data: bytes) -> None:
    """Replaces a file: whole or not at all, and so that it outlasts a power cut."""
    unfinished = path.with_name(f".{path.name}")
    unfinished.write_bytes(data)
    sync(unfinished)
    unfinished.replace(path)
    sync(path.parent)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One writer at a time; a run at work does not keep anybody from deciding."""
    with path.with_name(f".{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _rows(path: Path) -> Iterator[tuple[str, Link]]:
    lines = records(path, text_of(path, ("utf-8-sig",)))
    where, header = next(lines, (f"{path}, line 1", []))
    if tuple(header) != COLUMNS:
        raise CrossfootError("its first line is not the names of its columns", where=where, next=f"write {','.join(COLUMNS)}")
    for where, cells in lines:
        if len(cells) != len(COLUMNS):
            raise CrossfootError(f"a row of {len(cells)} cells under {len(COLUMNS)} columns", where=where, next="quote names that hold a comma")
        yield where, _link(dict(zip(COLUMNS, map(_as_meant, cells), strict=True)), where)


def _link(row: dict[str, str], where: str) -> Link:
    if row["verdict"] not in {verdict.value for verdict in LinkVerdict}:
        raise CrossfootError(f"the verdict is {row['verdict']!r}", where=where, next="write confirm or reject")
    if not fold(row["name"]) or len(row["name"]) > LONGEST:
        raise CrossfootError(f"the name is {row['name'][:40]!r}", where=where, next=f"write a name of 1 to {LONGEST} characters")
    if not row["organisation_id"] or (row["verdict"] == "reject" and row["organisation_id"] == NOBODY):
        raise CrossfootError("no organisation_id", where=where, next=f"write an id of the register; {NOBODY} confirms that the name is nobody in it")
    if not DOCUMENT_ID.fullmatch(row["document_id"]) and (row["document_id"] or row["document"]):
        raise CrossfootError(f"the document_id is {row['document_id']!r}", where=where, next="write the document's id, or leave document_id and document empty")
    if not row["decided_by"]:
        raise CrossfootError("nobody is said to have decided it", where=where, next="fill in decided_by")
    organisation_id = None if row["organisation_id"] == NOBODY else row["organisation_id"]
    decision = LinkDecision(LinkVerdict(row["verdict"]), row["name"], organisation_id, row["document_id"] or None)
    return Link(_time(row["decided_at"], where), row["decided_by"], decision, row["document"], row["note"])


def _time(value: str, where: str) -> datetime:
    try:
        time = datetime.fromisoformat(value)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise CrossfootError(f"decided_at is {value!r}", where=where, next="write it as 2026-03-31 or 2026-03-31T09:30:00Z") from error


def _cells(link: Link) -> tuple[str, ...]:
    decision = link.decision
    time = link.decided_at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    organisation_id, document_id = decision.organisation_id or NOBODY, decision.document_id or ""
    return time, link.decided_by, decision.verdict.value, decision.name, organisation_id, document_id, link.document, link.note


def _line(cells: tuple[str, ...] | list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) and cell != NOBODY else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
