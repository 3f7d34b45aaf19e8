"""Ledgers: CSV files in a home that the decisions of persons are added to, one row each. People may read and edit them; only `append` writes them."""

from __future__ import annotations

import csv
import fcntl
import getpass
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from flows.output import printable
from pipeline.errors import CrossfootError
from pipeline.registry.rows import records, text_of
from warehouse.shards import sync

Row = dict[str, str]
Entry = TypeVar("Entry")
DASH = "-"  # alone in a cell it is no formula
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet would run; the quotes before it are those put there


@dataclass(frozen=True, slots=True)
class Ledger(Generic[Entry]):
    """The columns of a file, how a row of it is understood (with its place, for the error where it makes no sense), and how an entry is written."""

    columns: tuple[str, ...]
    entry_of: Callable[[Row, str], Entry]
    cells_of: Callable[[Entry], tuple[str, ...]]

    def read(self, path: Path) -> list[Entry]:
        """The entries of a file, in its order; none where there is no file. Raises CrossfootError with file, line and reason for a row that makes no sense."""
        return list(self._entries(path)) if path.exists() else []

    def append(self, path: Path, entry: Entry) -> None:
        """Adds an entry: afterwards the file is as it was with one more row, or untouched, whenever this is killed. Raises as `read` does."""
        cells = [tidy(cell) for cell in self.cells_of(entry)]
        self.entry_of(dict(zip(self.columns, cells, strict=True)), "this decision")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with _locked(path):
                self.read(path)
                before = path.read_bytes() if path.exists() else _line(self.columns)
                write_whole(path, before + (b"" if before.endswith(b"\n") else b"\n") + _line(map(_harmless, cells)))
        except OSError as error:
            raise CrossfootError(f"cannot be written ({error.strerror})", where=str(path), next="check the space and the permissions of the home") from error

    def _entries(self, path: Path) -> Iterator[Entry]:
        lines = records(path, text_of(path, ("utf-8-sig",)))
        where, header = next(lines, (f"{path}, line 1", []))
        if tuple(header) != self.columns:
            raise CrossfootError("its first line is not the names of its columns", where=where, next=f"write {','.join(self.columns)}")
        for where, cells in lines:
            if len(cells) != len(self.columns):
                raise CrossfootError(f"a row of {len(cells)} cells under {len(self.columns)} columns", where=where, next="quote names that hold a comma")
            yield self.entry_of(dict(zip(self.columns, map(_as_meant, cells), strict=True)), where)


def signature(row: Row, where: str) -> tuple[datetime, str]:
    """When a row was decided (UTC), and by whom."""
    if not row["decided_by"]:
        raise CrossfootError("nobody is said to have decided it", where=where, next="fill in decided_by")
    try:
        time = datetime.fromisoformat(row["decided_at"])
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC), row["decided_by"]
    except (ValueError, OverflowError) as error:
        raise CrossfootError(f"decided_at is {row['decided_at']!r}", where=where, next="write it as 2026-03-31 or 2026-03-31T09:30:00Z") from error


def moment(time: datetime) -> str:
    """A time as a ledger has it: 2026-03-31T09:30:00Z."""
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def decider(by: str | None) -> str:
    """Who decides: whoever is named, else whoever is logged in."""
    try:
        return tidy(by or getpass.getuser())
    except (OSError, KeyError) as error:
        raise CrossfootError("nobody is logged in", next="say who decides with --by") from error


def tidy(words: str) -> str:
    """Words as one line that any file can hold."""
    return " ".join(printable(words.encode(errors="replace").decode()).split())


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


def _line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) and cell != DASH else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
