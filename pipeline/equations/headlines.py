"""Distances that a headline gives, of two sums that the story begins with: "Bridge £6m over budget", and then what it cost and what was set aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.equations.fitting import makes
from pipeline.equations.forms import rest_of
from pipeline.equations.sense import makes_sense
from pipeline.model import Bound, Document, Equation, Figure, PassageKind

RULE = "told addition"
FIRST = 6  # figures of the story
AFTER = re.compile(
    r" (?:(?:over|under|above|below|beyond) (?:(?:its|their|the) )?(?:first|original|budget|plan|target|estimate|cost|forecast|limit)"
    r"|adrift|short|worse|better|off (?:plan|target|course)|(?:over|under)(?:spend|spent|run))\b",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:miss(?:es|ed)?|overshoots?|overruns?|overspends?|underspends?|over|under|beats?|below|above|behind)\b.{0,40}\bby $", re.IGNORECASE)


def headlined(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Each headline's distance that just one pair of figures makes, both of one kind."""
    single = [figure for figure in figures if figure.money.bound is not Bound.RANGE]
    titled = [figure for figure in single if _is_headline(document, figure)]
    told = [figure for figure in single if figure not in titled][:FIRST]
    for distance in titled:
        if AFTER.match(document.text, distance.money.end) or BEFORE.search(document.text[distance.sentence_start : distance.money.start]):
            pairs = {_numbers(equation): equation for equation in _between(told, distance)}
            yield from pairs.values() if len(pairs) == 1 else ()


def _between(told: Sequence[Figure], distance: Figure) -> Iterator[Equation]:
    for pair in combinations(told, 2):
        if None not in (pair[0].money.amount, pair[1].money.amount) and pair[0].measure is pair[1].measure is not None:
            small, large = sorted(pair, key=lambda figure: figure.money.amount or 0)
            equation = rest_of(large, (small,), distance, RULE)
            if distance.money.amount not in (small.money.amount, large.money.amount) and makes(equation) and makes_sense(equation):
                yield equation


def _numbers(equation: Equation) -> tuple[object, ...]:
    return tuple(term.figure.money.amount for term in equation.terms)


def _is_headline(document: Document, figure: Figure) -> bool:
    titles = [story.byline.title or "" for story in document.stories if story.start <= figure.money.start < story.end]
    if any(figure.sentence.strip() in title for title in titles):
        return True
    place = bisect_right(document.passages, figure.money.start, key=lambda passage: passage.start) - 1
    return bool(document.passages) and document.passages[place].kind is PassageKind.HEADLINE
