"""Which way a sum counts: where the measure carries the direction, a sum printed below zero is given as its magnitude, as in tables."""

from dataclasses import replace

from pipeline.model import Measure, Money

_OPPOSITE = {Measure.SURPLUS: Measure.DEFICIT, Measure.DEFICIT: Measure.DEFICIT}


def directed(money: Money, measure: Measure | None) -> tuple[Money, Measure | None]:
    """A surplus of -£3m is a deficit of £3m, and so is a deficit of (£3m); a change (`other`) or an unknown measure keeps its sign."""
    if money.amount is None or money.amount >= 0 or measure in (None, Measure.OTHER):
        return money, measure
    low, high = (None if end is None else -end for end in (money.high, money.low))
    return replace(money, amount=-money.amount, low=low, high=high), _OPPOSITE.get(measure, measure)
