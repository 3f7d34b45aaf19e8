"""What is left of a whole when several parts are taken from it: "it has £96m … £41m went on this and £38m on that. What remained was £17m"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.equations.chance import chance
from pipeline.equations.cues import is_left
from pipeline.equations.forms import rest_of
from pipeline.equations.stories import MOST, ToldStory
from pipeline.model import Equation, Figure

RULE = "told addition"
LONGEST = 5  # parts
HARDLY = Decimal("0.1")
ZERO = Decimal(0)


def remainders(story: ToldStory) -> Iterator[Equation]:
    """For each number that is told as left, the parts right before it and the nearest whole before them."""
    for place, rest in enumerate(story.figures):
        if is_left(story, rest):
            ways = _ways(story.figures[max(0, place - MOST) : place], rest)
            yield from [equation for tried, equation in enumerate(ways, start=1) if equation and chance(equation) * tried <= HARDLY][:1]


def _ways(before: tuple[Figure, ...], rest: Figure) -> Iterator[Equation | None]:
    """Every way that is tried, and the sum where it is one."""
    for count in range(2, min(LONGEST, len(before) - 1) + 1):
        parts = before[-count:]
        made = sum(map(_amount, parts), _amount(rest))
        for whole in reversed(before[:-count]):
            is_one = made == whole.money.amount and len({figure.money.currency for figure in (whole, rest, *parts)}) == 1
            yield rest_of(whole, parts, rest, RULE) if is_one else None


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or ZERO
