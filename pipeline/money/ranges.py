"""Two sums that the print makes one range ("£5-7m", "between £3m and £4m"), and neighbours that share a currency or a scale."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.money import numbers
from pipeline.money.numbers import DIGITS, SCALE, Quantity
from pipeline.money.sums import Sum

_DASH = r"\s?[-–—]\s?"
_JOIN = re.compile(rf"{_DASH}|\s+(?:to|and)\s+(?:(?:about|around|perhaps|up\sto)\s+)?")
_BARE_UPPER = re.compile(rf"(?P<join>[-–—]|\s?[-–—]\s?(?=[\d.,]+\s?[a-z])|\s+to\s+|\s+and\s+)(?P<number>{DIGITS}{SCALE}?)(?![\w%]|\s?per\s?cent)")
_BARE_LOWER = re.compile(rf"(?<![\w.,£₤$€¥/])(?P<number>{DIGITS}{SCALE}?)(?P<join>{_DASH}|\s+to\s+|\s+and\s+)\Z")
_LISTED = re.compile(rf"(?:,\s|,?\s(?:and|or)\s)(?P<number>{DIGITS}{SCALE})(?=\s*(?:[.,;:)]|\Z|(?:and|or|respectively)\b))")
_BETWEEN = re.compile(r"(?i:\bbetween\s+(?:about\s+|around\s+|some\s+|roughly\s+)?\Z)")
# "rose from £5m to £7m" is two sums
_CHANGE = re.compile(
    r"(?i:\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|gone|went|go(?:es|ing)?|gr[eo]w(?:s|n|ing)?|increas\w+|decreas\w+|cut|cuts|cutting|up|down|"
    r"dropp?\w*|doubl\w+|trebl\w+|tripl\w+|jump\w*|reduc\w+|mov\w+|revis\w+|chang\w+|widen\w*|sw[iu]ng\w*|climb\w*|slump\w*|soar\w*|surg\w+|improv\w+|"
    r"worsen\w*|deteriorat\w+|downgrad\w+|upgrad\w+|rais\w+|lift\w*|swell\w*|swollen|shr[aiu]nk\w*|expand\w*|add(?:ed|s|ing)?|slash\w*|boost\w*|"
    r"balloon\w*|narrow\w*|slipp?\w*|lower\w*|halv\w+)\b[^.!?;\n£$€]{0,60}\Z)"
)
_REACH = 90


def joined(text: str, sums: list[Sum]) -> list[Sum]:
    """The sums of a text with ranges made one, in order."""
    done: list[Sum] = []
    waiting = list(reversed(sums))
    while waiting:
        found = waiting.pop()
        following = waiting[-1] if waiting else None
        gap = (done[-1].end if done else 0, following.start if following else len(text))
        pair = _pair(text, found, following) or _bare_pair(text, found, *gap)
        if pair and following and pair.end == following.end:
            waiting.pop()
        done.append(pair or _sharing_scale(text, found, following))
        waiting.extend(_listed(text, done[-1], gap[1]))
    return done


def _pair(text: str, lower: Sum, upper: Sum | None) -> Sum | None:
    if not upper or upper.currency != lower.currency or not _JOIN.fullmatch(text, lower.end, upper.start):
        return None
    return _range(text, replace(lower, end=upper.end), lower.quantity, upper.quantity, text[lower.end : upper.start])


def _bare_pair(text: str, found: Sum, last: int, limit: int) -> Sum | None:
    """A range of which only one end carries the currency: "£5-7m", "5-7m euros"."""
    match = _BARE_UPPER.match(text, found.end, limit) if found.leads else _BARE_LOWER.search(text, max(last, found.start - 30), found.start)
    other = numbers.read(match["number"]) if match else None
    if not match or not other:
        return None
    if not found.leads:
        return _range(text, replace(found, start=match.start("number")), other, found.quantity, match["join"])
    if other.scale is None and not _is_tight(text, found, match["join"]):
        return None
    return _range(text, replace(found, end=match.end("number")), _thousands(found.quantity, other), other, match["join"])


def _is_tight(text: str, found: Sum, join: str) -> bool:
    """Whether a number without scale can belong to a sum: "£5-7", "between £230 and 300", not "£5 to 10 people" nor "£5m-10"."""
    between = join.strip() == "and" and _BETWEEN.search(text[max(0, found.start - 30) : found.start])
    return found.quantity.scale is None and (join in "-–—" or bool(between))


def _thousands(lower: Quantity, upper: Quantity) -> Quantity:
    """The 10 of "£10-15,000" is ten thousand: a group of `,000` is a scale as well."""
    group = upper.half_unit * 2
    shared = upper.scale is None and group >= 1000 and lower.half_unit < 500 and lower.value < upper.value / group
    return lower.scaled_by(group) if shared else lower


def _range(text: str, place: Sum, lower: Quantity, upper: Quantity, join: str) -> Sum | None:
    lower = _borrowed(lower, upper)
    before = text[max(0, place.start - _REACH) : place.start]
    word = join.split()[0] if join.strip() else join
    if lower.value >= upper.value or (word == "and" and not _BETWEEN.search(before)) or (word == "to" and _CHANGE.search(before)):
        return None
    return replace(place, quantity=lower, upper=upper)


def _borrowed(lower: Quantity, upper: Quantity) -> Quantity:
    """The 5 of "£5-7m" is five million; the 900 of "£900-£1m" is not, and the pence of "50p-£1" are not."""
    if lower.scale is None and upper.scale is not None and lower.digits < upper.digits:
        return lower.scaled_by(upper.scale)
    return lower


def _sharing_scale(text: str, found: Sum, following: Sum | None) -> Sum:
    """The 3 of "£3 or £4 million" is three million."""
    if following and found.leads and found.currency == following.currency and text[found.end : following.start].strip() == "or":
        return replace(found, quantity=_borrowed(found.quantity, following.quantity))
    return found


def _listed(text: str, found: Sum, limit: int) -> list[Sum]:
    """The 6m of "£5m, 6m and £7m" are pounds."""
    match = _LISTED.match(text, found.end, limit) if found.leads and not found.upper else None
    quantity = numbers.read(match["number"]) if match else None
    return [Sum(match.start("number"), match.end("number"), quantity, found.currency, leads=True)] if match and quantity else []
