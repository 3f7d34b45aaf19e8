"""Rises and falls by a share: "up 12% on the £50m of last year, to £56m"; "cut by a quarter from £8m to £6m"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.equations.factors import SHARE, share_of
from pipeline.equations.forms import product_of
from pipeline.equations.telling import Telling, worded
from pipeline.model import Equation

UP = (
    r"(?:up|rose|risen|rise|rises|rising|grew|grown|grow|grows|growing|growth|increas(?:e|es|ed|ing)|jump(?:s|ed)?|climb(?:s|ed)?|soar(?:s|ed)?|surged?|gain(?:s|ed)?|"
    r"higher|more|advanced?|leapt|hike|uplift|added|improved|"
    r"swell(?:s|ed)?|swollen|balloon(?:s|ed)?|mount(?:s|ed)|expand(?:s|ed)?|widen(?:s|ed)?|"
    r"rocket(?:s|ed)?|shot|bounced|strengthened|crept|edged|climbing|boosted|up by)"
)
DOWN = (
    r"(?:down|fell|fallen|fall|falls|falling|cut|cuts|cutting|reduc(?:e|es|ed|ing|tion)|dropp?(?:ed|ing|s)?|declin(?:e|es|ed|ing)|slipp?(?:ed|s)?|slump(?:ed|s)?|"
    r"decreas(?:e|es|ed)|discount(?:s|ed)?|rebates?|knocked|waived|shaved|lower|less|plunged?|tumbled?|shrank|shrunk|slashed|dipped|sank|lost|trimmed|"
    r"slid(?:es?|ing)?|sagged|ebbed|contract(?:s|ed)|crash(?:es|ed)|collapsed|eased|softened|weakened|receded|retreated|narrow(?:s|ed)?|shed|dived|plummeted|"
    r"shav(?:es|ing)|pared|trims?|clipped|shrinks?|shrinking|lowered)"
)
_MOVED = rf"\b(?:(?P<rise>{UP})|(?P<fall>{DOWN}))\b"
_NOT_ANOTHER = r"(?! (?:point|of))"
STATED = [
    worded(words)
    for words in (
        rf"{_MOVED} (?:[\w-]+ ){{0,3}}?{SHARE}{_NOT_ANOTHER}…,? from {{a}}~ to {{b}}",
        rf"{_MOVED} (?:[\w-]+ ){{0,3}}?{SHARE}{_NOT_ANOTHER}…,? to {{b}},?~ (?:from|compared with|against) {{a}}",
        rf"{_MOVED} (?:[\w-]+ ){{0,2}}?{SHARE}{_NOT_ANOTHER} (?:on|from) (?:the |its |their )?{{a}}~ to {{b}}",
        rf"{SHARE} (?:[\w-]+ )?{_MOVED}…,? from {{a}}~ to {{b}}",
        rf"{SHARE} (?:[\w-]+ )?{_MOVED}…,? to {{b}},?~ from {{a}}",
        rf"\bfrom {{a}}~ to {{b}}~(?:,| –| —| -| \() ?(?:an? |or )?(?:[\w-]+ )?{_MOVED} (?:[\w-]+ ){{0,2}}?{SHARE}{_NOT_ANOTHER}",
        rf"\bfrom {{a}}~ to {{b}}~(?:,| –| —| -| \() ?(?:an? |or )?(?:[\w-]+ )?{SHARE} {_MOVED}",
        rf"\bto {{b}},? from {{a}}~(?:,| –| —| -| \() ?(?:an? |or )?(?:[\w-]+ )?{_MOVED} (?:[\w-]+ ){{0,2}}?{SHARE}{_NOT_ANOTHER}",
        rf"{{b}}~(?:,| was| is| were) (?:an? )?(?:[\w-]+ )?{_MOVED} (?:[\w-]+ ){{0,2}}?{SHARE}{_NOT_ANOTHER} (?:on|from|compared with)~ {{a}}",
        rf"{{b}}~(?:,| was| is| were) {SHARE} {_MOVED} (?:than|on)~ {{a}}",
    )
]


def percentage(told: Telling) -> Iterator[Equation]:
    for pattern in STATED:
        for match in pattern.finditer(told.text):
            factor = share_of(match).after(rise=match["rise"] is not None)
            yield product_of(factor, told.figure(match, "a"), told.figure(match, "b"), "percentage")
