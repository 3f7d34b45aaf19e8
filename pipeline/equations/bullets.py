"""Sums in bullets, one each, and their total in the paragraph after them or before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.attribution.counts import COUNTS
from pipeline.equations.fitting import fits
from pipeline.equations.forms import total_of
from pipeline.equations.list_words import SUMS_UP
from pipeline.equations.telling import Telling
from pipeline.model import Document, Equation, Figure, PassageKind

LONGEST = 40


def bullets_above(document: Document, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """Bullets, and then: that makes T; the four add up to T."""
    told = sentences[place]
    match = SUMS_UP.fullmatch(told.pieces()[0]) if told.figures else None
    if not match:
        return
    terms = _bullets(document, reversed(sentences[max(0, place - LONGEST) : place]), _passage(document, told), step=-1)[::-1]
    if len(terms) >= 2 and len(terms) == COUNTS.get((match["count"] or "").lower(), len(terms)):
        yield total_of(terms, told.figures[0], "all of them")


def bullets_below(document: Document, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """T will be spent on: bullets that add up to it."""
    told = sentences[place]
    if told.figures and told.text.rstrip().endswith(":"):
        terms = _bullets(document, iter(sentences[place + 1 : place + 1 + LONGEST]), _passage(document, told), step=1)
        if len(terms) >= 2 and fits(equation := total_of(terms, told.figures[-1], "total and list")):
            yield equation


def _bullets(document: Document, sentences: Iterator[Telling], passage: int, step: int) -> list[Figure]:
    """The first figures of the bullets that stand one by one beside a passage."""
    terms: list[Figure] = []
    for told in sentences:
        passage += step
        if not document.passages or document.passages[passage].kind is not PassageKind.BULLET or _passage(document, told) != passage or len(told.figures) != 1:
            break
        terms.append(told.figures[0])
    return terms


def _passage(document: Document, told: Telling) -> int:
    return bisect_right(document.passages, told.start, key=lambda passage: passage.start) - 1
