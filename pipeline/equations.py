"""Sums that a text states: five at £5m each make £25m; X, Y and Z come to T; what was planned, what came, and the distance between.

A rule says which figures are the terms and which is the total. Whether they add up is not its business.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.attribution.counts import COUNTS, MAKES, sharers
from pipeline.model import Basis, Bound, Document, Equation, Figure, Measure, Story, Term

ALL_OF_THEM = re.compile(r"\bThe\s+(" + "|".join(COUNTS) + r")\s+(?:add up to|come to|make|total)\b", re.IGNORECASE)
OF_WHICH = re.compile(r"^\s*(?:and\s+)?of\s+(?:the|its|their|that|this)\s+$", re.IGNORECASE)
LEAVING = re.compile(r"\b(?:leaving|a shortfall of|left)\b[^£$€]*$", re.IGNORECASE)
BREAKS_DOWN = re.compile(r":\s*$|\bincluding\s+$|\bmade up of\s+$")
COORDINATED = re.compile(r"^[^.;:£$€]{0,60}(?:,|\band\b|,\s*and)\s+(?:[\w’'&-]+\s+){0,6}$")

POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.CONTROL_TOTAL})
VARIANCES = frozenset({Measure.SHORTFALL, Measure.OVERSPEND})
ONE, MINUS_ONE = Decimal(1), Decimal(-1)


def find_equations(document: Document, figures: Sequence[Figure]) -> list[Equation]:
    """The sums that the document states, in the order of their totals; each total is explained once by each rule."""
    found = [equation for story in document.stories for rule in RULES for equation in rule(document.text, _prose(story, figures))]
    return sorted({e.id: e for e in found}.values(), key=lambda e: (e.total.money.start, e.rule))


def _each(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Five bodies were asked for £5m each, a total of £25m."""
    for one, total in pairwise(figures):
        if one.sentence_start == total.sentence_start and (count := sharers(text, one.sentence_start, one.money, total.money)):
            yield Equation((Term(count, one),), total, "each")


def _list_and_total(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """X, Y and Z, a total of T."""
    for i, total in enumerate(figures):
        if i >= 2 and MAKES.search(text[figures[i - 1].money.end : total.money.start]):
            terms = _run_back(text, figures, i - 1)
            if len(terms) >= 2 and terms[-1].sentence_start == total.sentence_start:
                yield _sum(terms, total, "list and total")


def _total_and_list(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """A total of T: X, Y and Z."""
    for i, total in enumerate(figures[:-1]):
        if BREAKS_DOWN.search(text[total.money.end : figures[i + 1].money.start]):
            terms = _run_on(text, figures, i + 1)
            if len(terms) >= 2 and terms[0].sentence_start == total.sentence_start:
                yield _sum(terms, total, "total and list")


def _all_of_them(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Four bullets, and then: the four add up to T."""
    for i, total in enumerate(figures):
        match = ALL_OF_THEM.search(text, total.sentence_start, total.money.start)
        count = COUNTS[match[1].lower()] if match else 0
        if match and i >= count:
            yield _sum(figures[i - count : i], total, "all of them")


def _of_the(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Of the £38.9m planned, £21.4m was delivered, leaving it £17.5m short."""
    for whole, part, rest in zip(figures, figures[1:], figures[2:], strict=False):
        if not whole.sentence_start == part.sentence_start == rest.sentence_start:
            continue
        if OF_WHICH.match(text[whole.sentence_start : whole.money.start]) and LEAVING.search(text[part.money.end : rest.money.start]):
            yield Equation((Term(ONE, whole), Term(MINUS_ONE, part)), rest, "of the whole")


def _position_and_plan(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """The position less the plan is the distance from plan: said of one body and period, with one number for each."""
    for variance in _distinct([f for f in figures if f.measure in VARIANCES]):
        positions = _distinct([f for f in figures if _is_position_of(f, variance) and f.basis is not Basis.PLAN and f.basis is variance.basis])
        plans = _distinct([f for f in figures if _is_position_of(f, variance) and f.basis is Basis.PLAN])
        if len(positions) == len(plans) == 1:
            position, plan = positions[0], plans[0]
            yield Equation((Term(_sign(position), position), Term(-_sign(plan), plan)), variance, "position and plan")


def _is_position_of(figure: Figure, variance: Figure) -> bool:
    same_body = figure.organisation is not None and figure.organisation == variance.organisation
    same_time = figure.period is None or variance.period is None or figure.period == variance.period
    return figure.measure in POSITIONS and same_body and same_time and figure.money.currency == variance.money.currency


def _sign(figure: Figure) -> Decimal:
    """Deficits count up, as the distance from plan does."""
    return MINUS_ONE if figure.measure is Measure.SURPLUS else ONE


def _distinct(figures: list[Figure]) -> list[Figure]:
    """One figure for each number, the first that gives it."""
    return list({f.money.amount: f for f in reversed(figures)}.values())[::-1]


def _run_back(text: str, figures: Sequence[Figure], last: int) -> list[Figure]:
    first = last
    while first > 0 and COORDINATED.match(text[figures[first - 1].money.end : figures[first].money.start]):
        first -= 1
    return list(figures[first : last + 1])


def _run_on(text: str, figures: Sequence[Figure], first: int) -> list[Figure]:
    last = first
    while last + 1 < len(figures) and COORDINATED.match(text[figures[last].money.end : figures[last + 1].money.start]):
        last += 1
    return list(figures[first : last + 1])


def _sum(terms: Sequence[Figure], total: Figure, rule: str) -> Equation:
    return Equation(tuple(Term(ONE, figure) for figure in terms), total, rule)


def _prose(story: Story, figures: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if story.start <= f.money.start < story.end and f.cell is None and f.money.bound is not Bound.RANGE]


RULES: tuple[Callable[[str, Sequence[Figure]], Iterator[Equation]], ...] = (
    _each,
    _list_and_total,
    _total_and_list,
    _all_of_them,
    _of_the,
    _position_and_plan,
)
