"""How likely numbers that stand together add up by chance: three round ones do now and then, three of three digits hardly ever."""

from __future__ import annotations

from decimal import Decimal

from pipeline.equations.fitting import made_of
from pipeline.model import Equation, Money

CERTAIN, ZERO = Decimal(1), Decimal(0)
ROUND = Decimal("0.25")  # round numbers are parts and multiples of one another


def chance(equation: Equation) -> Decimal:
    """The share of all totals of this size that would come as close to what the printed terms make."""
    made, total = made_of(equation), equation.total.money
    if made is None or not total.amount:
        return CERTAIN
    if any(abs(term.factor) != 1 for term in equation.terms):
        return min(CERTAIN, (2 * abs(made - total.amount) + max(rounding(total), ROUND * _step(total))) / abs(total.amount))
    sides = [total, *(term.figure.money for term in equation.terms)]
    step = min(map(_step, sides)) if made == total.amount else max(map(rounding, sides))
    return min(CERTAIN, (2 * abs(made - total.amount) + step) / max(abs(side.amount or ZERO) for side in sides))


def nearness(equation: Equation) -> Decimal:
    """The share of totals that would come as close where all that is printed is counted on, and the total is a round number for it."""
    made, total = made_of(equation), equation.total.money
    if made is None or not total.amount:
        return CERTAIN
    return min(CERTAIN, (2 * abs(made - total.amount) + min(_step(term.figure.money) for term in equation.terms)) / abs(total.amount))


def _step(money: Money) -> Decimal:
    """The unit of the last digit that is no nought."""
    return CERTAIN.scaleb(int(money.amount.normalize().as_tuple().exponent)) if money.amount else ZERO


def rounding(money: Money) -> Decimal:
    """How much the digits leave open; where the words leave an end open, by the last digit."""
    return _step(money) if money.low is None or money.high is None else money.high - money.low
