"""Reads a gold set: JSON lines with the fields of the label guide, each checked, so that a slip in the gold is not taken for one of ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from pipeline.errors import CrossfootError
from sources.base import Item
from sources.snapshots import whole_bytes

Row = dict[str, Any]
AROUND = ("context", "sentence", "row_label", "column_label")
LARGEST = 18  # digits before the point of a number, more than any sum of money has


def read_gold(path: Path) -> list[tuple[str, Row]]:
    """The rows of a gold set, each with its place (`gold.jsonl, line 3`). Raises CrossfootError with file, line and reason for what is no labelled figure."""
    rows = [(where, _row(line, where)) for where, line in _lines(path)]
    if not rows:
        raise CrossfootError("no figures", where=str(path), next="write one labelled figure a line")
    return rows


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    data = whole_bytes(Item(str(path), path)).removeprefix(b"\xef\xbb\xbf")
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield f"{path}, line {number}", line


def _row(line: bytes, where: str) -> Row:
    row = _json(line, where)
    _check(isinstance(row, dict), "not a JSON object", where, 'write {"document": …, "start": …, "end": …, "surface": …}')
    _check(_is_text(row.get("document")), "no document", where, "name the file that the figure is printed in")
    _check_place(row, where)
    for field in ("amount", "low", "high"):
        _check(_each(row.get(field), _is_number), f"{field} is no number", where, "write it in units of the currency, without a sign: 97600000")
    for field in ("organisation", "counterparty", "period"):
        _check(_each(row.get(field), _is_named), f"{field} is neither an object nor a name", where, 'write {"id": …, "name": …} or {"label": …}')
    return row  # type: ignore[no-any-return]


def _json(line: bytes, where: str) -> Any:
    try:
        return json.loads(line.decode("utf-8"), parse_float=Decimal, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise CrossfootError(f"not UTF-8 at byte {error.start} of the line", where=where, next="save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        place = f" at column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
        raise CrossfootError(f"not JSON{place}", where=where, next="write one JSON object a line") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _check_place(row: Row, where: str) -> None:
    if row.get("start") is None and row.get("end") is None:
        _check(_is_text(row.get("surface")), "no start and end, and no surface", where, "write the figure as it is printed")
        _check(any(row.get(key) for key in AROUND), "no start and end, and no context", where, "write the words around the figure, or where it stands")
    else:
        places = row.get("start"), row.get("end")
        ordered = all(type(place) is int for place in places) and 0 <= row["start"] < row["end"]
        _check(ordered, f"start and end are {places[0]!r} and {places[1]!r}", where, "count characters from 0: the first, and the one after the last")


def _check(holds: bool, what: str, where: str, next: str) -> None:
    if not holds:
        raise CrossfootError(what, where=where, next=next)


def _each(value: Any, holds: Callable[[Any], bool]) -> bool:
    return all(one is None or holds(one) for one in (value if isinstance(value, list) else [value]))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return type(value) in (int, Decimal) and Decimal(value).adjusted() < LARGEST


def _is_named(value: Any) -> bool:
    return isinstance(value, dict | str)
