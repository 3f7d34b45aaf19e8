"""The tables that given figures stand in: what a cell is called says which row and column it is of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.model import Cell, Figure, Table

# "table 3 12,2" of a paper, "Systems!B6" of a workbook
CELL = re.compile(r"(?P<table>.{1,200}?)(?: (?P<row>[1-9]\d{0,6}),(?P<column>[1-9]\d{0,4})|!\$?(?P<letters>[A-Z]{1,3})\$?(?P<number>[1-9]\d{0,6}))", re.DOTALL)


class Place(NamedTuple):
    """Where a figure stands in its table; a table that goes on over the page counts its rows anew."""

    page: int
    row: int
    column: int
    figure: Figure

    @property
    def label(self) -> str:
        return self.figure.context.column_label if self.figure.context else ""


def tables_of(figures: Sequence[Figure]) -> tuple[Table, ...]:
    """The tables whose cells the figures are, of their numbers alone: rows and columns are labelled by the figures themselves."""
    by_table: defaultdict[str, list[Place]] = defaultdict(list)
    for figure in figures:
        if figure.context and (match := CELL.fullmatch(figure.cell or "")):
            row, column = (match["row"], match["column"]) if match["row"] else (match["number"], _column(match["letters"]))
            by_table[match["table"]].append(Place(figure.page or 0, int(row), int(column), figure))
    stretches = (stretch for places in by_table.values() for stretch in _stretches(sorted(places, key=lambda place: place[:3])))
    return tuple(Table(number, tuple(_cells(stretch)), header_rows=0, header_columns=0) for number, stretch in enumerate(stretches, 1))


def _column(letters: str) -> int:
    """
    >>> _column("B"), _column("AA")
    (2, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _stretches(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Cuts where a column is called otherwise: a second table has been stacked under the first."""
    stretch: list[Place] = []
    labels: dict[int, str] = {}
    for _, row in groupby(places, key=lambda place: place[:2]):
        cells = list(row)
        if any(labels.setdefault(cell.column, cell.label) != cell.label for cell in cells):
            yield stretch
            stretch, labels = [], {cell.column: cell.label for cell in cells}
        stretch += cells
    if stretch:
        yield stretch


def _cells(places: Sequence[Place]) -> Iterator[Cell]:
    """Rows are counted through, whatever the pages call them."""
    for number, (_, row) in enumerate(groupby(places, key=lambda place: place[:2]), 1):
        for place in row:
            money = place.figure.money
            yield Cell(number, place.column, money.start, money.end, place.figure.cell or "", page=place.figure.page)
