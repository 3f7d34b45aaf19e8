"""Wholes and what is left of them: "of the £30m, £13.9m went on beds and the remaining £16.1m on staff"; "£2.4m raised, £900,000 spent, leaving £1.5m".

Parts exhaust a whole only where the words say that they do, or where they are it to the penny.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.equations.fitting import is_exact
from pipeline.equations.forms import rest_of, total_of
from pipeline.equations.telling import HEDGE, Telling, worded
from pipeline.model import Equation

OF_WHICH = re.compile(rf"(?:(?:but|and|so),? )?of (?:the|its|their|that|this|a|an)(?: [\w’'-]+){{0,3}} {HEDGE}$|of {HEDGE}$", re.IGNORECASE)
LEAVING = re.compile(r"\b(?:leaving|leaves|left|a shortfall of)\b[^£$€;]*$", re.IGNORECASE)
_REST = r"(?:the|its|their) (?:rest|remaining|remainder|other|balance)"
SO = re.compile(rf"(?:,|;| and) (?:so|which means|meaning) (?:that )?(?:[\w’'-]+ ){{0,3}}?{HEDGE}$", re.IGNORECASE)
IS_LEFT = re.compile(
    r" (?:(?:is|are|was|were|remains?) )?(?:still |yet )?(?:to (?:be (?:found|raised|paid|made)|find|raise|come|go)|left|outstanding|unspent|missing)\b",
    re.IGNORECASE,
)
REMAINING = re.compile(rf"\b{_REST}(?: of the money)?\b(?:,| of| –| \(| being| \w+| comes to| amounting to)? ?{HEDGE}$", re.IGNORECASE)
_OF_THE = r"(?:out )?of (?:the|its|a|an|their|that|this)(?: [\w’'-]+){0,3}"
SPENT_OF = [
    worded(words)
    for words in (
        rf"{{p}} {_OF_THE} {{w}}~(?:,|;| and| but| –| —| -|\.)~ (?:leaving|leaves|left)(?: [\w’'-]+){{0,5}} {{r}}",
        rf"{{p}} {_OF_THE} {{w}}~(?:,|;| and| –| —| -)~ (?:a|the|its) balance of {{r}}",
    )
]
OF_IT = re.compile(rf"(?:Out )?Of (?:that|this|it|these|those|them|which|(?:the|that|this|its) \w+),? (?:[\w’'-]+ ){{0,4}}?{HEDGE}", re.IGNORECASE)
REST_OF = worded(rf"{{p}} {_OF_THE} {{w}}~(?:,|;| and| with| while)~ {_REST}(?:,| of)? {{r}}")


def of_the_whole(told: Telling) -> Iterator[Equation]:
    """Of W, X went here, Y there, and the rest, Z, elsewhere: X + Y + Z = W. Leaving Z: W − X − Y = Z."""
    pieces = told.pieces()
    if len(told.figures) < 3 or not OF_WHICH.fullmatch(pieces[0]):
        return
    whole, *parts = told.figures
    for i in range(2, len(told.figures)):
        if REMAINING.search(pieces[i]):
            yield total_of(parts[:i], whole, "of the whole")
            return
        if LEAVING.search(pieces[i]) or (SO.search(pieces[i]) and IS_LEFT.match(pieces[i + 1])):
            yield rest_of(whole, parts[: i - 1], parts[i - 1], "of the whole")
            return
    if is_exact(equation := total_of(parts, whole, "of the whole")):
        yield equation


def of_it(told: Telling, before: Telling) -> Iterator[Equation]:
    """It was fined £1.5m. Of that £500,000 is suspended, so that £1m has to be found now."""
    if len(told.figures) > 1 and before.figures and OF_IT.fullmatch(told.pieces()[0]):
        equation = total_of(told.figures, before.figures[-1], "of the whole")
        if is_exact(equation):
            yield equation


def part_and_rest(told: Telling) -> Iterator[Equation]:
    """X of its W target, leaving Z; X of the W cost, with another paying the remaining Z."""
    for pattern in SPENT_OF:
        for match in pattern.finditer(told.text):
            yield rest_of(told.figure(match, "w"), (told.figure(match, "p"),), told.figure(match, "r"), "part and rest")
    for match in REST_OF.finditer(told.text):
        yield total_of((told.figure(match, "p"), told.figure(match, "r")), told.figure(match, "w"), "part and rest")
