"""Shares, rises and multiples that fit two figures near them, though no words tie them: "The target is £22m. The forecast is 72 per cent of that, £15.8m"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from pipeline.equations.additions import is_whole
from pipeline.equations.chance import chance
from pipeline.equations.factors import MULTIPLE, SHARE, Factor, exactly, multiple_of, share_of
from pipeline.equations.fitting import fits
from pipeline.equations.forms import product_of
from pipeline.equations.percentages import DOWN, UP
from pipeline.equations.sense import makes_sense
from pipeline.equations.stories import ToldStory
from pipeline.equations.telling import MARK
from pipeline.model import Equation, Figure

RULE, STATED = "scaling", "told scaling"
ZERO = Decimal(0)
# how likely it may be by chance: where one sentence gives the words and both figures, the closest two or others, and where it does not
TOLD_BESIDE, TOLD, BESIDE_ELSEWHERE, ELSEWHERE, AFAR, UNLIKE = (Decimal(odds) for odds in ("0.4", "0.15", "0.3", "0.1", "0.05", "0.02"))
BESIDE = 2  # the figures closest to the words, one of which must be meant
OPEN = Decimal("0.25")  # "more than double" is not three times
DIGITS, EXACT = 3, 10_000  # of a share that is looked for farther off, and how close it then comes
REACH = 45
ANOTHER_SENTENCE = 150  # characters that its end is worth
Way = tuple[int, Equation]  # with how many that are nearer may be tried before it
SHARES = re.compile(SHARE, re.IGNORECASE)
MULTIPLES = re.compile(rf"\b{MULTIPLE}\b", re.IGNORECASE)
RISES, FALLS = (
    re.compile(rf"\b{words}\b", re.IGNORECASE) for words in (rf"(?:{UP}|again|bigger|larger|above|extra|on top)", rf"(?:{DOWN}|smaller|below|short|off)")
)
OVER, UNDER = (re.compile(rf" {word}(?= (?:that|this|it|its|the|budget|plan|target|estimate)\b|[.,;]|$)", re.IGNORECASE) for word in ("over", "under"))
OF_NAMED = re.compile(
    r" of (?:(?:the|its|their|his|her|that|this|our|annual|total|gross|net|overall|last|year[’']s) ){0,3}(?P<name>[a-z]{4,})\b", re.IGNORECASE
)
OF_THE_WHOLE = re.compile(r" of (?:the|that|their|its) (?:total|whole|lot|sum|bill|combined \w+|overall \w+)\b", re.IGNORECASE)


def scalings(story: ToldStory) -> Iterator[Equation]:
    for match in SHARES.finditer(story.words):
        of_the_whole = _of_the_whole(story, match) if OF_THE_WHOLE.match(story.words, match.end()) else ()
        named = _of_what_is_named(story, match)
        yield from likeliest(chain(of_the_whole, named, _nearest(story, match, share_of(match)), _moved(story, match)), match.start() + story.start)
    for match in MULTIPLES.finditer(story.words):
        factor = multiple_of(match)
        is_hedged = any(match[hedge] for hedge in ("down", "up", "over", "under", "round"))
        yield from likeliest(_nearest(story, match, factor if is_hedged else exactly(factor.value)), match.start() + story.start)


def _moved(story: ToldStory, match: re.Match[str]) -> Iterator[Way]:
    """What is made or left by a rise or a fall of this share, where the words near it speak of one."""
    share = share_of(match)
    beside = story.words[max(0, match.start() - REACH) : match.start()] + MARK + story.words[match.end() : match.end() + REACH]
    if RISES.search(beside) or OVER.match(story.words, match.end()):
        yield from _nearest(story, match, share.after(rise=True))
    if (FALLS.search(beside) or UNDER.match(story.words, match.end())) and share.value < 1:
        yield from _nearest(story, match, share.after(rise=False))


def _of_the_whole(story: ToldStory, match: re.Match[str]) -> Iterator[Way]:
    """The share that the nearest number has of the nearest that is called a whole: "a sixth of the total"."""
    near = sorted(story.near(match.start() + story.start, match.end() + story.start), key=distance(match.start() + story.start))
    wholes = [figure for figure in near if is_whole(story, figure)][:1]
    yield from ((1, product_of(share_of(match), whole, near[0], RULE)) for whole in wholes if whole is not near[0])


def _of_what_is_named(story: ToldStory, match: re.Match[str]) -> Iterator[Way]:
    """The share that the nearest numbers have of the nearest that is called by the same name: "a tenth of turnover", and turnover told before."""
    of = OF_NAMED.match(story.words, match.end())
    if of:
        near = sorted(story.near(match.start() + story.start, match.end() + story.start), key=distance(match.start() + story.start))
        named = re.compile(rf"\b{of['name'].removesuffix('s')}", re.IGNORECASE)
        wholes = [figure for figure in near if named.search(story.before(figure, REACH)) or named.search(story.after(figure, REACH))][:2]
        parts = near[:BESIDE]
        yield from ((i, product_of(share_of(match), whole, part, RULE)) for whole in wholes for i, part in enumerate(parts, start=1) if whole is not part)


def _nearest(story: ToldStory, match: re.Match[str], factor: Factor) -> Iterator[Way]:
    """Any two figures near the words."""
    near = sorted(story.near(match.start() + story.start, match.end() + story.start), key=distance(match.start() + story.start))
    is_printed_in_full = len(factor.value.normalize().as_tuple().digits) > DIGITS
    for i, one in enumerate(near, start=1):
        for k, total in enumerate(near if i <= BESIDE or is_printed_in_full else near[:BESIDE], start=1):
            if i != k and is_about(factor, one, total) and (min(i, k) <= BESIDE or _are_told_at_once(factor, one, total)):
                yield i * k, product_of(factor, one, total, RULE)


def _are_told_at_once(factor: Factor, one: Figure, total: Figure) -> bool:
    """Whether one sentence gives both, and they are this share of one another to four digits, far from its words as they are."""
    made, stated = factor.value * (one.money.amount or ZERO), total.money.amount or ZERO
    return one.sentence_start == total.sentence_start and abs(made - stated) * EXACT <= stated


def distance(place: int) -> Callable[[Figure], int]:
    """How far a figure is from a place, and farther in another sentence."""

    def far(figure: Figure) -> int:
        is_beside = figure.sentence_start <= place < figure.sentence_start + len(figure.sentence)
        return abs(figure.money.start - place) + (0 if is_beside else ANOTHER_SENTENCE)

    return far


def is_about(factor: Factor, one: Figure, total: Figure) -> bool:
    """A cheap look before a closer one."""
    made, stated = factor.value * (one.money.amount or ZERO), total.money.amount or ZERO
    return abs(made - stated) <= OPEN * max(made, stated)


def likeliest(ways: Iterable[Way], place: int) -> list[Equation]:
    """The one that holds and that chance explains worst, for how close it comes and how many that are nearer were tried; unless chance will do."""
    tries = [(odds, tried, equation) for tried, equation in ways if (odds := tried * chance(equation)) <= TOLD_BESIDE]
    found = [one for one in tries if fits(one[2]) and fits(_closed(one[2]))]
    best = sorted(found, key=lambda one: one[:2])[:1]
    likely = [(equation, tried) for odds, tried, equation in best if odds <= _allowed(equation, tried, place)]
    return [replace(equation, rule=STATED if tried <= BESIDE and _is_beside(equation, place) else RULE) for equation, tried in likely]


def _allowed(equation: Equation, tried: int, place: int) -> Decimal:
    """How much may be left to chance: less where words and figures stand in several sentences, or count different things."""
    if _is_beside(equation, place):
        return TOLD_BESIDE if tried <= BESIDE else TOLD
    is_afar = not any(_gives(figure, place) for figure in _ends(equation))
    return UNLIKE if not makes_sense(equation) else BESIDE_ELSEWHERE if tried <= BESIDE else AFAR if is_afar else ELSEWHERE


def _is_beside(equation: Equation, place: int) -> bool:
    """Whether one sentence gives the words at a place and both figures."""
    return all(_gives(figure, place) for figure in _ends(equation))


def _ends(equation: Equation) -> tuple[Figure, Figure]:
    return equation.terms[0].figure, equation.total


def _gives(figure: Figure, place: int) -> bool:
    """Whether the sentence of a figure has a place in it."""
    return figure.sentence_start <= place < figure.sentence_start + len(figure.sentence)


def _closed(equation: Equation) -> Equation:
    """Without an open end: what is more than double is not much more."""
    (term,) = equation.terms
    low, high = term.interval
    far = abs(term.factor) * OPEN
    return replace(equation, terms=(replace(term, reach=(term.factor - far if low is None else low, term.factor + far if high is None else high)),))
