"""What stands over and beside the cells of a table: for each cell the headers of its row and of its column, from the outside in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Cell, Document, Table


@dataclass(frozen=True, slots=True)
class Labels:
    """The header path of a cell: its row, its columns from the top, and the caption, with the cells that they come from."""

    row: str
    column: str
    caption: str
    headers: tuple[Cell, ...]


def labelled(document: Document, table: Table) -> Iterator[tuple[Cell, Labels]]:
    """Each cell that is no header, with its labels."""
    above, beside = _headers(table)
    caption = document.text[slice(*table.caption)] if table.caption else ""
    for cell in table.cells:
        if cell.row > table.header_rows and cell.column > table.header_columns:
            rows, columns = beside[cell.row], above[cell.column]
            yield cell, Labels(" ".join(_texts(document, rows)), " > ".join(_texts(document, columns)), caption, (*rows, *columns))


def _headers(table: Table) -> tuple[defaultdict[int, list[Cell]], defaultdict[int, list[Cell]]]:
    """The header cells over each column and beside each row."""
    above: defaultdict[int, list[Cell]] = defaultdict(list)
    beside: defaultdict[int, list[Cell]] = defaultdict(list)
    width, height = max((c.column for c in table.cells), default=0), max((c.row for c in table.cells), default=0)
    for cell in sorted(table.cells, key=lambda c: c.row):
        if cell.row <= table.header_rows:
            for column in range(cell.column, min(cell.column + cell.column_span, width + 1)):
                above[column].append(cell)
        if cell.column <= table.header_columns:
            for row in range(cell.row, min(cell.row + cell.row_span, height + 1)):
                beside[row].append(cell)
    return above, beside


def _texts(document: Document, cells: list[Cell]) -> list[str]:
    texts = (" ".join(document.text[cell.start : cell.end].split()) for cell in cells)
    return [text for text in texts if text]
