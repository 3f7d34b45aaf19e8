"""So many at so much each where no words say that they make a total, but do: "187 people were paid to leave. They cost £2.9m, or £15,500 each"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.equations.cues import is_called_by_number
from pipeline.equations.factors import COUNTED, Factor, both, count_of, times_of
from pipeline.equations.fitting import is_exact, made_of
from pipeline.equations.forms import product_of
from pipeline.equations.products import EACH_OF, IN_A, TIME_NOUN, TIMES
from pipeline.equations.scalings import REACH, RULE, Way, distance, is_about, likeliest
from pipeline.equations.stories import MOST, NEAR, ToldStory
from pipeline.equations.telling import MARK
from pipeline.model import Bound, Equation, Figure
from pipeline.sum_words import FOR_ONE

CLOSE = Decimal("0.03")  # of the total; what is hedged may be farther off
COUNTS = re.compile(rf"{COUNTED}(?: of)?(?: (?=[a-z])(?!per\b|million\b|times\b|cent\b)|(?=[,.;]))", re.IGNORECASE)
PAST = re.compile(r" (?:ago|old|later|earlier|before|early|late|on)\b", re.IGNORECASE)
EACH = re.compile(rf"\b(?:{FOR_ONE})\b", re.IGNORECASE)
PRICE = re.compile(r"\b(?:price[sd]?|fees?|fares?|tickets?|charge[sd]?|subscriptions?|rate|tariff|costs?)\b", re.IGNORECASE)
OF_THOSE = re.compile(r"(?: for)? (?:each|every one) of (?:those|these|the|its|their|his|her) (year|month|week|day|night|hour|term)s\b", re.IGNORECASE)
OF_THEM = re.compile(r"(?: of them| of these| of those| such [a-z]+)\b", re.IGNORECASE)


def countings(story: ToldStory) -> Iterator[Equation]:
    """For each figure that is so much for one, the total that it makes with a count near it."""
    counts = list(COUNTS.finditer(story.words))
    for one in story.figures:
        yield from _times(story, one, counts)


def _times(story: ToldStory, one: Figure, counts: Sequence[re.Match[str]]) -> list[Equation]:
    before = story.before(one, REACH)
    is_each = one.money.per is not None or bool(EACH.search(before + MARK + story.after(one, REACH)) or EACH_OF.search(before))
    if not is_each:
        counts = [match for match in counts if OF_THEM.match(story.words, match.end("count"))] if PRICE.search(story.sentence(one)) else []
    if not counts and one.money.per not in TIMES:
        return []
    totals = sorted((figure for figure in story.near(one.money.start, one.money.end) if figure is not one), key=distance(one.money.start))
    factors = list(_factors(story, one, counts))
    ways = (way for k, total in enumerate(totals, start=1) for way in _ways(one, total, k, factors, is_called=is_called_by_number(story, total)))
    return likeliest(ways, one.money.start)


def _ways(one: Figure, total: Figure, nth: int, factors: Sequence[tuple[int, Factor, str | None]], *, is_called: bool) -> Iterator[Way]:
    """What is paid for one thing or one time makes a sum that is for no other, what is paid by the year for many makes one that is paid by the year.

    What a text speaks of as known, "the £13.4m", need not say again that it is by the year.
    """
    per = total.money.per
    for tried, factor, counted in factors:
        is_same = per == counted or (counted is None and per in TIMES and per != one.money.per)
        if is_same or (per is None and is_called and is_exact(product_of(factor, one, total, RULE))):
            yield from _close(tried * nth, factor, one, total)
    for factor in IN_A.get((one.money.per or "", per or "year"), ()):
        yield from _close(nth, factor, one, total)


def _factors(story: ToldStory, one: Figure, counts: Sequence[re.Match[str]]) -> Iterator[tuple[int, Factor, str | None]]:
    """What is counted near a figure, nearest first, each with how many are tried before it, and what their total is for.

    Sixty-four kilometres at so much a kilometre are meant; of other things, any count might be.
    """
    of_those = OF_THOSE.match(story.words, one.money.end - story.start)
    place, per = one.money.start - story.start, of_those[1].lower() if of_those else one.money.per if one.money.per in TIMES else None
    middle = bisect_left(counts, place, key=lambda match: match.start())
    near = sorted(
        (match for match in counts[max(0, middle - MOST) : middle + MOST] if abs(match.start() - place) < NEAR), key=lambda match: abs(match.start() - place)
    )
    times = {match: TIME_NOUN.match(story.words, match.end()) for match in near}
    things = [(match, count) for match in near if not times[match] and (count := count_of(match)).value > 1]
    of_time = [times_of(match) for match, time in times.items() if time and time[1].lower() == per and not PAST.match(story.words, time.end())]
    yield from ((i, factor, None) for i, factor in enumerate(of_time, start=1))
    yield from ((1 if _is_counted(story, match, one) else i, count, per) for i, (match, count) in enumerate(things, start=1))
    combined = [both(count, time) for time in of_time[:2] for _, count in things[:3]]
    yield from ((i, factor, None) for i, factor in enumerate(combined, start=len(near)))


def _is_counted(story: ToldStory, match: re.Match[str], one: Figure) -> bool:
    """Whether a count is of what a figure is for."""
    return one.money.per is not None and story.words[match.end() : match.end() + REACH].lstrip().lower().startswith(one.money.per.lower())


def _close(tried: int, factor: Factor, one: Figure, total: Figure) -> Iterator[Way]:
    """What is nearly right; what is hedged may be less so."""
    if is_about(factor, one, total):
        equation = product_of(factor, one, total, RULE)
        made, stated = made_of(equation), total.money.amount
        is_hedged = {total.money.bound, one.money.bound} != {Bound.EXACT} or factor.interval is not None
        if is_hedged or (made is not None and stated is not None and abs(made - stated) <= CLOSE * stated):
            yield tried, equation
