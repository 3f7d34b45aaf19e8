"""Sums that hold and whose words tie their numbers only loosely, over sentences and paragraphs: "it spent £93.2m and had £78.5m … an overspend of £14.7m".

Words near one of the numbers that speak of a total or a distance leave more to chance than none at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.equations.chance import chance, rounding
from pipeline.equations.differences import AFTER, BEFORE
from pipeline.equations.fitting import is_exact, makes
from pipeline.equations.forms import rest_of, total_of
from pipeline.equations.stories import ToldStory
from pipeline.model import Equation, Figure

TOLD, LISTED, UNTOLD = Decimal("0.09"), Decimal("0.05"), Decimal("0.01")
ZERO = Decimal(0)
LONGEST = 8  # terms of a list
MOST = 8  # figures that are looked back at
BEFORE_PART = re.compile(
    r"\b(?:other|rest|remaining|remainder|difference|still|more|less|rise|rose|fell|fall|"
    r"gap|overspen[dt]\w*|underspen[dt]\w*|short(?:fall)?|missing|balance|exceed(?:s|ed)?)\b",
    re.IGNORECASE,
)
REST = re.compile(r"\b(?:other|rest|remaining|remainder|balance)\b", re.IGNORECASE)
AFTER_PART = re.compile(
    r"\b(?:more|less|fewer|higher|lower|above|below|better|worse|short|over|under|difference|gap|remaining|left|still|missing|of (?:it|that|this|them|which)|"
    r"overspen[dt]|underspen[dt]|rise|increase|cut|fall)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:total\w*|together|altogether|combined|in all|all told|between them|whole|overall|sum|add(?:s|ed)?|makes|making|bring(?:s|ing)?|"
    r"com(?:e|es|ing) to|came to|out of|accumulated|cumulative)\b|\bof (?:the|its|their|that|this|an?) $",
    re.IGNORECASE,
)
REACH = 60


def additions(story: ToldStory) -> Iterator[Equation]:
    """Three figures one of which is the other two, and lists beside their totals."""
    for figure in story.figures:
        near = [other for other in story.near(figure.money.start, figure.money.end) if other.money.start < figure.money.start][-MOST:]
        yield from _threes(story, near, figure)
        yield from _lists(story, [*near, figure])


def _threes(story: ToldStory, near: list[Figure], last: Figure) -> Iterator[Equation]:
    for i, first in enumerate(near):
        for middle in near[i + 1 :]:
            between = len(near) - i
            equation = _three(story, first, middle, last)
            if equation and _is_meant(story, equation, tried=between * (between - 1) // 2):
                yield equation


def _three(story: ToldStory, *figures: Figure) -> Equation | None:
    """The largest is the other two, or the distance of the one that is told as such."""
    if len({figure.money.currency for figure in figures}) > 1 or len({figure.money.per for figure in figures} - {None}) > 1:
        return None
    small, middle, large = sorted(figures, key=lambda figure: figure.money.amount or 0)
    if not small.money.amount or small.money.amount < 0 or not _is_about((small, middle), large):
        return None
    distance = _distance(story, (small, middle), large)
    if distance and _is_of_another(distance, middle if distance is small else small, large):
        return None
    equation = rest_of(large, (middle if distance is small else small,), distance, "addition") if distance else total_of((small, middle), large, "addition")
    return equation if makes(equation) else None


def _distance(story: ToldStory, parts: Sequence[Figure], large: Figure) -> Figure | None:
    """Which of two parts is told as what is left of the whole: the one with words that say so, or the one that is told last."""
    if any(REST.search(story.before(part, REACH)) for part in parts):
        return None
    told = [part for part in parts if _is_part(story, part)]
    last = max((*parts, large), key=lambda figure: figure.money.start)
    return told[0] if len(told) == 1 else None if last is large else last


def _is_of_another(distance: Figure, *ends: Figure) -> bool:
    """Whether the distance is one body's, and what it would lie between is another's."""
    (one, other) = (end.organisation for end in ends)
    return one is not None and one == other and distance.organisation not in (None, one)


def _is_about(terms: Sequence[Figure], total: Figure) -> bool:
    """A cheap look before a closer one."""
    stated = total.money.amount or ZERO
    return 10 * abs(sum((term.money.amount or ZERO for term in terms), ZERO) - stated) <= stated


def _lists(story: ToldStory, figures: list[Figure]) -> Iterator[Equation]:
    """Figures that follow one another, with their total before them or right after them."""
    for length in range(3, min(LONGEST, len(figures) - 1) + 1):
        yield from _list(story, figures[-length - 1 : -1], figures[-1], tried=length)
        for back, total in enumerate(reversed(figures[:-length]), start=1):
            yield from _list(story, figures[-length:], total, tried=length * back)


def _list(story: ToldStory, terms: Sequence[Figure], total: Figure, tried: int) -> Iterator[Equation]:
    if not _is_about(terms, total):
        return
    if all(term.money.amount and term.money.amount > 0 for term in terms) and len({figure.money.per for figure in (*terms, total)} - {None}) < 2:
        equation = total_of(terms, total, "addition")
        if makes(equation) and _is_meant(story, equation, tried):
            yield equation


def _is_meant(story: ToldStory, equation: Equation, tried: int) -> bool:
    figures = [equation.total, *(term.figure for term in equation.terms)]
    if not is_exact(equation) and min(abs(figure.money.amount or ZERO) for figure in figures) < rounding(equation.total.money):
        return False
    if len(figures) > 3:
        is_told = _is_whole(story, equation.total) or any(REST.search(story.before(term.figure, REACH)) for term in equation.terms)
        return chance(equation) * tried <= (LISTED if is_told and is_exact(equation) else UNTOLD)
    *parts, large = sorted(figures, key=lambda figure: figure.money.amount or ZERO)
    is_told = _is_whole(story, large) or any(_is_part(story, part) for part in parts)
    return chance(equation) * tried <= (TOLD if is_told else UNTOLD)


def _is_part(story: ToldStory, figure: Figure) -> bool:
    before, after = story.before(figure, REACH), story.after(figure, REACH)
    return bool(BEFORE.search(before) or BEFORE_PART.search(before) or AFTER.match(after) or AFTER_PART.search(after))


def _is_whole(story: ToldStory, figure: Figure) -> bool:
    return bool(WHOLE.search(story.before(figure, REACH)) or WHOLE.search(story.after(figure, REACH)))
