"""What a sum is for as its measure tells it: income without another word is all of a body's, and a shortfall is one of savings where a saving comes before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.model import Measure

ALL_INCOME, WAGES, SAVINGS, FINE = "turnover", "wages", "saving", "fine"
HEDGE = r"(?:\s+(?:about|around|some|nearly|almost|roughly|over|just|under|more|than))*\s*$"
# a body has one of them a period, and nothing need say what it is for
DEFAULT: Mapping[Measure | None, tuple[str, ...]] = {Measure.INCOME: (ALL_INCOME,), Measure.FINE: (FINE,)}
# "its income fell to £52m", but not "its rental income" or "income from rents"
BARE_INCOME = re.compile(
    r"(?:^[\"'“‘]*|[,;:]\s+|\b(?:its|their|his|her|the|an?|and|on|with|whose|total|annual|overall|group)\s+)(?:income|turnover|revenues?)"
    r"(?:\s+(?!from\b)\w+){0,5}\s*$",
    re.IGNORECASE,
)
EARNED = re.compile(r"\bearn(?:s|ed|ing)?\b(?:\s+\w+){0,3}\s*$|\b(?:is|was|are|were|be|now)\s+on" + HEDGE, re.IGNORECASE)
# of these a body may fall short, and its books still be as planned
PLANNED: Mapping[Measure | None, tuple[str, ...]] = {Measure.SAVING: (SAVINGS,), Measure.INCOME: (ALL_INCOME,)}
# lines of the accounts that are not the bottom one, and savings that are only some of all: no body's one number
RESULT = r"(?:deficit|surplus|loss|profit|savings?|efficienc(?:y|ies)|hole|gap|liability)\b"
LINES: tuple[tuple[str, str], ...] = (
    ("underlying", r"underlying|adjusted|normali[sz]ed|structural"),
    ("operating-result", r"operating|trading|ebitda|ebit"),
    ("pension-scheme", r"pensions?"),
    ("non-recurrent", r"non-?\s?recurr(?:ent|ing)|one-off"),
    ("recurrent", r"recurr(?:ent|ing)"),
    ("disposal-gain", r"sale|disposal"),
)
BEFORE_SUM = tuple(
    (
        line,
        re.compile(
            rf"\b(?:{words})\s+(?:\w+\s+)?{RESULT}[^.;]{{0,40}}$|\b{RESULT}\s+(?:on|in|of)\s+(?:[\w’'-]+\s+){{0,4}}(?:{words})\b[^.;]{{0,60}}$", re.IGNORECASE
        ),
    )
    for line, words in LINES
)
POINTS_BACK = r"(?:of\s+(?:it|this|that|them|these|which)\s+)?(?:is|was|are|were)"
AFTER_SUM = tuple((line, re.compile(rf"\s+(?:{POINTS_BACK}\s+(?:{words})\b|(?:{words})\s+(?:\w+\s+)?{RESULT})", re.IGNORECASE)) for line, words in LINES)
OF_ACCOUNTS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.SAVING})
# the same line a year before: "£49m (2017: £71m)"
IN_BRACKETS = re.compile(r"\s*[(\[][^()£$€]{0,30}[:,]?\s*$")
# what says nothing beside them: an overspend is always an overrun, and of what a shortfall is the sum before it tells
SILENT: Mapping[Measure | None, frozenset[str]] = {
    Measure.SHORTFALL: frozenset({"overrun", ALL_INCOME, SAVINGS}),
    Measure.OVERSPEND: frozenset({"overrun"}),
    Measure.UNDERSPEND: frozenset({"overrun"}),
}


def told_by_measure(measure: Measure | None, before: str, after: str, earlier: Measure | None) -> tuple[str, ...]:
    """What a sum of this measure is for, by the words between it and the sums beside it, and by the measure of the one before."""
    if measure in OF_ACCOUNTS:
        told = [line for line, words in BEFORE_SUM if words.search(before)] + [line for line, words in AFTER_SUM if words.match(after)]
        return tuple(told[:1])
    if measure is Measure.INCOME and BARE_INCOME.search(before):
        return (ALL_INCOME,)
    if measure is Measure.COST and EARNED.search(before):
        return (WAGES,)
    return PLANNED.get(earlier, ()) if measure is Measure.SHORTFALL else ()
