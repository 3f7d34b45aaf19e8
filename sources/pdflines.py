"""The lines of a PDF page as printed, and the paragraphs that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import CrossfootError
from sources.folding import fold
from sources.grids import is_number

TIGHT, LOOSE = 0.9, 1.6  # heights from one line of a paragraph to the next, at the least and at the most
BROKEN_WORD = (2, 0xFFFE)  # how pdfium marks a hyphen at the end of a line, in place of the line's end
LINE_ENDS = (10, 13, *BROKEN_WORD)
WRAPPED = 40  # a line that was broken to go on has at least so many characters
GAP = 1.12  # a step so many times as wide opens a paragraph
OPENING = re.compile(r"[•‣◦▪●]|\d{1,2}(?:\.\d{1,2}){1,3}\.? {1,4}[A-Z]|\([a-z]\) ")
HYPHENS = ("-", "‐", "–")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, and in points its lower edge from the foot of the page and its height."""

    text: str
    bottom: float
    height: float

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of figures, which stays a line of its own."""
        words = self.text.split(" ")
        return sum(map(is_number, words)) * 5 >= len(words) * 2 and len(words) > 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page, and how high above its foot the first line stands, in points."""

    text: str
    bottom: float


def lines_of(page: pypdfium2.PdfTextPage, where: str, most: int) -> list[Line]:
    """The lines of a page in reading order. Raises CrossfootError where the page has more than `most` characters."""
    count = page.count_chars()
    if count > most:
        raise CrossfootError(f"{count:,} characters are more than are read", where=where, next="split the file")
    lines, start = [], 0
    codes = [pdfium.FPDFText_GetUnicode(page.raw, index) for index in range(count)]
    for end, code in enumerate([*codes, 10], start=1):
        if code in LINE_ENDS:
            lines += _line(page, codes, start, min(end, count))
            start = end
    return lines


def _line(page: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int) -> list[Line]:
    text = fold("".join(map(_character, codes[start:end])))
    if not text:
        return []
    boxes = [_box(page, index) for index in range(start, end) if codes[index] > 32][:40]
    bottom, top = median(box[1] for box in boxes), median(box[3] for box in boxes)
    return [Line(text, bottom, max(top - bottom, 1.0))]


def _character(code: int) -> str:
    # half pairs stand for nothing
    return "-" if code in BROKEN_WORD else "" if 0xD800 <= code <= 0xDFFF or code == 0 else chr(code)


def _box(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    # the loose box: as high as the font, whatever the letter
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page.raw, index, box)
    return box.left, box.bottom, box.right, box.top


def paragraphs_of(lines: list[Line]) -> list[Paragraph]:
    """Joins the lines of a paragraph: by a space in prose, by nothing after a hyphen (which stays), by a line break between rows of figures."""
    tight = _tight(lines)
    paragraphs = [Paragraph(line.text, line.bottom) for line in lines[:1]]
    for above, below in pairwise(lines):
        if _opens(above, below, tight):
            paragraphs.append(Paragraph(below.text, below.bottom))
        else:
            paragraphs[-1] = replace(paragraphs[-1], text=paragraphs[-1].text + _joint(above, below) + below.text)
    return paragraphs


def _tight(lines: list[Line]) -> float:
    """The spacing of lines inside a paragraph, in heights of a line: that of the tighter quarter of the page."""
    ratios = sorted(_ratio(above, below) for above, below in pairwise(lines) if len(above.text) >= WRAPPED and not (above.is_row or below.is_row))
    plausible = [ratio for ratio in ratios if TIGHT <= ratio <= LOOSE]
    return plausible[len(plausible) // 4] if plausible else TIGHT


def _ratio(above: Line, below: Line) -> float:
    return (above.bottom - below.bottom) / below.height


def _opens(above: Line, below: Line, tight: float) -> bool:
    ratio = _ratio(above, below)
    is_new_size = abs(above.height - below.height) > 0.15 * above.height
    if above.is_row and below.is_row:
        return not 0 < ratio <= 3
    return ratio < -0.1 or ratio > GAP * tight or is_new_size or bool(OPENING.match(below.text))


def _joint(above: Line, below: Line) -> str:
    if above.is_row or below.is_row:
        return "\n"
    return "" if above.text.endswith(HYPHENS) and not above.text.endswith((" -", " –")) else " "
