"""Slips of the keys that break a sum: a nought or a point too many or too few, two neighbouring digits swapped.

A sum that fails, and that one such slip of one number mends, was meant to hold; few that nobody meant are so close to holding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

from pipeline.equations.chance import chance
from pipeline.equations.fitting import is_exact, makes
from pipeline.model import Equation, Figure

HARDLY, HARDLY_LOST = Decimal("0.1"), Decimal("0.005")  # a lost digit can be any of ten at any place
LONGEST = 9  # digits


def is_slip(equation: Equation) -> bool:
    """Whether it fails, and one slip of the keys mends it."""
    return _is_mended(equation, _others, HARDLY)


def is_of_another_scale(equation: Equation) -> bool:
    """Whether it fails, and noughts more or fewer in one number make it hold."""
    return not makes(equation) and any(map(makes, _mended(equation, _rescaled)))


def is_swap(equation: Equation) -> bool:
    """Whether it fails, and two neighbouring digits swapped make it hold to the penny."""
    return not makes(equation) and any(is_exact(other) for other in _mended(equation, _swapped))


def has_lost_a_digit(equation: Equation) -> bool:
    """Whether it fails, and a digit more in one number mends it."""
    return _is_mended(equation, _with_one_more_digit, HARDLY_LOST)


def _is_mended(equation: Equation, others: Callable[[Figure], Iterator[Figure]], hardly: Decimal) -> bool:
    return not makes(equation) and any(makes(other) and chance(other) <= hardly for other in _mended(equation, others))


def _mended(equation: Equation, others: Callable[[Figure], Iterator[Figure]]) -> Iterator[Equation]:
    for figure in others(equation.total):
        yield replace(equation, total=figure)
    for i, term in enumerate(equation.terms):
        for figure in others(term.figure):
            yield replace(equation, terms=(*equation.terms[:i], replace(term, figure=figure), *equation.terms[i + 1 :]))


def _others(figure: Figure) -> Iterator[Figure]:
    """What may have been meant instead."""
    yield from _rescaled(figure)
    yield from _swapped(figure)


def _rescaled(figure: Figure) -> Iterator[Figure]:
    """With noughts more or fewer."""
    for noughts in (10, 100, 1000):
        if figure.money.amount is not None:
            yield _instead(figure, figure.money.amount * noughts)
            yield _instead(figure, figure.money.amount / noughts)


def _swapped(figure: Figure) -> Iterator[Figure]:
    """With two neighbouring digits the other way round."""
    amount = figure.money.amount
    if amount is None:
        return
    digits = re.sub(r"\D", "", figure.money.surface)
    if 2 <= len(digits) <= LONGEST and int(digits):
        for i, (one, other) in enumerate(pairwise(digits)):
            if one != other:
                yield _instead(figure, amount * int(digits[:i] + other + one + digits[i + 2 :]) / int(digits))


def _with_one_more_digit(figure: Figure) -> Iterator[Figure]:
    """A digit may have been lost of a whole number that is printed in full."""
    amount, digits = figure.money.amount, re.sub(r"\D", "", figure.money.surface)
    if amount and 2 <= len(digits) < LONGEST and "." not in figure.money.surface and int(digits):
        for place, digit in product(range(len(digits) + 1), "0123456789"):
            more = amount * (int(digits[:place] + digit + digits[place:]) - int(digits)) / int(digits)
            low, high = (None if end is None else end + more for end in (figure.money.low, figure.money.high))
            yield replace(figure, money=replace(figure.money, amount=amount + more, low=low, high=high))


def _instead(figure: Figure, amount: Decimal) -> Figure:
    """The figure with another number, as exact as it is printed."""
    money = figure.money
    low, high = (None if end is None or not money.amount else end * amount / money.amount for end in (money.low, money.high))
    return replace(figure, money=replace(money, amount=amount, low=low, high=high))
