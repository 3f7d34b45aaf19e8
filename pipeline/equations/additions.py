"""Sums that hold and that no words state, over sentences and paragraphs: "it spent £93.2m and had £78.5m … it will have to borrow £14.7m".

Words near one of the numbers that speak of a total or a distance, and numbers that count the same, leave more to chance than none at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from itertools import combinations

from pipeline.equations.chance import chance, nearness, rounding
from pipeline.equations.cues import compared_with, follows_from_others, is_added, is_called_by_number, is_distance, is_first_part, is_total
from pipeline.equations.differences import AFTER, BEFORE
from pipeline.equations.fitting import is_exact, makes
from pipeline.equations.forms import rest_of, total_of
from pipeline.equations.list_words import ALIKE_AT_LENGTH, NO_LIST, WHOLE
from pipeline.equations.positions import POSITIONS
from pipeline.equations.sense import ANY, makes_sense
from pipeline.equations.stories import NEAR, ToldStory, without_asides
from pipeline.equations.telling import MARK
from pipeline.model import Equation, Figure

RULE, TOLD = "addition", "told addition"


class Clue(Enum):
    """What speaks for a sum: how likely it may be by chance for all that, and whether the words state it."""

    BESIDE = "0.12", True  # the words right beside one number say what it is to two that stand beside it
    TOLD = "0.075", True
    REST = "0.05", True  # one is told as what is left
    FOLLOWS = "0.03", True
    LEFT = "0.08", True
    HARDLY_TOLD = "0.04", True  # the numbers count different things
    SIDE_BY_SIDE = "0.03", False  # words speak of one, and they count alike
    HALF = "0.009", False  # only one of both is so
    NEITHER = "0.003", False
    NONE = "0", False

    def __init__(self, odds: str, is_told: bool) -> None:
        self.odds, self.is_told = Decimal(odds), is_told


# how likely a list may be by chance: one that says nothing else, one that is right within rounding alone, one whose last part is told as the rest;
# where words speak of its total and it counts alike, where only one of both is so, and where neither is
LISTED, NEARLY, THE_REST, BOTH, ONE, NEITHER = (Decimal(odds) for odds in ("0.05", "0.03", "0.1", "0.05", "0.009", "0.003"))
AT_ONCE = 120  # characters between the end of one sentence and the start of another that goes on with it
ZERO = Decimal(0)
LONGEST = 8  # terms of a list
MOST = 12  # figures that are looked back at
REACH = 60
Sum = tuple[Decimal, Equation]  # with how likely it is by chance
BEFORE_PART = re.compile(
    r"\b(?:other|rest|remaining|remainder|difference|still|more|less|(?:higher|lower) by|rise|rose|fell|fall|"
    r"gap|overspen[dt]\w*|underspen[dt]\w*|short(?:fall)?|missing|balance|exceed(?:s|ed)?)\b",
    re.IGNORECASE,
)
TWO_ENDS = re.compile(
    r"[^.;:]{0,40}\b(?:(?:up|down|rising|falling|rose|fell|risen|fallen|cut|raised|increased|reduced)\b[^.;:,]{0,25} (?:from|to|on)|from|against|than|"
    r"compared (?:with|to)|instead of|rather than|versus)(?: (?:about|around|nearly|almost|just|some|the|its|a|an|what was))? (?:[\w-]+ )?",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom (?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
COUNTED_FOR = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|explain(?:s|ed)?|make(?:s)? up|made up|contribut(?:e|es|ed|ing)|(?:due|down|owing) to|was for|were for)\b",
    re.IGNORECASE,
)
LIMIT = re.compile(r"\b(?:limit|maximum|cap|ceiling|threshold)\b", re.IGNORECASE)
LEFT = re.compile(r"\b(?:left|leaves?|leaving)\b", re.IGNORECASE)
REST = re.compile(r"\b(?:(?:other|rest|remaining|remainder|balance)\b|(?:final|last) $)", re.IGNORECASE)
STILL = re.compile(
    r" (?:[\w-]+ ){0,3}(?:it (?:still )?lacks?|still (?:[\w-]+ )?(?:wanting|wanted|missing|needed|short|to (?:come|find|be found|be raised)))\b", re.IGNORECASE
)
AFTER_PART = re.compile(
    r"\b(?:more|less|fewer|higher|lower|above|below|beyond|better|worse|short(?:fall)?|over|under|too (?:much|little)|difference|gap|remaining|left|still|"
    r"missing|of (?:it|that|this|them|which)|overspen[dt]|underspen[dt]|rise|increase|cut|fall)\b",
    re.IGNORECASE,
)


def additions(story: ToldStory, stated: Sequence[Equation] = ()) -> list[Equation]:
    """Three figures one of which is the other two, and lists beside their totals, each once by what chance explains worst."""
    made: dict[tuple[str, int], Sum] = {}
    plain = without_asides(story)
    told = [(story, figures) for figures in (story.figures, *_series(story.figures))] + [(plain, plain.figures)] * (plain.figures != story.figures)
    for words, figures in told:
        for one in _sums(words, figures):
            key = one[1].total.id, len([term for term in one[1].terms if term.factor < 0])
            if key not in made or _rank(one) < _rank(made[key]):
                made[key] = one
    for one in _among_wholes(story, [*stated, *(equation for _, equation in made.values())]):
        made.setdefault((one[1].total.id, len(made)), one)
    return [equation for _, equation in made.values()]


def _among_wholes(story: ToldStory, found: Sequence[Equation]) -> Iterator[Sum]:
    """What is found when the parts of lists, which have been accounted for, are left out."""
    parts = {term.figure.id for equation in found if is_list(equation) for term in equation.terms} - {equation.total.id for equation in found}
    if parts:
        figures = [figure for figure in story.figures if figure.id not in parts]
        for place, figure in enumerate(figures):
            near = [other for other in figures[max(0, place - MOST) : place] if figure.money.end - other.money.start < NEAR]
            yield from _threes(story, _once_each(near, figure), figure)


def is_list(equation: Equation) -> bool:
    return len(equation.terms) > 2 and is_exact(equation) and all(term.factor == 1 for term in equation.terms)


def _rank(one: Sum) -> tuple[bool, bool, Decimal]:
    """What is right to the penny comes before what is not; what nobody would break down further before its parts."""
    odds, equation = one
    return not is_exact(equation), len(equation.terms) > 2, odds


def _series(figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The figures that count the same in the same way, where others stand among them."""
    series: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure not in ANY:
            series[figure.measure, figure.basis].append(figure)
    yield from (tuple(alike) for alike in series.values() if 3 <= len(alike) < len(figures))


def _sums(story: ToldStory, figures: Sequence[Figure]) -> Iterator[Sum]:
    for place, figure in enumerate(figures):
        near = [other for other in figures[max(0, place - MOST) : place] if figure.money.end - other.money.start < NEAR]
        yield from _threes(story, _once_each(near, figure), figure)
        yield from _lists(story, [*near, figure])


def _once_each(near: Sequence[Figure], last: Figure) -> list[Figure]:
    """A number that is told again counts where it was told last."""
    latest = {figure.money.amount: figure for figure in near}
    return [figure for figure in near if latest[figure.money.amount] is figure and figure.money.amount != last.money.amount]


def _threes(story: ToldStory, near: Sequence[Figure], last: Figure) -> Iterator[Sum]:
    amounts, third = [_amount(figure) for figure in near], _amount(last)
    for i, one in enumerate(amounts):
        for j, other in enumerate(amounts[i + 1 :], start=i + 1):
            large = max(one, other, third)
            if 10 * abs(one + other + third - 2 * large) <= large and (equation := _three(story, near[i], near[j], last)):
                # how many that stand closer together might have made it as well; two that are compared, or joined, are one candidate
                ends = (j == i + 1 and _are_compared(story, near[i], near[j])) or (j == len(near) - 1 and _are_compared(story, near[j], last))
                joined = j == len(near) - 1 and _are_joined(story, near[j], last) and not _are_joined(story, near[j - 1], near[j])
                tried = Decimal((j - i) * (len(near) - j) * (1 if ends or joined else max(j - i, len(near) - j, 2) / Decimal(2)))
                odds, clue = chance(equation) * tried, _clue(story, equation, tried)
                if odds <= clue.odds:
                    yield odds, replace(equation, rule=TOLD if clue.is_told else RULE)


def _are_compared(story: ToldStory, one: Figure, other: Figure) -> bool:
    """Whether one sentence tells them as two ends: "£2m, down from £3m"."""
    between = story.words[one.money.end - story.start : other.money.start - story.start]
    return one.sentence_start == other.sentence_start and bool(TWO_ENDS.fullmatch(between) or (between == " to " and FROM.search(story.before(one, REACH))))


def _are_joined(story: ToldStory, one: Figure, other: Figure) -> bool:
    """Whether one sentence tells them side by side: "£2m for this and £3m for that"."""
    between = story.words[one.money.end - story.start : other.money.start - story.start]
    return one.sentence_start == other.sentence_start and bool(ALIKE_AT_LENGTH.fullmatch(between))


def _three(story: ToldStory, *figures: Figure) -> Equation | None:
    """The largest is the other two, or the distance of the one that is told as such."""
    small, middle, large = sorted(figures, key=_amount)
    if _amount(small) <= 0 or len({figure.money.currency for figure in figures}) > 1 or len({figure.money.per for figure in figures} - {None}) > 1:
        return None
    distance = _distance(story, (small, middle), large)
    if distance and _is_of_another(distance, middle if distance is small else small, large):
        return None
    equation = rest_of(large, (middle if distance is small else small,), distance, RULE) if distance else total_of((small, middle), large, RULE)
    return equation if makes(equation) else None


def _distance(story: ToldStory, parts: Sequence[Figure], large: Figure) -> Figure | None:
    """Which of two parts is told as what is left of the whole: the one with words that say so, or the one that is told last."""
    if _has_rest(story, parts):
        return None
    told = [part for part in parts if _is_left(story, part)] or [part for part in parts if _is_part(story, part)]
    last = max((*parts, large), key=lambda figure: figure.money.start)
    return told[0] if len(told) == 1 else None if last is large else last


def _is_of_another(distance: Figure, *ends: Figure) -> bool:
    """Whether the distance is one body's, and what it would lie between is another's."""
    (one, other) = (end.organisation for end in ends)
    return one is not None and one == other and distance.organisation not in (None, one)


def _lists(story: ToldStory, figures: Sequence[Figure]) -> Iterator[Sum]:
    """Figures that follow one another, with their total right after them, or before them where they are looked for."""
    amounts = [_amount(figure) for figure in figures]
    if any(amount <= 0 for amount in amounts):
        return
    for length in range(3, min(LONGEST, len(figures) - 1) + 1):
        if _is_about(sum(amounts[-length - 1 : -1], ZERO), amounts[-1]):
            yield from _list(story, figures[-length - 1 : -1], figures[-1], tried=length - 1)
        if len(figures) > length + 1 and _is_about(sum(amounts[-length - 2 : -2], ZERO), amounts[-1]):
            yield from _list(story, figures[-length - 2 : -2], figures[-1], tried=2 * length)
        made = sum(amounts[-length:], ZERO)
        for back in range(1, len(figures) - length + 1):
            if _is_about(made, amounts[-length - back]):
                yield from _list(story, figures[-length:], figures[-length - back], tried=back)


def _is_about(made: Decimal, stated: Decimal) -> bool:
    """A cheap look before a closer one."""
    return 10 * abs(made - stated) <= stated


def _list(story: ToldStory, terms: Sequence[Figure], total: Figure, tried: int) -> Iterator[Sum]:
    equation = total_of(terms, total, RULE)
    if (
        len({figure.money.per for figure in (*terms, total)} - {None}) > 1
        or not makes(equation)
        or _is_counted_twice(terms)
        or LIMIT.search(story.before(total, REACH))
    ):
        return
    has_rest = _has_rest(story, terms[-1:])
    if not is_exact(equation):
        if has_rest and None not in (total.money.low, total.money.high) and (odds := nearness(equation) * tried) <= NEARLY:
            yield odds, replace(equation, rule=TOLD)
        return
    is_told, is_sensible = is_whole(story, total) or is_called_by_number(story, total), makes_sense(equation)
    is_stated = is_total(story, total) and (is_sensible or _is_told_at_once(story, (*terms, total)))
    allowed = Clue.TOLD.odds if is_stated else BOTH if is_told and is_sensible else ONE if is_told or is_sensible else NEITHER
    odds = chance(equation) * tried
    is_listed = odds <= LISTED and (_is_one_list(story, terms, is_sensible) or _has_rest(story, terms))
    if odds * len(terms) <= allowed or is_listed or (odds <= THE_REST and has_rest):
        yield odds, replace(equation, rule=TOLD if is_stated or _has_rest(story, terms) else RULE)


def _is_counted_twice(terms: Sequence[Figure]) -> bool:
    """Whether one term is the sum of two others."""
    amounts = [_amount(term) for term in terms]
    made = {one + other for one, other in combinations(amounts, 2)} if len(amounts) > 2 else set()
    return not made.isdisjoint(amounts)


def _is_one_list(story: ToldStory, terms: Sequence[Figure], is_sensible: bool) -> bool:
    """Whether a sentence says nothing else, or a few do that count alike."""
    first, last = terms[0], terms[-1]
    told = story.words[first.sentence_start - story.start : last.sentence_start + len(last.sentence) - story.start]
    is_all = told.count(MARK) == sum(figure.money.end - figure.money.start for figure in terms)
    is_short = first.sentence_start == last.sentence_start or bool(COUNTED_FOR.search(story.before(last, REACH) + MARK + story.after(last, REACH)))
    return is_all and (is_sensible or is_short) and not NO_LIST.search(told)


def _has_rest(story: ToldStory, figures: Sequence[Figure]) -> bool:
    return any(REST.search(story.before(figure, REACH)) or STILL.match(story.after(figure, REACH)) for figure in figures)


def _clue(story: ToldStory, equation: Equation, tried: Decimal) -> Clue:
    """What speaks most for three numbers."""
    *parts, large = sorted((equation.total, *(term.figure for term in equation.terms)), key=_amount)
    if not is_exact(equation) and min(map(_amount, (*parts, large))) < rounding(equation.total.money):
        return Clue.NONE
    figures = sorted((*parts, large), key=lambda figure: figure.money.start)
    is_sensible, is_at_once = makes_sense(equation), _is_told_at_once(story, figures)
    if (clue := _told_clue(story, parts, large, tried, is_sensible=is_sensible, is_at_once=is_at_once)) is not Clue.NONE:
        return clue
    if not is_exact(equation) or len({figure.money.per for figure in figures}) > 1:
        return Clue.NONE
    is_called = is_whole(story, large) or any(_is_part(story, part) for part in parts) or is_called_by_number(story, figures[-1])
    if tried == 1 and (is_called or _are_of_different_bodies(figures)) and is_sensible:
        return Clue.SIDE_BY_SIDE
    if len({figure.sentence_start for figure in figures}) > 2:
        return Clue.HALF if is_called and tried == 1 else Clue.NEITHER
    return Clue.HALF if is_called or is_sensible or tried == 1 else Clue.NEITHER


def _told_clue(story: ToldStory, parts: Sequence[Figure], large: Figure, tried: Decimal, *, is_sensible: bool, is_at_once: bool) -> Clue:
    """What the words right beside one of three numbers say of it."""
    first, middle, last = figures = sorted((*parts, large), key=lambda figure: figure.money.start)
    if not is_at_once and len({figure.money.per for figure in figures}) > 1:
        return Clue.NONE
    if tried == 1 and any(_is_left(story, part) for part in parts):
        return Clue.LEFT if is_sensible else Clue.HARDLY_TOLD
    if _has_rest(story, parts):
        return Clue.REST
    if _is_told(story, parts, large) and (is_sensible or is_at_once) and len({figure.organisation for figure in figures} - {None}) < 2:
        is_near = is_at_once or (tried == 1 and len({figure.sentence_start for figure in figures}) == 2)
        if not is_sensible:
            return Clue.HARDLY_TOLD
        return Clue.BESIDE if tried == 1 and is_near else Clue.TOLD if is_near or tried == 1 else Clue.LEFT
    if first is large and _are_its_parts(story, parts):
        return Clue.BESIDE
    if tried == 1 and large is last and is_added(story, middle):
        return Clue.BESIDE
    return Clue.FOLLOWS if follows_from_others(story, last) and is_at_once else Clue.NONE


def _is_told(story: ToldStory, parts: Sequence[Figure], large: Figure) -> bool:
    """Whether the words right beside the largest call it a whole, or those beside another a distance, and no distance from a third number."""
    distances = [part for part in parts if is_distance(story, part)]
    if len(distances) == 2:
        return False
    if distances:
        distance, other = distances[0], compared_with(story, distances[0])
        first = min((*parts, large), key=lambda figure: figure.money.start)
        return other in (*parts, large) if other else distance is not first or len({figure.sentence_start for figure in (*parts, large)}) == 1
    return is_total(story, large)


def _are_its_parts(story: ToldStory, parts: Sequence[Figure]) -> bool:
    """Whether two are told as all of something: "made up of £9m for one and £3m for the other"."""
    one, other = sorted(parts, key=lambda figure: figure.money.start)
    return is_first_part(story, one) and _are_joined(story, one, other)


def _is_told_at_once(story: ToldStory, figures: Sequence[Figure]) -> bool:
    """In one sentence, or in two that follow one another with next to nothing between them."""
    starts = sorted({figure.sentence_start: len(figure.sentence) for figure in figures}.items())
    return len(starts) == 1 or (len(starts) == 2 and starts[1][0] - sum(starts[0]) <= AT_ONCE)


def _are_of_different_bodies(figures: Sequence[Figure]) -> bool:
    """Whether three bodies have one each, of one kind."""
    bodies = {figure.organisation for figure in figures}
    kinds = {(figure.measure, figure.basis) for figure in figures}
    return None not in bodies and len(bodies) == len(figures) and len(kinds) == 1 and figures[0].measure in POSITIONS


def _is_left(story: ToldStory, figure: Figure) -> bool:
    return bool(LEFT.search(story.before(figure, REACH)) or LEFT.search(story.after(figure, REACH)))


def _is_part(story: ToldStory, figure: Figure) -> bool:
    before, after = story.before(figure, REACH), story.after(figure, REACH)
    return bool(BEFORE.search(before) or BEFORE_PART.search(before) or AFTER.match(after) or AFTER_PART.search(after))


def is_whole(story: ToldStory, figure: Figure) -> bool:
    return bool(WHOLE.search(story.before(figure, REACH)) or WHOLE.search(story.after(figure, REACH)))


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or ZERO
