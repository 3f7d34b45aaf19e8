"""How likely numbers that stand together add up by chance: three round ones do now and then, three of three digits hardly ever."""

from __future__ import annotations

from decimal import Decimal

from pipeline.equations.fitting import is_exact
from pipeline.model import Equation, Money

CERTAIN = Decimal(1)
ZERO = Decimal(0)


def chance(equation: Equation) -> Decimal:
    """The share of all totals of this size that would have done as well."""
    sides = [(factor, term.figure.money) for term in equation.terms for factor in term.interval] + [(CERTAIN, equation.total.money)]
    largest = max(abs((factor or ZERO) * (money.amount or ZERO)) for factor, money in sides)
    if largest == 0:
        return CERTAIN
    if is_exact(equation) and all(abs(term.factor) == 1 for term in equation.terms):
        return min(_step(money) for _, money in sides) / largest
    widths = [_width(equation.total.money), *(_product_width(*term.interval, term.figure.money) for term in equation.terms)]
    return min(CERTAIN, sum((width for width in widths if width is not None), ZERO) / largest) if None not in widths else CERTAIN


def _step(money: Money) -> Decimal:
    """The unit of the last digit that is no nought."""
    return CERTAIN.scaleb(int(money.amount.normalize().as_tuple().exponent)) if money.amount else CERTAIN


def _width(money: Money) -> Decimal | None:
    return None if money.low is None or money.high is None else money.high - money.low


def _product_width(low: Decimal | None, high: Decimal | None, money: Money) -> Decimal | None:
    if low is None or high is None or money.low is None or money.high is None:
        return None
    ends = [factor * amount for factor in (low, high) for amount in (money.low, money.high)]
    return max(ends) - min(ends)
