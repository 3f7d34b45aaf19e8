"""A sentence with a mark in the place of each sum, so that patterns can say how sums are tied together: "rose from ¤ to ¤, an increase of ¤"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.model import Bound, Document, Figure

MARK = "¤"
WHITE = re.compile(r"\s+")
# words of a hedge or an addition, which stand between other words and the sum
HEDGE = (
    r"(?:(?:about|around|almost|nearly|only|just|some|roughly|approximately|over|under|above|below|more than|less than|up to|at least|at most|well over|"
    r"close to|in excess of|an estimated|an average(?: of)?|a record|a mere|another|an? (?:extra|additional|further)|further|extra|additional) ){0,3}"
)
# a sum in brackets that is another year's: (2016: £29.9m)
ASIDE = re.compile(rf" \([^():{MARK}]{{0,25}}: ?[^(){MARK}]{{0,20}}{MARK}[^(){MARK}]{{0,30}}\)")
COMPARED = re.compile(r"\([^():]{0,25}:[^()]{0,35}$")
GAP = r"[^¤£$€;:]{0,60}?"
# the same inside one clause
CLAUSE = r"(?:,? \(?(?!(?:and|or|but|while|when|with|as|after|which|who|rose|fell|rising|falling|grew|cut)\b)[\w’'&%./-]+\)?){0,8}?"


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence: its words with a mark for each figure, and the figures in their order. A range stays in words, for it is no term."""

    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]

    @property
    def places(self) -> list[int]:
        return [place for place, letter in enumerate(self.text) if letter == MARK]

    def figure(self, match: re.Match[str], name: str) -> Figure:
        """The figure whose mark a group of a match is."""
        return self.figures[self.text.count(MARK, 0, match.start(name))]

    def pieces(self) -> list[str]:
        """The words before, between and after the marks."""
        return self.text.split(MARK)

    def without_asides(self) -> Telling:
        """The sentence without the sums of other years in brackets."""
        left = [place for match in ASIDE.finditer(self.text) for place in range(*match.span())]
        dropped = {self.text.count(MARK, 0, place) for place in left if self.text[place] == MARK}
        return (
            replace(self, text=ASIDE.sub("", self.text), figures=tuple(figure for i, figure in enumerate(self.figures) if i not in dropped)) if left else self
        )

    def follows(self, other: Telling) -> bool:
        """Whether nothing but white space stands between the two sentences."""
        return 0 <= self.start - other.end <= 2


def worded(template: str) -> re.Pattern[str]:
    """A pattern of words and sums: `{a}` is a sum with its hedges, `~` a few other words without a sum, `…` a few of the same clause.

    >>> bool(worded("from {a}~ to {b}").search("from about ¤ in May to ¤"))
    True
    """
    return re.compile(re.sub(r"\{([a-z])\}", rf"{HEDGE}(?P<\1>{MARK})", template.replace("~", GAP).replace("…", CLAUSE)), re.IGNORECASE)


def tellings(document: Document, figures: Sequence[Figure]) -> list[Telling]:
    """The sentences that hold these figures, in the order of the text."""
    return [_telling(document.text, start, list(group)) for start, group in groupby(figures, key=lambda figure: figure.sentence_start)]


def _telling(text: str, start: int, figures: list[Figure]) -> Telling:
    end = start + len(figures[0].sentence)
    pieces = list(_pieces(text, start, end, figures))
    told = "".join(words + (MARK if figure else "") for words, figure in pieces)
    return Telling(start, end, WHITE.sub(" ", told), tuple(figure for _, figure in pieces if figure))


def _pieces(text: str, start: int, end: int, figures: list[Figure]) -> Iterator[tuple[str, Figure | None]]:
    """Words, each with the figure that follows them; the conversion in brackets after a sum is passed over."""
    here, last = start, None
    for figure in figures:
        if figure.money.bound is Bound.RANGE:
            continue
        between, after = text[here : figure.money.start], text[figure.money.end : figure.money.end + 1]
        if last and between.strip() == "(" and after == ")" and figure.money.currency != last.money.currency:
            here = figure.money.end + 1
            continue
        yield between.replace(MARK, " "), figure
        here, last = figure.money.end, figure
    yield text[here:end].replace(MARK, " "), None
