"""A list beside its total with one part that is named and not given, for it was told before: "£38m: our own, £17m at one and £9m at the other"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.equations.chance import chance
from pipeline.equations.forms import total_of
from pipeline.equations.sense import makes_sense
from pipeline.equations.stories import MOST, ToldStory
from pipeline.model import Equation, Figure

RULE = "addition"
BACK = 24  # figures
LONGEST = 6  # parts
HARDLY = Decimal("0.1")
ZERO = Decimal(0)
NAMED = re.compile(
    r"\b(?:own|itself|besides|apart from|as well as|on top of|in addition to|along(?:side| with)|together with|added to|the (?:rest|remainder|balance))\b",
    re.IGNORECASE,
)


def missing(story: ToldStory) -> Iterator[Equation]:
    """For each total the parts right after it in its sentence or the next, and the one number told before that they lack."""
    for place, total in enumerate(story.figures):
        after = [figure for figure in story.figures[place + 1 : place + 1 + min(LONGEST, MOST)] if _goes_on(total, figure)]
        if len(after) >= 2 and (NAMED.search(story.sentence(total)) or NAMED.search(story.sentence(after[0]))):
            told = {figure.money.amount: figure for figure in story.figures[max(0, place - BACK) : place] if figure.money.currency == total.money.currency}
            yield from _lacking(after, total, told)


def _lacking(after: list[Figure], total: Figure, told: dict[Decimal | None, Figure]) -> Iterator[Equation]:
    for count in range(len(after), 1, -1):
        lacks = _amount(total) - sum(map(_amount, after[:count]), ZERO)
        if lacks > 0 and lacks in told:
            equation = total_of((told[lacks], *after[:count]), total, RULE)
            if chance(equation) * len(told) <= HARDLY and makes_sense(equation):
                yield equation
                return


def _goes_on(total: Figure, figure: Figure) -> bool:
    """In the same sentence, or in the one right after it."""
    return figure.money.currency == total.money.currency and figure.sentence_start - total.sentence_start - len(total.sentence) <= 2


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or ZERO
