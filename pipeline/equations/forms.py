"""The forms that a stated sum can have: a sum, a difference, a product."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.equations.factors import Factor
from pipeline.equations.telling import Telling
from pipeline.model import Equation, Figure, Term

ONE, MINUS_ONE = Decimal(1), Decimal(-1)
BELOW_ZERO = re.compile(r"\b(?:deficits?|loss(?:es)?|lost|in the red)\b", re.IGNORECASE)
ABOVE_ZERO = re.compile(r"\b(?:surplus(?:es)?|profits?|in the black)\b", re.IGNORECASE)


def total_of(terms: Sequence[Figure], total: Figure, rule: str) -> Equation:
    return Equation(tuple(Term(ONE, figure) for figure in terms), total, rule)


def rest_of(whole: Figure, parts: Sequence[Figure], rest: Figure, rule: str) -> Equation:
    """What is left of a whole."""
    return Equation((Term(ONE, whole), *(Term(MINUS_ONE, part) for part in parts)), rest, rule)


def product_of(factor: Factor, figure: Figure, total: Figure, rule: str) -> Equation:
    return Equation((Term(factor.value, figure, factor.interval),), total, rule)


def distance_of(told: Telling, one: Figure, other: Figure, distance: Figure, rule: str) -> Equation:
    """The larger less the smaller; a surplus and a deficit stand on two sides of nothing."""
    if {_side(told, one), _side(told, other)} == {-1, 1}:
        return total_of((one, other), distance, rule)
    larger, smaller = sorted((one, other), key=_amount, reverse=True)
    return rest_of(larger, (smaller,), distance, rule)


def _side(told: Telling, figure: Figure) -> int:
    """Below or above zero, by the words that stand closest to the figure; 0 where neither is said."""
    if figure not in told.figures:
        return 0
    place = told.places[told.figures.index(figure)]
    before, after = told.text[max(0, place - 30) : place].rpartition("¤")[2], told.text[place + 1 : place + 25].partition("¤")[0]
    for words in (re.split(r"[,;]", before)[-1], re.split(r"[,;]", after)[0]):
        if BELOW_ZERO.search(words) or ABOVE_ZERO.search(words):
            return 1 if ABOVE_ZERO.search(words) else -1
    return 0


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or Decimal(0)
