"""JSON lines that people write: each row with its place (`gold.jsonl, line 3`), checked, so that a slip of theirs is not taken for one of ours."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from pipeline.errors import CrossfootError
from sources.base import Item
from sources.snapshots import whole_bytes

Row = dict[str, Any]
STANDARD_INPUT = "-"
LARGEST = 18  # digits before the point of a number, more than any sum of money has


def read_lines(file: str, example: str) -> Iterator[tuple[str, Row]]:
    """The rows of a file, or of standard input. Raises CrossfootError with file, line and reason for what is no JSON object; `example` shows one."""
    for where, line in _lines(file):
        row = _json(line, where)
        check(isinstance(row, dict), "not a JSON object", where, f"write {example}")
        yield where, row


def check(holds: bool, what: str, where: str, next: str) -> None:
    """Raises CrossfootError where something does not hold."""
    if not holds:
        raise CrossfootError(what, where=where, next=next)


def each(value: Any, holds: Callable[[Any], bool]) -> bool:
    """Whether something holds for a value, or for every one of a list of acceptable ones; null says nothing."""
    return all(one is None or holds(one) for one in (value if isinstance(value, list) else [value]))


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_number(value: Any) -> bool:
    return type(value) in (int, Decimal) and Decimal(value).adjusted() < LARGEST


def is_named(value: Any) -> bool:
    return isinstance(value, dict | str)


def _lines(file: str) -> Iterator[tuple[str, bytes]]:
    name, data = ("standard input", sys.stdin.buffer.read()) if file == STANDARD_INPUT else (file, whole_bytes(Item(file, Path(file))))
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield f"{name}, line {number}", line


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
