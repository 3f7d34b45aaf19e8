"""Slips of the keys that break a sum: a nought or a point too many or too few, two neighbouring digits swapped.

A sum that fails, and that one such slip of one number mends, was meant to hold; few that nobody meant are so close to holding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from pipeline.equations.chance import chance
from pipeline.equations.fitting import makes
from pipeline.model import Equation, Figure

HARDLY = Decimal("0.1")
LONGEST = 9  # digits


def is_slip(equation: Equation) -> bool:
    """Whether it fails, and one slip of the keys mends it."""
    return not makes(equation) and any(makes(mended) and chance(mended) <= HARDLY for mended in _mended(equation))


def _mended(equation: Equation) -> Iterator[Equation]:
    for figure in _others(equation.total):
        yield replace(equation, total=figure)
    for i, term in enumerate(equation.terms):
        for figure in _others(term.figure):
            yield replace(equation, terms=(*equation.terms[:i], replace(term, figure=figure), *equation.terms[i + 1 :]))


def _others(figure: Figure) -> Iterator[Figure]:
    """What may have been meant instead."""
    amount = figure.money.amount
    if amount is None:
        return
    for noughts in (10, 100, 1000):
        yield _instead(figure, amount * noughts)
        yield _instead(figure, amount / noughts)
    digits = re.sub(r"\D", "", figure.money.surface)
    if 2 <= len(digits) <= LONGEST and int(digits):
        for i, (one, other) in enumerate(pairwise(digits)):
            if one != other:
                yield _instead(figure, amount * int(digits[:i] + other + one + digits[i + 2 :]) / int(digits))


def _instead(figure: Figure, amount: Decimal) -> Figure:
    """The figure with another number, as exact as it is printed."""
    money = figure.money
    low, high = (None if end is None or not money.amount else end * amount / money.amount for end in (money.low, money.high))
    return replace(figure, money=replace(money, amount=amount, low=low, high=high))
