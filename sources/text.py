"""Reads `.txt` and `.md`: the text is the file decoded as UTF-8, byte-order mark and line ends untouched; passages are spans laid over it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, Passage, PassageKind
from sources.base import Limits, Outcome
from sources.phrases import AUTHOR, CREDIT, DATED, day, is_appeal, is_label

INVISIBLE = " \t\r\n\f\v\ufeff\u00a0\u200b"
BULLETS = ("•", "‣", "◦", "* ", "- ", "– ")
FOOTER_AT_MOST = 6  # lines, the rule included
HEADLINE_AT_MOST, BYLINE_AT_MOST, CAPTION_AT_MOST, FRONT_LINES = 160, 120, 300, 8


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line without the white space around it; `opens` where a blank line, or nothing, stands before it, `closes` where one follows."""

    start: int
    text: str
    opens: bool
    closes: bool
    kind: PassageKind = PassageKind.PARAGRAPH

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """One document of one file. Raises CrossfootError where the bytes are not UTF-8 text, or blank."""
    text = decode(name, data)
    passages = passages_of(text)
    if not passages:
        raise CrossfootError("holds no text", where=name, next="look whether it is the file that was meant")
    return Outcome((Document(hashlib.sha256(data).hexdigest(), name, "news", text, _byline(text, passages), passages),))


def decode(name: str, data: bytes) -> str:
    """The bytes as text, exactly. Raises CrossfootError that says at which byte it stops being UTF-8 text."""
    if (place := data.find(b"\0")) >= 0:
        raise CrossfootError(f"not a text file: a NUL byte at byte {place}", where=name, next="save it as plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte {error.start} is 0x{data[error.start]:02x}"
        raise CrossfootError(f"not UTF-8: {byte}", where=name, next=f"convert it: iconv -f WINDOWS-1252 -t UTF-8 {name}") from error


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of a plain text, in order; together they hold every visible character.

    >>> [(p.kind.value, p.start, p.end) for p in passages_of("Deficit doubles\\n\\nIt is £5m.")]
    [('headline', 0, 15), ('paragraph', 17, 27)]
    """
    lines = _unwrapped(list(_lines(text)), text)
    return tuple(Passage(line.start, line.end, line.kind) for line in _without_boilerplate(_with_captions(_with_front(lines))))


def _lines(text: str) -> Iterator[Line]:
    place, opens, held = 0, True, None
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip(INVISIBLE)
        if stripped:
            if held:
                yield held
            held = Line(place + raw.index(stripped), stripped, opens, closes=False)
        elif held:
            held = replace(held, closes=True)
        opens, place = not stripped, place + len(raw)
    if held:
        yield replace(held, closes=True)


def _unwrapped(lines: list[Line], text: str) -> list[Line]:
    """Joins the lines of paragraphs that were wrapped at a fixed width."""
    joined: list[Line] = []
    for block in _blocks(lines):
        joined += [_join(block, text)] if _is_wrapped(block) else block
    return joined


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        block.append(line)
        if line.closes:
            yield block
            block = []


def _is_wrapped(block: list[Line]) -> bool:
    body = block[:-1]
    if not body or any(line.text.startswith(BULLETS) for line in block):
        return False
    ragged = sum(line.text.endswith((".", "!", "?", ":", "”", "’", '"', "'")) for line in body)
    return all(45 <= len(line.text) <= 100 for line in body) and ragged * 2 < len(body)


def _join(block: list[Line], text: str) -> Line:
    return Line(block[0].start, text[block[0].start : block[-1].end], opens=True, closes=True)


def _with_front(lines: list[Line]) -> list[Line]:
    front = [_front_line(index, line) for index, line in enumerate(lines[:FRONT_LINES])]
    return front + [_marked(line) for line in lines[FRONT_LINES:]]


def _front_line(index: int, line: Line) -> Line:
    if len(line.text) <= BYLINE_AT_MOST and (AUTHOR.fullmatch(line.text) or DATED.fullmatch(line.text)):
        return replace(line, kind=PassageKind.BYLINE)
    if index == 0 and line.opens and line.closes and _is_headline(line.text):
        return replace(line, kind=PassageKind.HEADLINE)
    return _marked(line)


def _is_headline(text: str) -> bool:
    return len(text) <= HEADLINE_AT_MOST and "\n" not in text and not text.endswith((".", ":", ";", ",")) and not text.startswith(BULLETS)


def _marked(line: Line) -> Line:
    if line.text.startswith("#"):
        return replace(line, kind=PassageKind.HEADING)
    return replace(line, kind=PassageKind.BULLET) if line.text.startswith(BULLETS) and line.text.strip("- ") else line


def _with_captions(lines: list[Line]) -> list[Line]:
    """Marks photo credits, and the cut or doubled copy of a caption that scraping leaves before it."""
    kinds = [_caption_kind(line) for line in lines]
    for index, (line, after) in reversed(list(enumerate(pairwise(lines)))):
        copies = len(line.text) >= 20 and after.text.startswith(line.text) and kinds[index + 1] is PassageKind.CAPTION
        doubled = line.text == after.text * 2
        if copies or doubled:
            kinds[index] = kinds[index + 1] = PassageKind.CAPTION
    return [replace(line, kind=kind) for line, kind in zip(lines, kinds, strict=True)]


def _caption_kind(line: Line) -> PassageKind:
    is_credit = line.kind is PassageKind.PARAGRAPH and len(line.text) <= CAPTION_AT_MOST and CREDIT.search(line.text)
    return PassageKind.CAPTION if is_credit else line.kind


def _without_boilerplate(lines: list[Line]) -> list[Line]:
    # text after a rule further up is the document going on
    marked, in_footer, in_appeal = [], False, False
    for index, line in enumerate(lines):
        in_footer = in_footer or (line.text == "--" and 0 < len(lines) - index <= FOOTER_AT_MOST)
        in_appeal = is_appeal(line.text) or (in_appeal and "support" in line.text.casefold())
        drop = in_footer or in_appeal or is_label(line.text)
        marked.append(replace(line, kind=PassageKind.BOILERPLATE) if drop else line)
    return marked


def _byline(text: str, passages: tuple[Passage, ...]) -> Byline:
    title = next((text[p.start : p.end] for p in passages if p.kind is PassageKind.HEADLINE), None)
    lines = [text[p.start : p.end] for p in passages if p.kind is PassageKind.BYLINE]
    author = next((found["author"] for line in lines if (found := AUTHOR.fullmatch(line))), None)
    dated = next((found for line in lines if (found := DATED.fullmatch(line))), None)
    return Byline(title, dated["publisher"] if dated else None, author, day(dated["date"]) if dated else None)
