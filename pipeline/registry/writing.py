"""Writes changes into the CSV files of a register: all of them checked first, then each file replaced as a whole."""

from __future__ import annotations

import bisect
import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import RegisterError
from pipeline.registry.edits import Cell, Change, Row
from pipeline.registry.reading import load
from pipeline.registry.rows import records, text_of

# the order of each file; bodies come first, so that a register is whole after every single replacement
_ORDER = {
    "organisations.csv": ("id",),
    "aliases.csv": ("id", "alias"),
    "successions.csv": ("predecessor_id", "successor_id"),
    "memberships.csv": ("group_id", "member_id"),
}


def write(folder: Path, changes: Sequence[Change]) -> None:
    """Writes changes into a register folder; where nothing changes no file is touched.

    Raises RegisterError, with every file as it was, where the result would not hold together or cannot be written.
    """
    edits = [edit for change in changes for edit in change.edits]
    texts = {name: text for name in _ORDER if (text := _edited(folder / name, [edit for edit in edits if _file(edit) == name])) is not None}
    try:
        with TemporaryDirectory(prefix=".update-", dir=folder) as place:
            beside = Path(place)
            _copy(folder, beside, texts)
            _check(beside, folder)
            for name in texts:
                (beside / name).replace(folder / name)
    except OSError as error:
        raise RegisterError(f"cannot be written ({error.strerror})", where=str(folder), next="check that you may write there") from error
    load.cache_clear()


def _copy(folder: Path, beside: Path, texts: Mapping[str, str]) -> None:
    for file in folder.glob("*.csv"):
        shutil.copy2(file, beside / file.name)  # with its permissions
    for name, text in texts.items():
        (beside / name).write_text(text, encoding="utf-8", newline="")


def _check(beside: Path, folder: Path) -> None:
    try:
        load.__wrapped__(beside)
    except RegisterError as error:
        raise RegisterError(error.what, where=error.where.replace(str(beside), f"{folder}, with these changes"), next="nothing is written") from error


def _file(edit: Row | Cell) -> str:
    return edit.file if isinstance(edit, Row) else "organisations.csv"


def _edited(path: Path, edits: Sequence[Row | Cell]) -> str | None:
    """The text of a file after the edits; None where there are none."""
    if not edits:
        return None
    header, *rows = [cells for _, cells in records(path, text_of(path))]
    places = {row[header.index("id")]: row for row in rows} if path.name == "organisations.csv" else {}
    order = [header.index(column) for column in _ORDER[path.name]]
    for edit in edits:
        if isinstance(edit, Cell):
            places[edit.id][header.index(edit.column)] = edit.value
        else:
            bisect.insort(rows, [edit.cells.get(column, "") for column in header], key=lambda row: [row[place].casefold() for place in order])
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()
