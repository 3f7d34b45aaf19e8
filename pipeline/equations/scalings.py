"""Shares, rises, multiples and counts that fit two figures near them, though the words tie them loosely.

"The target is £22m. The forecast is 72 per cent of that, £15.8m"; "187 people were paid to leave. They cost £2.9m, or £15,500 each".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from pipeline.equations.additions import is_whole
from pipeline.equations.chance import chance
from pipeline.equations.factors import COUNTED, MULTIPLE, SHARE, Factor, both, count_of, multiple_of, share_of, times_of
from pipeline.equations.fitting import fits
from pipeline.equations.forms import product_of
from pipeline.equations.percentages import DOWN, UP
from pipeline.equations.products import EACH_OF, IN_A, TIME_NOUN, TIMES
from pipeline.equations.stories import MOST, NEAR, ToldStory
from pipeline.equations.telling import MARK
from pipeline.model import Equation, Figure

RULE = "scaling"
ZERO = Decimal(0)
LIKELY, LIKELY_BESIDE = Decimal("0.15"), Decimal("0.4")
BESIDE = 2  # the figures closest to the words, one of which must be meant
OPEN = Decimal("0.25")  # "more than double" is not three times
REACH = 45
ANOTHER_SENTENCE = 150  # characters that its end is worth
Way = tuple[int, Equation]  # with how many that are nearer may be tried before it
SHARES = re.compile(SHARE, re.IGNORECASE)
MULTIPLES = re.compile(rf"\b{MULTIPLE}\b", re.IGNORECASE)
COUNTS = re.compile(rf"{COUNTED}(?: of)?(?: (?=[a-z])(?!per\b|million\b|times\b|cent\b)|(?=[,.;]))", re.IGNORECASE)
RISES, FALLS = (
    re.compile(rf"\b{words}\b", re.IGNORECASE) for words in (rf"(?:{UP}|again|bigger|larger|above|extra|on top)", rf"(?:{DOWN}|smaller|below|short|off)")
)
OF_THE_WHOLE = re.compile(r" of (?:the|that|their|its) (?:total|whole|lot|sum|bill|combined \w+|overall \w+)\b", re.IGNORECASE)
PRICE = re.compile(r"\b(?:price[sd]?|fees?|fares?|tickets?|charge[sd]?|subscriptions?|rate|tariff|costs?)\b", re.IGNORECASE)
OF_THEM = re.compile(r"(?: of them| of these| of those| such [a-z]+)\b", re.IGNORECASE)
EACH = re.compile(r"\b(?:each|apiece|every|per|a head|on average|average)\b", re.IGNORECASE)


def scalings(story: ToldStory) -> Iterator[Equation]:
    for match in SHARES.finditer(story.words):
        of_the_whole = _of_the_whole(story, match) if OF_THE_WHOLE.match(story.words, match.end()) else ()
        yield from _likeliest(chain(of_the_whole, _nearest(story, match, share_of(match)), _moved(story, match)))
    for match in MULTIPLES.finditer(story.words):
        yield from _likeliest(_nearest(story, match, multiple_of(match)))
    counts = list(COUNTS.finditer(story.words))
    for one in story.figures:
        yield from _times(story, one, counts)


def _moved(story: ToldStory, match: re.Match[str]) -> Iterator[Way]:
    """What is made or left by a rise or a fall of this share, where the words near it speak of one."""
    share = share_of(match)
    beside = story.words[max(0, match.start() - REACH) : match.start()] + MARK + story.words[match.end() : match.end() + REACH]
    if RISES.search(beside):
        yield from _nearest(story, match, share.after(rise=True))
    if FALLS.search(beside) and share.value < 1:
        yield from _nearest(story, match, share.after(rise=False))


def _of_the_whole(story: ToldStory, match: re.Match[str]) -> Iterator[Way]:
    """The share that the nearest number has of the nearest that is called a whole: "a sixth of the total"."""
    near = sorted(story.near(match.start() + story.start, match.end() + story.start), key=_distance(match.start() + story.start))
    wholes = [figure for figure in near if is_whole(story, figure)][:1]
    yield from ((1, product_of(share_of(match), whole, near[0], RULE)) for whole in wholes if whole is not near[0])


def _nearest(story: ToldStory, match: re.Match[str], factor: Factor) -> Iterator[Way]:
    """Any two figures near the words."""
    near = sorted(story.near(match.start() + story.start, match.end() + story.start), key=_distance(match.start() + story.start))
    for i, one in enumerate(near, start=1):
        for k, total in enumerate(near, start=1):
            if min(i, k) <= BESIDE and i != k and _is_about(factor, one, total):
                yield i * k, product_of(factor, one, total, RULE)


def _times(story: ToldStory, one: Figure, counts: Sequence[re.Match[str]]) -> list[Equation]:
    """So many at so much each, with the count and the total anywhere near."""
    per = one.money.per if one.money.per in TIMES else None
    before = story.before(one, REACH)
    is_each = one.money.per is not None or bool(EACH.search(before + MARK + story.after(one, REACH)) or EACH_OF.search(before))
    if not is_each:
        counts = [match for match in counts if OF_THEM.match(story.words, match.end("count"))] if PRICE.search(story.sentence(one)) else []
    if not counts and not is_each:
        return []
    totals = sorted((figure for figure in story.near(one.money.start, one.money.end) if figure is not one), key=_distance(one.money.start))
    ways = [
        (k if is_of_one else i * k, product_of(factor, one, total, RULE))
        for i, (factor, is_of_one) in enumerate(_factors(story, one, counts, per), start=1)
        for k, total in enumerate(totals, start=1)
        if _is_about(factor, one, total)
    ]
    rates = [
        (k, product_of(factor, one, total, RULE))
        for k, total in enumerate(totals, start=1)
        for factor in IN_A.get((per or "", total.money.per or "year"), ())
    ]
    return _likeliest([*ways, *rates])


def _factors(story: ToldStory, one: Figure, counts: Sequence[re.Match[str]], per: str | None) -> list[tuple[Factor, bool]]:
    """What is counted near a figure, nearest first: things, or the times that it is paid; or things so many times.

    With each, whether it counts what the figure is for: sixty-four kilometres at so much a kilometre.
    """
    place = one.money.start - story.start
    middle = bisect_left(counts, place, key=lambda match: match.start())
    near = sorted(
        (match for match in counts[max(0, middle - MOST) : middle + MOST] if abs(match.start() - place) < NEAR), key=lambda match: abs(match.start() - place)
    )
    times = {match: TIME_NOUN.match(story.words, match.end()) for match in near}
    things = [(count, _is_counted(story, match, one)) for match in near if not times[match] and (count := count_of(match)).value > 1]
    if per is None:
        return things
    of_time = [(times_of(match), False) for match, time in times.items() if time and time[1].lower() == per]
    return [*of_time, *things, *((both(count, times), False) for times, _ in of_time[:2] for count, _ in things[:3])]


def _is_counted(story: ToldStory, match: re.Match[str], one: Figure) -> bool:
    """Whether a count is of what a figure is for."""
    return one.money.per is not None and story.words[match.end() : match.end() + REACH].lstrip().lower().startswith(one.money.per.lower())


def _distance(place: int) -> Callable[[Figure], int]:
    """How far a figure is from a place, and farther in another sentence."""

    def far(figure: Figure) -> int:
        is_beside = figure.sentence_start <= place < figure.sentence_start + len(figure.sentence)
        return abs(figure.money.start - place) + (0 if is_beside else ANOTHER_SENTENCE)

    return far


def _is_about(factor: Factor, one: Figure, total: Figure) -> bool:
    """A cheap look before a closer one."""
    made, stated = factor.value * (one.money.amount or ZERO), total.money.amount or ZERO
    return abs(made - stated) <= OPEN * max(made, stated)


def _likeliest(ways: Iterable[Way]) -> list[Equation]:
    """The one that holds and that chance explains worst, for how close it comes and how many that are nearer were tried; unless chance will do."""
    found = [(tried * chance(equation), tried, equation) for tried, equation in ways if fits(equation) and fits(_closed(equation))]
    best = sorted(found, key=lambda one: one[:2])[:1]
    return [equation for odds, tried, equation in best if odds <= (LIKELY if tried > BESIDE else LIKELY_BESIDE)]


def _closed(equation: Equation) -> Equation:
    """Without an open end: what is more than double is not much more."""
    (term,) = equation.terms
    low, high = term.interval
    far = abs(term.factor) * OPEN
    return replace(equation, terms=(replace(term, reach=(term.factor - far if low is None else low, term.factor + far if high is None else high)),))
