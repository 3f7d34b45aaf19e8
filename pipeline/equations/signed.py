"""Sums with a part of the other sign: "Hotels £2.1m over, cruises £1.4m over, head office £0.6m under: £2.9m in all"; losses less the surplus of one part.

The sign is the measure's or the words'; what tells none goes with the total. Figures that carry one label are looked at by themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.equations.chance import chance
from pipeline.equations.fitting import is_exact, is_nearly
from pipeline.equations.positions import POSITIONS
from pipeline.equations.sense import POSITION, SPENT
from pipeline.equations.slips import is_swap
from pipeline.equations.stories import ToldStory
from pipeline.equations.telling import COMPARED
from pipeline.model import Equation, Figure, Measure, Term
from pipeline.sum_words import IN_ALL

RULE, TOLD = "addition", "net"
HARDLY, HARDLY_ALIKE = Decimal("0.03"), Decimal("0.15")
SHORTEST, LONGEST = 4, 7  # figures, the total among them
FARTHEST = 3000  # characters
REACH = 40
ZERO = Decimal(0)
BELOW = re.compile(r"\b(?:deficit|loss(?:es)?|lost|in the red|adverse|overspen[dt]\w*)\b", re.IGNORECASE)
ABOVE = re.compile(r"\b(?:surplus(?:es)?|profits?|in the black|favourable|underspen[dt]\w*)\b", re.IGNORECASE)
SIGN = re.compile(rf"{BELOW.pattern}|{ABOVE.pattern}", re.IGNORECASE)
BESIDE_PLAN = re.compile(r" (?:(over)|under)(?=[.,;)]| (?:budget|plan)\b|$)", re.IGNORECASE)
LABEL = re.compile(r"(?:^|[.;,] ?)([^.;,:]{3,30}:[^.;,:]{0,30})$")
ALL_OF_IT = re.compile(rf"\b(?:as a whole|overall|total|{IN_ALL})\b", re.IGNORECASE)
COUNTED_IN = re.compile(r"\b(?:once|after|less|minus|net of|counted|offset|taken into account)\b", re.IGNORECASE)

TAKES_ALL = re.compile(rf"{ALL_OF_IT.pattern}|{COUNTED_IN.pattern}", re.IGNORECASE)


def signed(story: ToldStory) -> Iterator[Equation]:
    """Figures that follow one another, the total among them, and one at least of the other sign; and those that are labelled alike, of any sign."""
    sides = {figure.id: _side(story, figure) for figure in story.figures}
    if any(side > 0 for side in sides.values()):
        told = [figure for figure in story.figures if not COMPARED.search(story.before(figure, REACH))]
        for figures in (told, *_kinds(told)):
            yield from _windows(story, figures, sides)
    for figures in _labelled(story):
        for total in (figures[0], figures[-1]):
            equation = _sum(total, [figure for figure in figures if figure is not total], sides)
            if is_exact(equation) and chance(equation) <= HARDLY:
                yield equation


def _windows(story: ToldStory, figures: Sequence[Figure], sides: dict[str, int]) -> Iterator[Equation]:
    for start in range(len(figures)):
        for length in range(SHORTEST, min(LONGEST, len(figures) - start) + 1):
            window = figures[start : start + length]
            if window[-1].money.end - window[0].money.start > FARTHEST:
                break
            if any(sides[figure.id] > 0 for figure in window):
                yield from _of_a_window(story, window, sides)


def _of_a_window(story: ToldStory, window: Sequence[Figure], sides: dict[str, int]) -> Iterator[Equation]:
    whole = sum((_amount(figure) * _sign(sides, figure) for figure in window), ZERO)
    for total in window:
        if sides[total.id] < 0 and abs(whole - 2 * _amount(total)) * 20 <= _amount(total):  # a cheap look before a closer one
            equation = _sum(total, [figure for figure in window if figure is not total], sides)
            if sum(term.factor > 0 for term in equation.terms) < 2 or len({figure.money.currency for figure in window}) > 1:
                continue
            if is_exact(equation):
                is_plain = all(sides[figure.id] for figure in window) and total in (window[0], window[-1])
                allowed = HARDLY_ALIKE if is_plain else HARDLY
                if chance(equation) * len(window) <= allowed and (len(window) == SHORTEST or TAKES_ALL.search(story.sentence(total))):
                    yield equation
            elif is_nearly(equation) and _is_told(story, total) and is_swap(equation):
                yield Equation(equation.terms, total, TOLD)


def _sign(sides: dict[str, int], figure: Figure) -> int:
    """Beside a loss: what tells no side goes with it."""
    return -1 if sides[figure.id] > 0 else 1


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or ZERO


def _is_told(story: ToldStory, total: Figure) -> bool:
    """Whether words say that all is counted: only those may claim a sum that fails."""
    sentence = story.sentence(total)
    return bool(ALL_OF_IT.search(sentence) and COUNTED_IN.search(sentence) and ABOVE.search(sentence))


def _sum(total: Figure, figures: Sequence[Figure], sides: dict[str, int]) -> Equation:
    """Each with the sign that it has beside the total."""
    terms = [Term(Decimal(-1 if sides[figure.id] * (sides[total.id] or -1) < 0 else 1), figure) for figure in figures]
    return Equation(tuple(sorted(terms, key=lambda term: term.factor, reverse=True)), total, RULE)


def _kinds(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Positions of one basis, and what was spent beside the budget."""
    kinds: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        kind = next((kind for kind in (POSITIONS, SPENT) if figure.measure in kind), None)
        if kind:
            kinds[kind, figure.basis].append(figure)
    yield from (alike for alike in kinds.values() if len(alike) < len(figures))


def _labelled(story: ToldStory) -> Iterator[list[Figure]]:
    """Figures after one label, whatever their sign: "Result: loss of"."""
    labels: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in story.figures:
        if label := LABEL.search(story.before(figure, 2 * REACH)):
            labels[SIGN.sub("", label[1].lower()).strip()].append(figure)
    yield from (figures for figures in labels.values() if 3 <= len(figures) <= LONGEST)


def _side(story: ToldStory, figure: Figure) -> int:
    """Below or above zero; 0 where neither is told."""
    before, after = re.split(r"[,;]", story.before(figure, REACH))[-1], story.after(figure, REACH)
    if beside := BESIDE_PLAN.match(after):
        return -1 if beside[1] else 1
    for signs in (SIGN.findall(before)[::-1], SIGN.findall(after)):
        if signs:
            return 1 if ABOVE.fullmatch(signs[0]) else -1
    if figure.measure in (Measure.SURPLUS, Measure.UNDERSPEND):
        return 1
    return -1 if figure.measure in POSITION | SPENT else 0
