"""Writes rows to standard output: JSON lines, CSV, or a table for people."""

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import simplejson

Row = dict[str, Any]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(rows: Iterable[Row], format_: str, columns: Sequence[str]) -> None:
    """Writes the rows as `jsonl`, `csv` or `table`; a table shows only `columns`, CSV starts with a line of names."""
    if format_ in ("jsonl", "json"):
        _jsonl(rows)
    elif format_ == "csv":
        _csv(rows)
    else:
        _table(rows, columns)


def neutralised(cell: object) -> object:
    """A text that a spreadsheet would run as a formula gets a quote before it; numbers stay numbers.

    >>> neutralised("=1+1"), neutralised(-5)
    ("'=1+1", -5)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _jsonl(rows: Iterable[Row]) -> None:
    for row in rows:
        sys.stdout.write(simplejson.dumps(row, ensure_ascii=False, use_decimal=True, iterable_as_array=True) + "\n")


def _csv(rows: Iterable[Row]) -> None:
    writer = None
    for row in rows:
        flat = {key: _flat(value) for key, value in row.items()}
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(flat), lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
        writer.writerow(flat)


def _flat(value: object) -> object:
    if isinstance(value, dict | list | tuple):
        return simplejson.dumps(value, ensure_ascii=False, use_decimal=True)
    return neutralised(str(value) if hasattr(value, "value") else value)


def _table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*[column.replace("_", " ") for column in columns], box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*[Text(_shown(row.get(column))) for column in columns])
    console = Console()
    # a file or a pipe has no width: let no cell be cut there
    console.print(table, width=None if console.is_terminal else 200)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("label") or "")
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)
