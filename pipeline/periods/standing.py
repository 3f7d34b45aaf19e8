"""Whether a time stands alone: many of their words are also names, verbs, counts and parts of titles.

May, March, April, June and August are months only after a word such as "in", a short weekday only after one such as "on". "The 15th" is a day, "the
'80s" a decade, "the summer" this year's, only where the words around leave no other sense.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.periods.kinds import kind, kinds
from pipeline.periods.telling import Telling
from pipeline.periods.tokens import Node
from pipeline.periods.years import short_year_stands, year_stands

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
_TITLE = re.compile(r"\s(?!I\b)(?:[A-Z]|\d)|s\b|[’']?-?year-old")
_NUMBER = re.compile(r",?\s\d")
_AFTER_DAY = re.compile(r"-?\d|-[A-Z]|[%:]\d|\s(?:million|billion|per\s?cent|%)|%")
_NAMED = re.compile(r"\s[A-Z][a-z]")
_VERBS, _SHORT, _NAMES = frozenset({"may", "march", "mar", "august"}), 5, frozenset({"March", "April", "June", "August"})
_LEADING = kinds("step") + kind("the")
_PROGRAMME = re.compile(r"\s(?:[Pp]rogramme|[Pp]rogram|[Ss]how|[Nn]ewspaper|FM|Tonight)\b")
_CHANNEL = re.compile(r"(?:\b(?:USA|BBC|ITV|NBC|Radio\s\d)|\d[’']s)\s\Z")
_EVERY_DAY = re.compile(r"(?i:\b(?:every|each|any|most|some|one|two|three|four|five|six|seven|\d)\s(?:single\s)?days?\s(?:of|in)\s\Z)")
_HYPHENED = re.compile(r"(?i:(?:first|second|third|fourth)-quarter)")
_NO_QUARTER = re.compile(r"-|\s(?:finals?|goals?|touchdowns?|leads?|points?|rally|comeback|pole)\b|s\b|\w|:|\sof\b")
# newspapers, a football club and a servant
_WEEKDAY_NAME = re.compile(r"(?:(?<!Royal )(?<!Daily )\bMail\son|\bIndependent\son|\bSheffield|\bMan|\bCrusoe\sand)\s\Z")
_FRACTIONS = frozenset("1/2 1/3 2/3 1/4 3/4 24/7 9/11".split())


def month_stands(node: Node, text: str) -> bool:
    """A month's name that is no verb, no person and no count's neighbour."""
    token = next(part for part in node.parts if part.kind == kind("month"))
    word, before = text[token.start : token.end], text[max(0, token.start - 14) : token.start]
    if _NAMED.match(text, node.end) and word in _NAMES and not _ON_SURELY.search(before):  # "June Brown and April Jones"
        return False
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
    if _WEEKDAY_NAME.search(text[max(0, node.start - 24) : node.start]):
        return False
    return token.end - token.start > _SHORT or (_ON_SHORT.search(text[max(0, token.start - 20) : token.start]) is not None and not _TITLE.match(text, node.end))


def _ordinal(node: Node, text: str) -> bool:
    """ "We meet on the 15th."; not "on the 3rd and 4th floors", "the third party"."""
    printed = any(text[part.start].isdecimal() for part in node.parts)
    led = printed and _ON_SHORT.search(text[max(0, node.start - 20) : node.start]) is not None
    return led and _ENDS.match(text, node.end) is not None and not _PAIRED.match(text, node.end)


def _deictic(node: Node, text: str) -> bool:
    """ "Radio 4's Today programme" is no day."""
    return text[node.start].islower() or not (_PROGRAMME.match(text, node.end) or _CHANNEL.search(text[max(0, node.start - 12) : node.start]))


def _unit(node: Node, text: str) -> bool:
    """ "Every day of the week"."""
    return text[node.start : node.start + 3].lower() != "the" or _EVERY_DAY.search(text[max(0, node.start - 24) : node.start]) is None


def _decade(node: Node, text: str) -> bool:
    if node.parts[0].kind in _LEADING:
        return True
    long = text[node.start : node.start + 4].isdecimal() or not text[node.start].isalnum()
    return long or _THE.search(text[max(0, node.start - 10) : node.start]) is not None


def _quarter(node: Node, text: str) -> bool:
    """ "The third quarter" or "Q3"; a quarter-final is none."""
    first = text[node.start : node.start + 3].lower()
    if text[max(0, node.start - 2) : node.start] == "a ":
        return False
    hyphened = _HYPHENED.fullmatch(text, node.start, node.end) is not None
    return (first == "the" or first[0] == "q" or hyphened) and _NO_QUARTER.match(text, node.end) is None


def _half(node: Node, text: str) -> bool:
    return text[node.start] == "H" and re.search(r"\b(?:in|for|of|during|since|by|the)\s\Z", text[max(0, node.start - 8) : node.start]) is not None


def _season(node: Node, text: str) -> bool:
    led = re.search(
        r"\b(?:in|by|since|until|during|over|from|before|after|for|through|throughout)\s\Z", text[max(0, node.start - 12) : node.start], re.IGNORECASE
    )
    if node.parts[-1].kind == kind("fall") and len(node.parts) == 1:
        return _ENDS.match(text, node.end) is not None
    return led is not None and any(part.kind == kind("the") for part in node.parts) and _ENDS.match(text, node.end) is not None


def _holiday(node: Node, text: str) -> bool:
    return re.match(r"\s\d|-|s\b|\s(?:Agreement|Road|Island|Carol|Rising|Test|Cup|Parade)\b", text[node.end : node.end + 12]) is None


def _slashed(node: Node, text: str) -> bool:
    """ "On 15/2"; "24/7" and "1/2" are no days."""
    led = len(node.parts) > 3 or text[max(0, node.start - 3) : node.start].lower() == "on "
    return led and text[node.start : node.end] not in _FRACTIONS and _ENDS.match(text, node.end) is not None


def _at(node: Node, text: str) -> bool:
    return _AT.search(text[max(0, node.start - 14) : node.start]) is not None


def _has_days(node: Node, _: str) -> bool:
    """ "Monday to Friday" without the days of one week."""
    return node.period is not None and node.period.start is not None


_GUARDS: dict[str, Callable[[Node, str], bool]] = {
    kind(name): guard
    for name, guard in {
        "YEAR": year_stands,
        "SHORT": short_year_stands,
        "MONTHX": month_stands,
        "DAYX": _day,
        "DAYW": _weekday,
        "DAYN": _ordinal,
        "DAY": _deictic,
        **dict.fromkeys(("WEEK", "MONTH", "YEARR"), _unit),
        "DECADE": _decade,
        "QX": _quarter,
        "HX": _half,
        "DAYS": _slashed,
        "WEEKENDX": _at,
        "YEAREND": _at,
        "SEASONX": _season,
        "HOLIDAY": _holiday,
        "ROUTINE": _has_days,
    }.items()
}


# kinds that stand in a text that is only a time
_PLAIN = frozenset(map(kind, ("MONTHX", "DAYW", "DAYN", "DAYS", "WEEKENDX", "QX", "SEASONX")))


def _is_all(node: Node, telling: Telling) -> bool:
    """Whether a text says no more than this."""
    rest = telling.text[node.end :].strip(" .?!")
    return node.kind in _PLAIN and not rest and telling.is_bare and telling.text[node.start : node.end] not in _FRACTIONS


def stands(node: Node, telling: Telling) -> bool:
    """Whether what was read is a time where it stands; where a text says nothing else, its words have no other sense to be mistaken for."""
    guard = _GUARDS.get(node.kind)
    return guard is None or guard(node, telling.text) or _is_all(node, telling)
