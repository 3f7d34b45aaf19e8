"""The canonical text of a document, written passage by passage, so that every span is right because of how it came about."""

from __future__ import annotations

from pipeline.model import Cell, Passage, PassageKind, Table
from sources.grids import Grid, GridCell

BETWEEN_PASSAGES, BETWEEN_ROWS, BETWEEN_CELLS = "\n\n", "\n", "\t"


class Canvas:
    """Collects passages and tables into one text.

    >>> canvas = Canvas()
    >>> canvas.add("Deficit doubles", PassageKind.HEADLINE), canvas.add("It is £5m.", PassageKind.PARAGRAPH)
    ((0, 15), (17, 27))
    >>> canvas.text[17:27]
    'It is £5m.'
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.passages: list[Passage] = []
        self.tables: list[Table] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, kind: PassageKind, page: int | None = None) -> tuple[int, int]:
        start = self._open()
        self._write(text)
        self.passages.append(Passage(start, self._length, kind, page))
        return start, self._length

    def add_grid(self, grid: Grid, kind: PassageKind = PassageKind.TABLE, page: int | None = None) -> None:
        if grid.is_blank:
            return
        caption = self.add(grid.caption, PassageKind.CAPTION if kind is PassageKind.TABLE else kind, page) if grid.caption else None
        number, start = len(self.tables) + 1, self._open()
        cells = tuple(self._cell(cell, before, number, page) for before, cell in zip((None, *grid.cells), grid.cells, strict=False))
        self.passages.append(Passage(start, self._length, kind, page))
        self.tables.append(Table(number, cells, grid.header_rows, grid.header_columns, caption, page))

    def _cell(self, cell: GridCell, before: GridCell | None, number: int, page: int | None) -> Cell:
        if before is not None:
            self._write(BETWEEN_CELLS if before.row == cell.row else BETWEEN_ROWS)
        start = self._length
        self._write(cell.text)
        reference = f"table {number} {cell.row},{cell.column}"
        return Cell(cell.row, cell.column, start, self._length, reference, cell.row_span, cell.column_span, page)

    def _open(self) -> int:
        if self._parts:
            self._write(BETWEEN_PASSAGES)
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
