"""Whether what the figures of a sum count lets them be of one sum: deficits come of deficits; a distance lies between two of a kind."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Equation, Figure, Measure

POSITION = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.CONTROL_TOTAL, Measure.SHORTFALL, Measure.GAP, Measure.DEBT})
FLOW = frozenset({Measure.COST, Measure.BUDGET, Measure.INVESTMENT, Measure.FINE, Measure.INCOME, Measure.FUNDING, Measure.CONTRIBUTION, Measure.LOAN})
SPENT = frozenset({Measure.OVERSPEND, Measure.UNDERSPEND})
ANY = frozenset({None, Measure.OTHER})


def makes_sense(equation: Equation) -> bool:
    """Of a total: all count alike. Of a distance: what it lies between does."""
    figures = [term.figure for term in equation.terms]
    if all(term.factor > 0 for term in equation.terms):
        return _are_alike([*figures, equation.total])
    return len(figures) == 2 and _are_alike(figures) and _may_lie_between(equation.total, *figures)


def _may_lie_between(distance: Figure, one: Figure, other: Figure) -> bool:
    if distance.measure in SPENT:
        return {one.measure, other.measure} <= FLOW | SPENT
    return distance.measure in POSITION | ANY or distance.measure in (one.measure, other.measure)


def _are_alike(figures: Iterable[Figure]) -> bool:
    counted = {figure.measure for figure in figures} - ANY
    return len(counted) < 2 or any(counted <= kind for kind in (POSITION | SPENT, FLOW))
