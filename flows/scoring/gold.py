"""Reads a gold set: JSON lines with the fields of the label guide, each checked, so that a slip in the gold is not taken for one of ours."""

from __future__ import annotations

from pathlib import Path

from flows.lines import Row, check, each, is_named, is_number, is_text, read_lines
from pipeline.errors import CrossfootError

AROUND = ("context", "sentence", "row_label", "column_label")
EXAMPLE = '{"document": …, "start": …, "end": …, "surface": …}'


def read_gold(path: Path) -> list[tuple[str, Row]]:
    """The rows of a gold set, each with its place (`gold.jsonl, line 3`). Raises CrossfootError with file, line and reason for what is no labelled figure."""
    rows = [(where, _checked(row, where)) for where, row in read_lines(str(path), EXAMPLE)]
    if not rows:
        raise CrossfootError("no figures", where=str(path), next="write one labelled figure a line")
    return rows


def _checked(row: Row, where: str) -> Row:
    check(is_text(row.get("document")), "no document", where, "name the file that the figure is printed in")
    _check_place(row, where)
    for field in ("amount", "low", "high"):
        check(each(row.get(field), is_number), f"{field} is no number", where, "write it in units of the currency, without a sign: 97600000")
    for field in ("organisation", "counterparty", "period"):
        check(each(row.get(field), is_named), f"{field} is neither an object nor a name", where, 'write {"id": …, "name": …} or {"label": …}')
    return row


def _check_place(row: Row, where: str) -> None:
    if row.get("start") is None and row.get("end") is None:
        check(is_text(row.get("surface")), "no start and end, and no surface", where, "write the figure as it is printed")
        check(any(row.get(key) for key in AROUND), "no start and end, and no context", where, "write the words around the figure, or where it stands")
    else:
        places = row.get("start"), row.get("end")
        ordered = all(type(place) is int for place in places) and 0 <= row["start"] < row["end"]
        check(ordered, f"start and end are {places[0]!r} and {places[1]!r}", where, "count characters from 0: the first, and the one after the last")
