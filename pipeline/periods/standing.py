"""Whether a time stands alone: many of their words are also names, verbs, counts and parts of titles.

A year is none in a credit, in the name of a law or an event, or before what it counts. May, March, April, June and August are months only after a
word such as "in"; a short weekday only after one such as "on". "The 15th" is a day, "the '80s" a decade, "the summer" this year's, only where the
words around leave no other sense.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.periods.kinds import kind
from pipeline.periods.tokens import Node

_CREDIT = re.compile(r"(?i:©|\(c\)|\b(?:copyright|photo(?:graph)?|picture|image|credit)\b)[^.\n]{0,40}\Z")
_NAME = re.compile(
    r"(?:\b(?:Act(?:\sof)?|Order|Regulations?|Rules|Bill|Euro|Expo|Vision|Agenda|Horizon|Route|Room|Flight|Office|Windows|Box|[Pp]age|[Ff]orm|[Ss]ection|[Cc]lause"
    r"|[Pp]ara(?:graph)?|[Nn]os?\.?|[Nn]umber|[Ii]tem|[Mm]odel|[Ll]ine|[Pp]ort|(?i:call|tel|ext|fax|phone|version|room|code|pin|ref)\.?:?)\s"
    r"|[£$€#]\s?|[^\s(\[‘'“\"\-–—/|]|\d[.,/]|\w[/|]|(?<!\d{4})(?<![/-]\d\d)(?<![QqH]\d)\d[\s-])\Z"
)
_COUNTED = re.compile(
    r"(?:\s(?:people|staff|patients|homes|jobs|beds|pounds|euros|dollars|miles|words|members|pupils|students|children|families|workers|nurses|tonnes|metres|"
    r"hours|calls|votes|visits|visitors|residents|households|times|cases|feet|ft|km|kg|calories|units|points|Vision|metres|yards|acres|rpm|BC|BCE|B\.C)\b"
    r"|\d|[-–/]\s?\d|:\d|[a-z%°]|[.,]\d)"
)
_SPOKEN = re.compile(r"(?i:\b(?:in|of|since|year|by|until|from|to|before|after|early|late|mid|around)[\s-]\Z)")
_ON = re.compile(
    r"(?i:\b(?:in|since|by|until|till|from|during|of|to|after|before|early|late|mid|both|and|between|at|last|next|this|for|through|[a-z]{3,9}\sto|-|–)[\s-]?\Z)"
)
_ON_SURELY = re.compile(r"(?i:\b(?:in|since|until|till|during|early|late|mid|last|next|of\slast|end\sof)[\s-]\Z)")
_ON_DAY = re.compile(r"(?i:(?:\b(?:on|last|next|this|by|until|till|since|from|for|to|before|after|between|and|of|through|coming)\s|,\s|[\n(])\Z)")
_ON_SHORT = re.compile(r"(?i:(?:\b(?:on|last|next|this|by|until|till|since|from|before|after|coming)\s|[\n(])\Z)")
_EVERY = re.compile(r"(?i:\b(?:every|each|most|on\smost)\s\Z)")
_AT = re.compile(r"(?i:\b(?:at|over|during|by|before|after|since|for|until)\s(?:the\s)?\Z)")
_THE = re.compile(r"(?i:\b(?:the|early|late|mid|since|in)[\s-]\Z)")
_ENDS = re.compile(r"\s*(?:[.,;:!?)\n]|$|(?:and|at|to|when|but|that|if|as|with|or|because|after|before|i|we|he|she|they|please)\b)", re.IGNORECASE)
_PAIRED = re.compile(r"\s(?:and|or)\s\d")
_TITLE = re.compile(r"\s(?:[A-Z]|\d)|s\b|[’']?-?year-old")
_NUMBER = re.compile(r",?\s\d")
_AFTER_DAY = re.compile(r"-?\d|[%:]\d|\s(?:million|billion|per\s?cent|%)|%")
_VERBS, _SHORT, _NAMES = frozenset({"may", "march", "mar"}), 5, frozenset({"March", "April", "June", "August"})
_MODERN = 1800  # a bare number below is a year only after a word such as "in"
_YEAR = kind("year")


def year_stands(node: Node, text: str) -> bool:
    """A printed year that is no count, no name and no part of a longer number; years of other forms always stand."""
    if len(node.parts) != 1 or node.parts[0].kind != _YEAR:
        return True
    before = text[max(0, node.start - 60) : node.start]
    if node.end - node.start > 4 or node.parts[0].value < _MODERN:
        return _SPOKEN.search(before) is not None
    return not (_NAME.search(before[-16:]) or _CREDIT.search(before) or _COUNTED.match(text, node.end))


def _short_year(node: Node, text: str) -> bool:
    return _SPOKEN.search(text[max(0, node.start - 20) : node.start]) is not None and not text[node.end : node.end + 1].isalnum()


def month_stands(node: Node, text: str) -> bool:
    """A month's name that is no verb, no person and no count's neighbour."""
    token = next(part for part in node.parts if part.kind == kind("month"))
    word, before = text[token.start : token.end], text[max(0, token.start - 14) : token.start]
    if _NUMBER.match(text, node.end) and before[-3:].lower() != "in ":  # "in May 12 people came"
        return False
    if word in _VERBS or (len(word) < _SHORT and word.lower() not in ("june", "july")):
        return _ON_SURELY.search(before) is not None
    return (word not in _NAMES and word != "June") or _ON.search(before) is not None


def _day(node: Node, text: str) -> bool:
    """ "They may 5" is no day; "on may 5" is."""
    token = next(part for part in node.parts if part.kind == kind("month"))
    if _AFTER_DAY.match(text, node.end):
        return False
    if node.parts[0].kind != token.kind or text[token.start].isupper():
        return True
    before = text[max(0, node.start - 20) : node.start]
    return text[token.start : token.end] not in _VERBS or not before.strip() or _ON_DAY.search(before) is not None


def _weekday(node: Node, text: str) -> bool:
    token = next(part for part in node.parts if part.kind == kind("weekday"))
    if _EVERY.search(text[max(0, node.start - 12) : node.start]) or (len(node.parts) == 1 and _TITLE.match(text, node.end)):
        return False
    return token.end - token.start > _SHORT or (_ON_SHORT.search(text[max(0, token.start - 20) : token.start]) is not None and not _TITLE.match(text, node.end))


def _ordinal(node: Node, text: str) -> bool:
    """ "We meet on the 15th."; not "on the 3rd and 4th floors", "the third party"."""
    printed = any(text[part.start].isdecimal() for part in node.parts)
    led = printed and _ON_SHORT.search(text[max(0, node.start - 20) : node.start]) is not None
    return led and _ENDS.match(text, node.end) is not None and not _PAIRED.match(text, node.end)


def _decade(node: Node, text: str) -> bool:
    long = text[node.start : node.start + 4].isdecimal() or not text[node.start].isalnum()
    return long or _THE.search(text[max(0, node.start - 10) : node.start]) is not None


def _quarter(node: Node, text: str) -> bool:
    """ "The third quarter" or "Q3"; a quarter-final is none."""
    first = text[node.start : node.start + 3].lower()
    return (first == "the" or first[0] == "q") and re.match(r"-|\sfinals?\b|s\b|\w|:|\sof\b", text[node.end : node.end + 8]) is None


def _half(node: Node, text: str) -> bool:
    return text[node.start] == "H" and re.search(r"\b(?:in|for|of|during|since|by|the)\s\Z", text[max(0, node.start - 8) : node.start]) is not None


def _season(node: Node, text: str) -> bool:
    led = re.search(
        r"\b(?:in|by|since|until|during|over|from|before|after|for|through|throughout)\s\Z", text[max(0, node.start - 12) : node.start], re.IGNORECASE
    )
    return led is not None and any(part.kind == kind("the") for part in node.parts) and _ENDS.match(text, node.end) is not None


def _holiday(node: Node, text: str) -> bool:
    return re.match(r"\s\d|-|s\b|\s(?:Agreement|Road|Island|Carol|Rising|Test|Cup|Parade)\b", text[node.end : node.end + 12]) is None


def _slashed(node: Node, text: str) -> bool:
    """ "On 15/2"; "24/7" and "1/2" are no days."""
    led = len(node.parts) > 3 or text[max(0, node.start - 3) : node.start].lower() == "on "
    return led and text[node.start : node.end] != "24/7" and _ENDS.match(text, node.end) is not None


def _at(node: Node, text: str) -> bool:
    return _AT.search(text[max(0, node.start - 14) : node.start]) is not None


def _never(_: Node, __: str) -> bool:
    return False


_GUARDS: dict[str, Callable[[Node, str], bool]] = {
    kind(name): guard
    for name, guard in {
        "YEAR": year_stands,
        "SHORT": _short_year,
        "MONTHX": month_stands,
        "DAYX": _day,
        "DAYW": _weekday,
        "DAYN": _ordinal,
        "DECADE": _decade,
        "QX": _quarter,
        "HX": _half,
        "DAYS": _slashed,
        "WEEKENDX": _at,
        "YEAREND": _at,
        "SEASONX": _season,
        "HOLIDAY": _holiday,
        "ROUTINE": _never,
    }.items()
}


def stands(node: Node, text: str) -> bool:
    """Whether what was read is a time where it stands."""
    guard = _GUARDS.get(node.kind)
    return node.period is not None and (guard is None or guard(node, text))
