"""Reads `.docx`: paragraphs and tables in the order of the body."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from typing import Any

from docx import Document as open_docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, PassageKind
from sources.base import Limits, Outcome
from sources.canvas import Canvas
from sources.folding import fold
from sources.grids import Grid, GridCell, leading_rows

MEMBERS_AT_MOST = 5_000


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """One document of one file. Raises CrossfootError where it is no Word document, or unpacks to more than the limits allow."""
    _check(name, data, limits)
    try:
        word = open_docx(BytesIO(data))
    except Exception as error:  # python-docx raises whatever its parts raise
        raise CrossfootError("not a Word document, or a broken one", where=name, next="open it and save it again as .docx") from error
    canvas = Canvas()
    for block in word.iter_inner_content():
        _add(canvas, block)
    title = fold(word.core_properties.title) or next((canvas.text[p.start : p.end] for p in canvas.passages if p.kind is PassageKind.HEADLINE), None)
    if not canvas.passages:
        raise CrossfootError("holds no text", where=name, next="look whether its pages are pictures")
    return Outcome((Document(hashlib.sha256(data).hexdigest(), name, "board", canvas.text, Byline(title), tuple(canvas.passages), tuple(canvas.tables)),))


def _check(name: str, data: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise CrossfootError("not a Word document (.docx)", where=name, next="open it and save it again as .docx") from error
    # the sizes are those that the file claims, and zipfile reads no more of a member than that
    if len(members) > MEMBERS_AT_MOST or sum(member.file_size for member in members) > limits.inflated:
        raise CrossfootError(f"unpacks to more than {limits.inflated // 2**20} MB", where=name, next="take its pictures out")


def _add(canvas: Canvas, block: Paragraph | WordTable) -> None:
    if isinstance(block, WordTable):
        canvas.add_grid(_grid(block))
    elif text := fold(block.text):
        canvas.add(text, _kind(block))


def _kind(paragraph: Paragraph) -> PassageKind:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    if style == "Title":
        return PassageKind.HEADLINE
    starts = (("Subtitle", PassageKind.STANDFIRST), ("Heading", PassageKind.HEADING), ("List", PassageKind.BULLET), ("Caption", PassageKind.CAPTION))
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    return next((kind for start, kind in starts if style.startswith(start)), PassageKind.BULLET if numbered else PassageKind.PARAGRAPH)


def _grid(table: WordTable) -> Grid:
    cells: dict[tuple[int, int], GridCell] = {}
    above: dict[int, tuple[int, int]] = {}  # column → where the cell that is merged downwards in it began
    for row, line in enumerate(table._tbl.tr_lst, start=1):
        column = 1 + line.grid_before
        for tc in line.tc_lst:
            start = above.get(column) if tc.vMerge == "continue" else None
            if start in cells:
                cells[start] = _taller(cells[start], row)
            else:
                cells[row, column] = GridCell(row, column, _text(tc), 1, tc.grid_span, _is_header(line))
                above[column] = (row, column)
            column += tc.grid_span
    return Grid(tuple(cells.values()), leading_rows(cells.values()))


def _taller(cell: GridCell, row: int) -> GridCell:
    return GridCell(cell.row, cell.column, cell.text, row - cell.row + 1, cell.column_span, cell.header)


def _text(tc: Any) -> str:
    return fold(" ".join("".join(node.text or "" for node in p.iter(qn("w:t"))) for p in tc.iter(qn("w:p"))))


def _is_header(line: Any) -> bool:
    return line.trPr is not None and line.trPr.find(qn("w:tblHeader")) is not None
