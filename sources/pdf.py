"""Reads `.pdf`: the text layer, page by page, as paragraphs; what runs at the head and foot of the pages comes last, as boiler-plate."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, PassageKind
from sources.base import Limits, Outcome, Refusal
from sources.canvas import Canvas
from sources.folding import fold
from sources.pdflines import Paragraph, lines_of, paragraphs_of

SCANNED, OCR = "no text layer", "scanned pages need OCR, which crossfoot cannot do yet"
MARGIN = 0.1  # of the height of a page: where running heads and feet stand


@dataclass
class Pages:
    """What the pages hold, collected as they are read: each paragraph with its page number and whether it stands in a margin."""

    found: list[tuple[int, Paragraph, bool]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    count: int = 0

    @property
    def characters(self) -> int:
        return sum(len(paragraph.text) for _, paragraph, _ in self.found)


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """One document of one file, with a refusal for every page that is broken or a mere picture. Raises CrossfootError where no page has text."""
    with _open(name, data) as pdf:
        pages, title = _pages(pdf, name, limits), fold(pdf.get_metadata_value("Title")) or None
    if not pages.found:
        raise CrossfootError(SCANNED, where=name, next=OCR)
    canvas = _canvas(pages)
    document = Document(hashlib.sha256(data).hexdigest(), name, "board", canvas.text, Byline(title), tuple(canvas.passages))
    return Outcome((document,), tuple(pages.refusals))


def _open(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what, then = ("encrypted", "save a copy without a password") if locked else ("not a PDF, or a broken one", "open it and save it again")
        raise CrossfootError(what, where=name, next=then) from error


def _pages(pdf: pypdfium2.PdfDocument, name: str, limits: Limits) -> Pages:
    pages = Pages(count=len(pdf))
    if pages.count > limits.pages:
        raise CrossfootError(f"{pages.count:,} pages are more than the {limits.pages:,} that are read", where=name, next="split it")
    for number in range(1, pages.count + 1):
        where = f"{name}, page {number}"
        try:
            _read_page(pdf, number, where, pages, limits)
        except pypdfium2.PdfiumError:
            pages.refusals.append(Refusal(where, "the page is broken", "open the file and save it again"))
    return pages


def _read_page(pdf: pypdfium2.PdfDocument, number: int, where: str, pages: Pages, limits: Limits) -> None:
    page = pdf[number - 1]
    height = page.get_height()
    paragraphs = paragraphs_of(lines_of(page.get_textpage(), where, limits.characters - pages.characters))
    pages.found += [(number, paragraph, not MARGIN <= paragraph.bottom / height <= 1 - MARGIN) for paragraph in paragraphs]
    if not paragraphs and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        pages.refusals.append(Refusal(where, SCANNED, OCR))
    page.close()


def _canvas(pages: Pages) -> Canvas:
    canvas, running = Canvas(), _running(pages)
    body = [not in_margin or _numberless(paragraph) not in running for _, paragraph, in_margin in pages.found]
    for kind, wanted in ((PassageKind.PARAGRAPH, True), (PassageKind.BOILERPLATE, False)):
        for (number, paragraph, _), is_body in zip(pages.found, body, strict=True):
            if is_body is wanted:
                canvas.add(paragraph.text, kind, number)
    return canvas


def _running(pages: Pages) -> set[str]:
    """What stands, but for its numbers, in the margin of at least half of the pages."""
    seen = Counter(text for text, _ in {(_numberless(paragraph), number) for number, paragraph, in_margin in pages.found if in_margin})
    return {text for text, count in seen.items() if count >= 2 and 2 * count >= pages.count}


def _numberless(paragraph: Paragraph) -> str:
    return re.sub(r"\d+", "#", paragraph.text)
