"""Totals of some of the numbers before them, others standing among those: "£7m in one year and £6m in the next … with the £12m before, £25m in all"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from pipeline.equations.chance import chance
from pipeline.equations.cues import is_total
from pipeline.equations.forms import total_of
from pipeline.equations.sense import makes_sense
from pipeline.equations.stories import ToldStory
from pipeline.model import Equation, Figure

RULE = "told addition"
BACK = 7  # figures
LONGEST = 4  # terms
HARDLY = Decimal("0.1")
ZERO = Decimal(0)


def subsets(story: ToldStory) -> Iterator[Equation]:
    """For each number that is told as a whole, the fewest of those before it that make it to the penny."""
    for place, total in enumerate(story.figures):
        if is_total(story, total):
            before = [figure for figure in story.figures[max(0, place - BACK) : place] if figure.money.currency == total.money.currency]
            yield from _first(before, total)


def _first(before: list[Figure], total: Figure) -> Iterator[Equation]:
    tried = 0
    for count in range(3, LONGEST + 1):
        for terms in combinations(before[::-1], count):
            tried += 1
            if sum(map(_amount, terms), ZERO) == total.money.amount:
                equation = total_of(terms[::-1], total, RULE)
                if chance(equation) * tried <= HARDLY and makes_sense(equation):
                    yield equation
                    return


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or ZERO
