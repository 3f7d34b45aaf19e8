"""Reads `.docx`: paragraphs and tables in the order of the body."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, PassageKind
from sources.base import Limits, Outcome
from sources.canvas import Canvas
from sources.folding import fold
from sources.grids import Grid, GridCell, leading_rows

MEMBERS_AT_MOST = 5_000
PARAGRAPH, TABLE = qn("w:p"), qn("w:tbl")
WRITTEN = dict.fromkeys((PARAGRAPH, qn("w:tab"), qn("w:br"), qn("w:cr")), " ") | {qn("w:noBreakHyphen"): "\u2011"}
UNSEEN = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """One document of one file. Raises CrossfootError where it is no Word document, or unpacks to more than the limits allow."""
    _check(name, data, limits)
    try:
        word = docx.Document(BytesIO(data))
    except Exception as error:  # python-docx raises whatever its parts raise
        raise CrossfootError("not a Word document, or a broken one", where=name, next="open it and save it again as .docx") from error
    canvas = Canvas()
    for block in _blocks(word.element.body):
        _add(canvas, block, word)
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


def _blocks(holder: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, those inside content controls too."""
    for element in holder:
        if element.tag in (PARAGRAPH, TABLE):
            yield element
        elif element.tag == qn("w:sdt"):
            yield from _blocks(element.find(qn("w:sdtContent")))


def _add(canvas: Canvas, block: Any, word: Any) -> None:
    if block.tag == TABLE:
        canvas.add_grid(_grid(block))
    elif text := _text(block):
        canvas.add(text, _kind(Paragraph(block, word._body)))


def _kind(paragraph: Paragraph) -> PassageKind:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    if style == "Title":
        return PassageKind.HEADLINE
    starts = (("Subtitle", PassageKind.STANDFIRST), ("Heading", PassageKind.HEADING), ("List", PassageKind.BULLET), ("Caption", PassageKind.CAPTION))
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    return next((kind for start, kind in starts if style.startswith(start)), PassageKind.BULLET if numbered else PassageKind.PARAGRAPH)


def _grid(table: Any) -> Grid:
    cells: dict[tuple[int, int], GridCell] = {}
    above: dict[int, tuple[int, int]] = {}  # column → where the cell that is merged downwards in it began
    for row, line in enumerate(table.tr_lst, start=1):
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


def _text(element: Any) -> str:
    """All text below an element as it stands after every tracked change, text boxes once."""
    pieces, pending = [], [element]
    while pending:
        node = pending.pop()
        if node.tag in UNSEEN:
            continue
        pieces.append(WRITTEN.get(node.tag, "") or (node.text or "" if node.tag == qn("w:t") else ""))
        pending += reversed(node)
    return fold("".join(pieces))


def _is_header(line: Any) -> bool:
    return line.trPr is not None and line.trPr.find(qn("w:tblHeader")) is not None
