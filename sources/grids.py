"""Tables as grids, before their cells have a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

NUMBER = re.compile(r"[(\[–−+-]?\s?[£$€]?\s?\d[\d,. ]*\s?(?:%|k|m|bn|p)?[)\]]?|n/a|[-–—]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: row and column count from 1."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Cells stand in row order; a merged cell stands once, at its upper left."""

    cells: tuple[GridCell, ...]
    header_rows: int = 1
    header_columns: int = 1
    caption: str = ""

    @property
    def is_blank(self) -> bool:
        return not any(cell.text.strip() for cell in self.cells)


def is_number(text: str) -> bool:
    """Whether a cell prints a number, or one of the signs that stand for none.

    >>> is_number("(48,214)"), is_number("n/a"), is_number("2018/19 plan")
    (True, True, False)
    """
    return bool(NUMBER.fullmatch(text.strip())) if len(text) < 40 else False


def leading_rows(cells: Iterable[GridCell]) -> int:
    """How many rows at the top are marked as headers or, where none is marked, come before the first row with a number (at least one)."""
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
    marked = next((index for index, row in enumerate(rows) if not all(cell.header for cell in row)), len(rows))
    numbered = next((index for index, row in enumerate(rows) if any(is_number(cell.text) for cell in row if cell.column > 1)), 1)
    return marked or max(numbered, 1)
