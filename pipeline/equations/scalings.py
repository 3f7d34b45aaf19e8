"""Shares, rises, multiples and counts that fit two figures near them, though the words tie them loosely: "The target is £22m. It will make 72 per cent of that, £15.8m"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.equations.chance import chance
from pipeline.equations.factors import COUNTED, MULTIPLE, SHARE, Factor, count_of, multiple_of, share_of
from pipeline.equations.fitting import fits
from pipeline.equations.forms import product_of
from pipeline.equations.paragraphs import Paragraphs
from pipeline.equations.percentages import DOWN, UP
from pipeline.equations.products import IN_A, TIME_NOUN, TIMES
from pipeline.model import Equation, Figure

LIKELY = Decimal("0.3")
LIKELIEST = Decimal("0.005")  # of anything that is tried
OPEN = Decimal("0.25")  # "more than double" is not three times
REACH = 45
SHARES = re.compile(SHARE, re.IGNORECASE)
MULTIPLES = re.compile(rf"\b{MULTIPLE}\b", re.IGNORECASE)
COUNTS = re.compile(rf"{COUNTED}(?: of)?(?: (?=[a-z])(?!per\b|million\b|times\b|cent\b)|(?=[,.;]))", re.IGNORECASE)
RISES, FALLS = (re.compile(rf"\b{words}\b", re.IGNORECASE) for words in (rf"(?:{UP}|again|bigger|larger|above|extra|on top)", rf"(?:{DOWN}|smaller|below|short|off)"))
EACH = re.compile(r"\b(?:each|apiece|every|per|a head|a piece|on average|average|an? [a-z]+)\b", re.IGNORECASE)


def scalings(story: Paragraphs) -> Iterator[Equation]:
    for match in SHARES.finditer(story.words):
        yield from _nearest(story, match, [(factor, "share" if factor == share_of(match) else "percentage") for factor in _shares(story, match)])
    for match in MULTIPLES.finditer(story.words):
        yield from _nearest(story, match, [(multiple_of(match), "multiple")])
    counts = list(COUNTS.finditer(story.words))
    for one in story.figures:
        yield from _times(story, one, counts)


def _shares(story: Paragraphs, match: re.Match[str]) -> Iterator[Factor]:
    """The share, and what is left or made by a fall or a rise of it where the words near it speak of one."""
    share = share_of(match)
    beside = story.words[max(0, match.start() - REACH) : match.start()] + "¤" + story.words[match.end() : match.end() + REACH]
    if RISES.search(beside):
        yield share.after(rise=True)
    if FALLS.search(beside) and share.value < 1:
        yield share.after(rise=False)
    yield share


def _nearest(story: Paragraphs, match: re.Match[str], factors: Sequence[tuple[Factor, str]]) -> Iterator[Equation]:
    """The two figures closest to the words that they fit."""
    start, end = match.start() + story.start, match.end() + story.start
    near = story.figures_near(start, end)
    pairs = sorted(((_span(start, end, one, total), one, total) for one in near for total in near if one is not total), key=lambda pair: pair[0])
    yield from _first_likely(product_of(factor, one, total, rule) for _, one, total in pairs for factor, rule in factors)


def _times(story: Paragraphs, one: Figure, counts: Sequence[re.Match[str]]) -> Iterator[Equation]:
    """So many at so much each, with the count and the total anywhere near."""
    near = [figure for figure in story.figures_near(one.money.start, one.money.end) if figure is not one]
    per = one.money.per if one.money.per in TIMES else None
    if per:
        yield from _first_likely(
            product_of(factor, one, total, "rate") for total in near if total.money.per != per for factor in IN_A.get((per, total.money.per or "year"), ())
        )
    if one.money.per is None and not EACH.search(story.before(one, REACH) + "¤" + story.after(one, REACH)):
        return
    ways = []
    for match in counts:
        place = match.start() + story.start
        if abs(story.paragraph(place) - story.paragraph(one.money.start)) <= 1:
            time = TIME_NOUN.match(story.words, match.end())
            if not time or time[1].lower() == per:
                ways += [(_span(place, place, one, total), product_of(count_of(match), one, total, "each")) for total in near]
    yield from _first_likely(equation for _, equation in sorted(ways, key=lambda way: way[0]))


def _first_likely(equations: Iterable[Equation]) -> Iterator[Equation]:
    """The first that holds, unless so many were tried that one had to."""
    for tried, equation in enumerate(equations, start=1):
        if tried * LIKELIEST > LIKELY:
            return
        closed = _closed(equation)
        if fits(closed):
            if tried * chance(closed) <= LIKELY:
                yield equation
            return


def _closed(equation: Equation) -> Equation:
    """Without an open end: what is more than double is not much more."""
    (term,) = equation.terms
    low, high = term.interval
    far = abs(term.factor) * OPEN
    return replace(equation, terms=(replace(term, reach=(term.factor - far if low is None else low, term.factor + far if high is None else high)),))


def _span(start: int, end: int, *figures: Figure) -> int:
    return max(end, *(figure.money.end for figure in figures)) - min(start, *(figure.money.start for figure in figures))
