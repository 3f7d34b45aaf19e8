"""What is left when some is taken away: "overspends of £2.4m and £1.1m, partly offset by an underspend of £0.9m, leaving £2.6m net".

Which are taken away is said in too many ways to list; they are those without which the rest makes the total, to the penny and in one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from pipeline.equations.fitting import is_exact
from pipeline.equations.forms import MINUS_ONE, ONE
from pipeline.equations.telling import HEDGE, Telling
from pipeline.model import Equation, Figure, Term

LEAVES = re.compile(
    rf"\b(?:leav(?:e|es|ing)|left|giv(?:e|es|ing)|net|result(?:s|ed|ing)? in|produc(?:e|es|ed|ing)|so (?:the|its|that))\b[^,;:]{{0,50}}? {HEDGE}$",
    re.IGNORECASE,
)
TAKEN_AWAY = re.compile(
    r"\b(?:less|minus|offset|net|after|deduct\w*|reduced|writ(?:e|es|ing|ten) off|waiv\w*|forgiv\w*|cancel\w*|suspend\w*|pa(?:y|ys|ying|id)|used?|using|lost|"
    r"given|handed|sold|spent|repaid|income|revenue|expenditure|spending|costs?|assets|cash|out of)\b",
    re.IGNORECASE,
)
LONGEST = 4


def netted(told: Telling) -> Iterator[Equation]:
    """A less B, leaving C."""
    pieces = told.pieces()
    for i in range(2, len(told.figures)):
        if LEAVES.search(pieces[i]) and TAKEN_AWAY.search("¤".join(pieces[: i + 1])):
            for first in range(i - 2, max(0, i - LONGEST) - 1, -1):
                ways = [equation for equation in _ways(told.figures[first:i], told.figures[i]) if is_exact(equation)]
                if len(ways) == 1:
                    yield ways[0]
                    break


def _ways(figures: tuple[Figure, ...], total: Figure) -> Iterator[Equation]:
    """Every way to add some of the figures and take away the others."""
    for factors in product((ONE, MINUS_ONE), repeat=len(figures)):
        if ONE in factors and MINUS_ONE in factors:
            terms = [Term(factor, figure) for factor, figure in zip(factors, figures, strict=True)]
            yield Equation(tuple(sorted(terms, key=lambda term: term.factor, reverse=True)), total, "net")
