"""A story with a mark over each of its sums, and which of them stand close enough together to be of one sum."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.equations.telling import MARK
from pipeline.model import Bound, Document, Figure, Story

NEAR = 1000  # characters between the first and the last number of one sum
# what stands beside a number and is of no sum with the others: (2013: £8m); (raised from £7m); , at an average of £800 each
ASIDE = re.compile(rf" ?\([^()]{{0,80}}{MARK}[^()]{{0,80}}\)|,? (?:at |or )?(?:an average of )?{MARK}+ (?:each|apiece|a head|per [a-z]+)\b,?", re.IGNORECASE)
CLAUSE_END = re.compile(rf"[,;{MARK}]")
MOST = 12  # figures that are looked at on either side, so that the work stays linear


@dataclass(frozen=True, slots=True)
class ToldStory:
    """The figures of a story in their order, and its words, in which a sum is a row of marks; the two have the same places."""

    start: int
    words: str
    figures: tuple[Figure, ...]

    def before(self, figure: Figure, reach: int) -> str:
        """The words of the sentence that lead up to a figure, from the last figure on."""
        place = figure.money.start - self.start
        return self.words[max(figure.sentence_start - self.start, place - reach, 0) : place].rpartition(MARK)[2]

    def after(self, figure: Figure, reach: int) -> str:
        """The words that follow a figure, up to the next one or the end of the clause."""
        place, end = figure.money.end - self.start, figure.sentence_start + len(figure.sentence) - self.start
        return CLAUSE_END.split(self.words[place : min(end, place + reach)], maxsplit=1)[0]

    def sentence(self, figure: Figure) -> str:
        """The words of its sentence, with marks for the sums."""
        start = figure.sentence_start - self.start
        return self.words[start : start + len(figure.sentence)]

    def near(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures closest to a stretch."""
        first, last = bisect_left(self.figures, start, key=_start), bisect_right(self.figures, end, key=_start)
        return tuple(figure for figure in self.figures[max(0, first - MOST) : last + MOST] if start - NEAR < figure.money.start < end + NEAR)


def without_asides(story: ToldStory) -> ToldStory:
    """The story with blanks where its asides stood."""
    words = ASIDE.sub(lambda match: " " * len(match[0]), story.words)
    kept = tuple(figure for figure in story.figures if words[figure.money.start - story.start] == MARK)
    return ToldStory(story.start, words, kept)


def told_story(document: Document, story: Story, figures: Sequence[Figure]) -> ToldStory:
    """Ranges stay in words, for they are no terms."""
    single = tuple(figure for figure in figures if figure.money.bound is not Bound.RANGE)
    pieces, here = [], story.start
    for figure in single:
        pieces += [document.text[here : figure.money.start].replace(MARK, " "), MARK * (figure.money.end - figure.money.start)]
        here = figure.money.end
    pieces.append(document.text[here : story.end].replace(MARK, " "))
    return ToldStory(story.start, re.sub(r"\s", " ", "".join(pieces)), single)


def _start(figure: Figure) -> int:
    return figure.money.start
