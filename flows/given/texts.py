"""Where given figures stand: in the text of their document where it is given, else in one made up of their sentences. Every figure is a slice of it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from flows.given.rows import Given
from flows.lines import check, is_number
from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, Passage, PassageKind
from pipeline.money.numbers import plain
from sources.base import Limits
from sources.text import passages_of

KINDS = ("news", "board", "feed", "text")
BYLINE = ("title", "publisher", "author", "published_at", "modified_at", "url")
SURFACE_AT_MOST = 200
LINE_END = "\n\n"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A document, and for each of its given figures, in the order of their rows, where it stands; what comes after `made_up` was not given."""

    document: Document
    spans: tuple[Span, ...]
    made_up: int


def placed(name: str, given: Given | None, figures: Sequence[Given]) -> Placed:
    """The document of this name with its figures. Raises CrossfootError with file and line for a figure that does not stand where its row says."""
    page = _page(given) if given else _Page("")
    order = sorted(range(len(figures)), key=lambda i: _certainty(figures[i])) if page.given else range(len(figures))
    spans = {i: span for i in order if (span := page.stated(figures[i]))}
    spans |= {i: page.place(figures[i]) for i in order if i not in spans}
    return Placed(_document(name, given, page), tuple(spans[i] for i in range(len(figures))), len(page.given))


def _page(given: Given) -> _Page:
    """The text of a document; a `body` lacks what stands around it, so that no offsets count in it."""
    text, body = (given.words(key, Limits().characters) for key in ("text", "body"))
    return _Page(text or body or "", given.words("title") or "", has_offsets=text is not None)


def surface_of(figure: Given) -> str:
    """What is printed; a row with a bare amount is taken to be printed so."""
    surface = figure.words("surface", SURFACE_AT_MOST)
    if surface:
        return surface.strip()
    amount = figure.first("amount")
    check(amount is not None and is_number(amount), "neither a surface nor an amount", figure.where, "write the figure as it is printed")
    return f"{figure.words('currency', SURFACE_AT_MOST) or ''} {plain(Decimal(amount))}".strip()


def _document(name: str, given: Given | None, page: _Page) -> Document:
    byline = {key: given.words(key) if given else None for key in BYLINE}
    kind = (given.words("kind") if given else None) or "news"
    check(kind in KINDS, f"kind is {kind}", given.where if given else "", f"write one of {', '.join(KINDS)}")
    digest = hashlib.sha256("\x1f".join([name, kind, page.text, *(byline[key] or "" for key in BYLINE)]).encode()).hexdigest()
    try:
        return Document(digest, name, kind, page.text, Byline(**byline), (*passages_of(page.given), *page.passages))
    except CrossfootError as error:
        raise CrossfootError(error.what, where=given.where if given else name, next="write dates as 2019-10-23 or 2019-10-23T07:00:00+01:00") from error


@dataclass(slots=True)
class _Page:
    """A given text, the lines that are made for figures that do not stand in it, and the spans that figures have taken."""

    given: str
    title: str = ""
    has_offsets: bool = False
    made: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    found: dict[str, Iterator[Span]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return LINE_END.join(filter(None, (self.given, *self.made)))

    def stated(self, figure: Given) -> Span | None:
        """The place that a row states: by its offsets, else by the words around it; none where they are not in the text."""
        surface = surface_of(figure)
        span = self._by_offsets(figure) if self.has_offsets and figure.row.get("start") is not None else self._by_words(figure, surface)
        if span:
            insort(self.taken, span)
        return span

    def place(self, figure: Given) -> Span:
        """The place of a figure whose row states none: the next with its surface, else in a line of its own."""
        surface = surface_of(figure)
        span = self._next(surface) or self._made_up(figure, surface)
        insort(self.taken, span)
        return span

    def _by_offsets(self, figure: Given) -> Span:
        start: Any = figure.row["start"]
        end: Any = figure.row.get("end")
        ordered = type(start) is int and type(end) is int and 0 <= start < end <= len(self.given)
        check(ordered, f"start and end are {start!r} and {end!r}", figure.where, "count characters of the text from 0: the first, and the one after the last")
        check(end - start <= SURFACE_AT_MOST, f"a figure of more than {SURFACE_AT_MOST} characters", figure.where, "give the sum alone")
        printed, surface = self.given[start:end], figure.words("surface", SURFACE_AT_MOST)
        check(surface in (None, printed), f"the text has {printed[:40]!r} there, not {surface!r}", figure.where, "put start and end, or the surface, right")
        check(self._is_free((start, end)), "another row has a figure at that place", figure.where, "give each figure once")
        return start, end

    def _by_words(self, figure: Given, surface: str) -> Span | None:
        for words in filter(None, (figure.words("context"), figure.words("sentence"))):
            place = _spaced(words).search(self.given)
            if place and (span := self._first_free(_occurrences(self.given, surface, place.start(), place.end()))):
                return span
        return None

    def _next(self, surface: str) -> Span | None:
        """Each figure takes the first place that no other has; a surface is looked for once, however many figures have it."""
        spans = self.found.setdefault(surface, _occurrences(self.given, surface))
        return self._first_free(spans)

    def _made_up(self, figure: Given, surface: str) -> Span:
        """Figures of one sentence share its line for as long as it has places for them; the words around a sum may be some of the title's."""
        words = figure.words("sentence") or figure.words("context") or surface
        line = self.title if _spaced(words).search(self.title) else words
        if line not in self.lines or not (span := self._in_line(line, surface)):
            self._add(figure, line, line if next(_occurrences(line, surface), None) else f"{line}: {surface}")
            span = self._in_line(line, surface)
        assert span, "a line that was made for a figure holds it"  # noqa: S101
        return span

    def _add(self, figure: Given, line: str, printed: str) -> None:
        before = self.passages[-1].end if self.passages else len(self.given)
        start = before + (len(LINE_END) if before else 0)
        check(start + len(printed) <= Limits().characters, "too much text", figure.where, "give fewer figures at a time")
        self.lines[line] = len(self.made)
        self.made.append(printed)
        self.passages.append(Passage(start, start + len(printed), PassageKind.PARAGRAPH))

    def _in_line(self, line: str, surface: str) -> Span | None:
        number = self.lines[line]
        start = self.passages[number].start
        return self._first_free((start + a, start + b) for a, b in _occurrences(self.made[number], surface))

    def _first_free(self, spans: Iterator[Span]) -> Span | None:
        return next((span for span in spans if self._is_free(span)), None)

    def _is_free(self, span: Span) -> bool:
        place = bisect_left(self.taken, span)
        before, after = self.taken[max(0, place - 1) : place], self.taken[place : place + 1]
        return all(end <= span[0] for _, end in before) and all(span[1] <= start for start, _ in after)


def _certainty(figure: Given) -> int:
    """Figures whose rows say where they stand take their places by offsets first, then by words."""
    return 0 if figure.row.get("start") is not None else 1 if figure.row.get("context") or figure.row.get("sentence") else 2


def _occurrences(text: str, surface: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Where a surface stands by itself: the £5 of £545m is another figure."""
    pattern = re.compile(rf"(?<!\w){_spaced(surface).pattern}(?!\w|[.,]\d)")
    return (match.span() for match in pattern.finditer(text, start, len(text) if end is None else end))


def _spaced(words: str) -> re.Pattern[str]:
    """The words, however the white space between them is printed."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))
