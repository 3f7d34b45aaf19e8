"""Shares, rises, multiples and counts that fit two figures near them, though the words tie them loosely: "The target is £22m. It will make 72 per cent of that, £15.8m"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.equations.chance import chance
from pipeline.equations.factors import COUNTED, MULTIPLE, SHARE, Factor, count_of, multiple_of, share_of
from pipeline.equations.fitting import fits
from pipeline.equations.forms import product_of
from pipeline.equations.percentages import DOWN, UP
from pipeline.equations.products import IN_A, TIME_NOUN, TIMES
from pipeline.equations.stories import MOST, NEAR, ToldStory
from pipeline.equations.telling import MARK
from pipeline.model import Equation, Figure

LIKELY = Decimal("0.3")
OPEN = Decimal("0.25")  # "more than double" is not three times
REACH = 45
SHARES = re.compile(SHARE, re.IGNORECASE)
MULTIPLES = re.compile(rf"\b{MULTIPLE}\b", re.IGNORECASE)
COUNTS = re.compile(rf"{COUNTED}(?: of)?(?: (?=[a-z])(?!per\b|million\b|times\b|cent\b)|(?=[,.;]))", re.IGNORECASE)
RISES, FALLS = (re.compile(rf"\b{words}\b", re.IGNORECASE) for words in (rf"(?:{UP}|again|bigger|larger|above|extra|on top)", rf"(?:{DOWN}|smaller|below|short|off)"))
EACH = re.compile(r"\b(?:each|apiece|every|per|a head|a piece|on average|average|an? [a-z]+)\b", re.IGNORECASE)


def scalings(story: ToldStory) -> Iterator[Equation]:
    for match in SHARES.finditer(story.words):
        yield from _moved(story, match) or _nearest(story, match, share_of(match), "share")
    for match in MULTIPLES.finditer(story.words):
        yield from _nearest(story, match, multiple_of(match), "multiple")
    counts = list(COUNTS.finditer(story.words))
    for one in story.figures:
        yield from _times(story, one, counts)


def _moved(story: ToldStory, match: re.Match[str]) -> list[Equation]:
    """What is made or left by a rise or a fall of this share, where the words near it speak of one."""
    share = share_of(match)
    beside = story.words[max(0, match.start() - REACH) : match.start()] + MARK + story.words[match.end() : match.end() + REACH]
    rises = _nearest(story, match, share.after(rise=True), "percentage") if RISES.search(beside) else []
    return rises or (_nearest(story, match, share.after(rise=False), "percentage") if FALLS.search(beside) and share.value < 1 else [])


def _nearest(story: ToldStory, match: re.Match[str], factor: Factor, rule: str) -> list[Equation]:
    """The two figures near the words that they fit."""
    start, end = match.start() + story.start, match.end() + story.start
    near = story.near(start, end)
    return _likeliest((_span(start, end, one, total), product_of(factor, one, total, rule)) for one in near for total in near if one is not total)


def _times(story: ToldStory, one: Figure, counts: Sequence[re.Match[str]]) -> list[Equation]:
    """So many at so much each, with the count and the total anywhere near."""
    near = [figure for figure in story.near(one.money.start, one.money.end) if figure is not one]
    per = one.money.per if one.money.per in TIMES else None
    if one.money.per is None and not EACH.search(story.before(one, REACH) + MARK + story.after(one, REACH)):
        return []
    ways = []
    for match in _near(counts, one.money.start - story.start):
        place = match.start() + story.start
        time = TIME_NOUN.match(story.words, match.end())
        if not time or time[1].lower() == per:
            ways += [(_span(place, place, one, total), product_of(count_of(match), one, total, "each")) for total in near]
    for total in near:
        for factor in IN_A.get((per or "", total.money.per or "year"), ()):
            ways.append((_span(one.money.start, one.money.end, total), product_of(factor, one, total, "rate")))
    return _likeliest(ways)


def _near(counts: Sequence[re.Match[str]], place: int) -> Sequence[re.Match[str]]:
    middle = bisect_left(counts, place, key=lambda match: match.start())
    return [match for match in counts[max(0, middle - MOST) : middle + MOST] if abs(match.start() - place) < NEAR]


def _likeliest(ways: Iterable[tuple[int, Equation]]) -> list[Equation]:
    """The one that holds and that chance explains worst, for how close it comes and how many closer together were tried; unless chance will do."""
    found = [
        (tried * chance(equation), tried, equation)
        for tried, (_, equation) in enumerate(sorted(ways, key=lambda way: way[0]), start=1)
        if fits(equation) and fits(_closed(equation))
    ]
    return [equation for odds, _, equation in [min(found, key=lambda one: one[:2])] if odds <= LIKELY] if found else []


def _closed(equation: Equation) -> Equation:
    """Without an open end: what is more than double is not much more."""
    (term,) = equation.terms
    low, high = term.interval
    far = abs(term.factor) * OPEN
    return replace(equation, terms=(replace(term, reach=(term.factor - far if low is None else low, term.factor + far if high is None else high)),))


def _span(start: int, end: int, *figures: Figure) -> int:
    return max(end, *(figure.money.end for figure in figures)) - min(start, *(figure.money.start for figure in figures))
