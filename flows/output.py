"""Writes rows to standard output: JSON lines, CSV, or a table for people."""

import csv
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
import simplejson

Row = dict[str, Any]
WIDE, NARROWEST = 1_000, 8
NUMBER = re.compile(r"[−-]?[\d,]*\.?\d*")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
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


def printable(text: str) -> str:
    """A text without the control characters that a terminal would obey; line ends and tabs stay.

    >>> printable("£5m\\x1b[2J")
    '£5m\ufffd[2J'
    """
    return CONTROL.sub("\ufffd", text)


def complain(name: str, reason: str, next: str | None) -> None:
    """Says on standard error what could not be read, why, and what to do about it."""
    click.echo(printable(f"crossfoot: {name}: {reason}" + (f"; {next}" if next else "")), err=True)


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
    """One line a row. A terminal shortens what does not fit, with an ellipsis; a file or a pipe gets everything."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    shown = [[_shown(row.get(column)) for column in columns] for row in rows]
    names = [column.replace("_", " ") for column in columns]
    if not shown:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for place, (name, width) in enumerate(zip(names, _widths([names, *shown], console.width - 2 * len(names) - 2), strict=True)):
        numbers = all(NUMBER.fullmatch(row[place]) for row in shown)
        table.add_column(name, no_wrap=True, justify="right" if numbers else "left", width=width)
    for cells in shown:
        table.add_row(*[Text(printable(cell)) for cell in cells])
    console.print(table)


def _widths(rows: list[list[str]], available: int) -> list[int]:
    """What each column needs; where that is too much, the widest give way."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) > available and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("label") or "")
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)
