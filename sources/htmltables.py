"""Data tables of a page as grids; tables that only lay a page out are told apart."""

from __future__ import annotations

from itertools import count

from bs4 import Tag

from sources.folding import fold
from sources.grids import Grid, GridCell, is_number, leading_rows

SPAN_AT_MOST = COLUMNS_AT_MOST = 1000


def nesting_tables(root: Tag) -> set[int]:
    """The `id()` of the tables that hold other tables, and so lay out rather than tell."""
    nearest: dict[int, int | None] = {id(root): None}
    nesting: set[int | None] = set()
    for node in root.descendants:
        if isinstance(node, Tag):
            above = nearest[id(node.parent)]
            nearest[id(node)] = id(node) if node.name == "table" else above
            nesting |= {above} if node.name == "table" else set()
    return {table for table in nesting if table is not None}


def is_data_table(table: Tag) -> bool:
    """Whether a table that nests no other holds data: it has header cells or is mostly numbers."""
    if table.get("role") in ("presentation", "none"):
        return False
    rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    texts = [text for row in rows for cell in row[1:] if (text := fold(cell.get_text()))]
    return table.find("th") is not None or (bool(texts) and 2 * sum(map(is_number, texts)) >= len(texts))


def grid_of(table: Tag) -> Grid:
    """The grid of a data table: merged cells stand once, and everything right of and below them has its true row and column."""
    cells = tuple(_cells(table))
    caption, head = table.find("caption"), table.find("thead")
    header_rows = len(head.find_all("tr")) if head else leading_rows(cells)
    return Grid(cells, header_rows, _header_columns(cells), fold(caption.get_text(" ")) if caption else "")


def _cells(table: Tag) -> list[GridCell]:
    cells: list[GridCell] = []
    taken: dict[int, int] = {}  # column → last row that a merged cell above covers
    for row, line in enumerate(table.find_all("tr"), start=1):
        column = 1
        for tag in line.find_all(["td", "th"], recursive=False):
            column = next(free for free in count(column) if taken.get(free, 0) < row)
            cell = GridCell(row, column, fold(tag.get_text(" ")), _span(tag, "rowspan"), _span(tag, "colspan"), tag.name == "th")
            cells.append(cell)
            for covered in range(column, min(column + cell.column_span, COLUMNS_AT_MOST)):
                taken[covered] = row + cell.row_span - 1
            column += cell.column_span
    return cells


def _span(tag: Tag, attribute: str) -> int:
    printed = str(tag.get(attribute, "1")).strip()
    return min(max(int(printed), 1), SPAN_AT_MOST) if printed.isascii() and printed.isdigit() and len(printed) <= 4 else 1


def _header_columns(cells: tuple[GridCell, ...]) -> int:
    last = cells[-1].row if cells else 0
    headers = [cell.column for cell in cells if cell.row == last and cell.header]
    return max(headers, default=1)
