"""Kinds of word: a time is recognised by the kinds of its words, and each kind is one character of the shape that rules match.

A pattern of kinds reads as the time does: `the? dom of? month comma? year`. Names in lower case are words, in capitals what rules made of them.
"""

from __future__ import annotations

import re
from functools import cache

_POOL = "".join(map(chr, (*range(48, 58), *range(65, 91), *range(97, 123), *range(0xC0, 0x180))))
_KINDS: dict[str, str] = {}
# names for one of several kinds, or for a run of them
_GROUPS = {
    "dom": "(num|nth)",
    "yy": "(num|big)",
    "count": "(a|num|big|word|tens)",
    "unit": "(day|week|mth|yr|quarter|decade|fortnight|century)",
    "own": "(fiscal|tax|academic|calendar)",
    "early": "(early|earlier|late|later|mid|sometime)",
    "season": "(season|fall)",
    "step": "(last|this|next|past|previous|current|coming|following|deictic)",
    "till": "(to|dash)",
    "ytd": "(ytd|yr dash? to dash? date)",
    "ANYDAY": "(DAY|DAYX|DAYW)",
    "ANYMONTH": "(MONTH|MONTHX)",
    "ANYYEAR": "(YEAR|YEARR)",
    "WHOLE": "(MONTH|MONTHX|YEAR|YEARR|QUARTER|QX|HALF|WEEK|SEASON|DECADE|SPAN)",
}
_NAME = re.compile(r"[A-Za-z]+")
_ITEM = re.compile(r"(?P<item>\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|[A-Za-z]+)(?P<optional>\??)")


def kind(name: str) -> str:
    """The character of one kind, given out at its first use.

    >>> len(kind("month")), kind("month") == kind("month"), kind("month") == kind("year")
    (1, True, False)
    """
    return _KINDS.setdefault(name, _POOL[len(_KINDS)])


@cache
def kinds(name: str) -> str:
    """The characters of a kind, or of each kind of a group.

    >>> kinds("dom") == kind("num") + kind("nth")
    True
    """
    return "".join(kind(each) for each in _NAME.findall(_GROUPS.get(name, name)))


def pattern_of(rule: str) -> re.Pattern[str]:
    """A rule as a pattern for shapes.

    >>> bool(pattern_of("the? dom of? month").fullmatch("".join(map(kind, ("the", "nth", "of", "month")))))
    True
    """
    return re.compile(_NAME.sub(lambda name: _expanded(name[0]), rule).replace(" ", ""))


def needs_of(rule: str) -> list[frozenset[str]]:
    """Sets of kinds, of each of which every run of words that a rule fits has one: most rules are ruled out by them alone.

    >>> [len(need) for need in needs_of("(weekday comma?)? the? dom of month")]
    [2, 1, 1]
    """
    items = [match["item"] for match in _ITEM.finditer(rule) if not match["optional"]]
    return [frozenset("".join(map(kinds, _NAME.findall(item)))) for item in items if not item.startswith("(?")]


def _expanded(name: str) -> str:
    group = _GROUPS.get(name)
    if group is None:
        return kind(name)
    return "(?:" + _NAME.sub(lambda each: kind(each[0]), group)[1:].replace(" ", "")
