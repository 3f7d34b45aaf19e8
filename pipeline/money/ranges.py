"""Two sums that the print makes one range: "£5-7m", "between £3m and £4m", "5 to 7 million euros", "from $8 to $10"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.money import numbers
from pipeline.money.beside import Number, number_before
from pipeline.money.currencies import DECIMAL_COMMA, table
from pipeline.money.lists import borrowed, further, listed, sharing_scales
from pipeline.money.numbers import DIGITS, SCALE, Quantity
from pipeline.money.sums import Sum

_DASH = r"\s?[-–—−~]\s?"
_JOIN = re.compile(rf"{_DASH}|\s+(?:to|and|through)\s+(?:(?:about|around|perhaps|as\smuch\sas|up\sto)\s+)?")
_BARE_UPPER = re.compile(
    rf"(?P<join>[-–—−~]|\s?[-–—−~]\s?(?=[\d.,]+\s?[A-Za-z])|\s[-–—−~]\s(?=\d+[.,]\d)|\s+to\s+|\s+and\s+)(?P<digits>{DIGITS})(?P<scale>{SCALE})?(?![\w%]|\s?per\s?cent|\s?%)"
)
_LOWER_JOIN = re.compile(rf"(?:{_DASH}|\s+to\s+|\s+and\s+)\Z")
_BETWEEN = re.compile(r"(?i:\bbetween\s+(?:about\s+|around\s+|some\s+|roughly\s+)?\Z)")
# "rose from £5m to £7m" is two sums
_CHANGE = re.compile(
    r"(?i:\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|gone|went|go(?:es|ing)?|gr[eo]w(?:s|n|ing)?|increas\w+|decreas\w+|cut|cuts|cutting|up|down|"
    r"dropp?\w*|doubl\w+|trebl\w+|tripl\w+|jump\w*|reduc\w+|mov\w+|revis\w+|chang\w+|widen\w*|sw[iu]ng\w*|climb\w*|slump\w*|soar\w*|surg\w+|improv\w+|"
    r"worsen\w*|deteriorat\w+|downgrad\w+|upgrad\w+|rais\w+|lift\w*|swell\w*|swollen|shr[aiu]nk\w*|expand\w*|add(?:ed|s|ing)?|slash\w*|boost\w*|"
    r"balloon\w*|narrow\w*|slipp?\w*|lower\w*|halv\w+)\b[^.!?;\n£$€]{0,60}\bfrom(?:\s\w+){0,3}\s\Z|"
    r"\b(?:rose|fell|up|down|grew|climbed|jumped|dropped|slumped|soared|surged|widened|narrowed|improved|worsened|swelled|increased|decreased|by)\s\Z)"
)
_DASHES = frozenset("-–—−~")
_PRICE = re.compile(r"\d[.,]\d")
_JOIN_ENDS = frozenset("-–—−~od")  # of dashes, "to" and "and"
_REACH = 90


def joined(text: str, sums: Iterable[Sum]) -> list[Sum]:
    """The sums of a text with ranges made one, in order."""
    done: list[Sum] = []
    waiting = sharing_scales(text, list(sums))[::-1]
    while waiting:
        found = waiting.pop()
        following = waiting[-1] if waiting else None
        gap = (done[-1].end if done else 0, following.start if following else len(text))
        pair = _pair(text, found, following) or _bare_pair(text, found, *gap)
        if pair and following and pair.end == following.end:
            waiting.pop()
        done.extend([pair] if pair else [*listed(text, found, gap[0]), found])
        waiting.extend(further(text, done[-1], gap[1]))
    return done


def _pair(text: str, lower: Sum, upper: Sum | None) -> Sum | None:
    if not upper or upper.currency != lower.currency or upper.start - lower.end > 16 or not _JOIN.fullmatch(text, lower.end, upper.start):
        return None
    return _range(text, replace(lower, end=upper.end), lower.quantity, upper.quantity, text[lower.end : upper.start])


def _bare_pair(text: str, found: Sum, last: int, limit: int) -> Sum | None:
    """A range of which only one end carries the currency: "£5-7m", "5-7m euros", "5m-£7m"."""
    if found.leads:
        return _with_bare_upper(text, found, limit) or _with_bare_lower(text, found, last)
    return _with_bare_lower(text, found, last)


def _with_bare_upper(text: str, found: Sum, limit: int) -> Sum | None:
    match = _BARE_UPPER.match(text, found.end, limit)
    if not match:
        return None
    upper = numbers.read(match["digits"], match["scale"] or "", "", found.currency in DECIMAL_COMMA)
    if upper.scale is None and not (_is_tight(text, found, match["join"]) or _is_priced(text, found, match)):
        return None
    return _range(text, replace(found, end=match.end("scale" if match["scale"] else "digits")), _thousands(found.quantity, upper), upper, match["join"])


def _with_bare_lower(text: str, found: Sum, last: int) -> Sum | None:
    if text[max(0, found.start - 4) : found.start].rstrip()[-1:] not in _JOIN_ENDS:
        return None
    join = _LOWER_JOIN.search(text, max(last, found.start - 6), found.start)
    lower = number_before(text, join.start() + 1, found.currency, last) if join else None
    if not join or not lower or (found.leads and not _is_led(text, lower, found)):
        return None
    quantity = lower.quantity.scaled_by(table()[found.currency].minor_unit()) if found.minor else lower.quantity
    return _range(text, replace(found, start=lower.start), quantity, found.quantity, join[0])


def _is_led(text: str, lower: Number, found: Sum) -> bool:
    """Whether a number can belong to the sum that follows with its sign: "5m-£7m", "between 5 and £7m", not "in 2019 to £7m"."""
    between = _BETWEEN.search(text, max(0, lower.start - 30), lower.start)
    return bool(found.quantity.scale and (lower.quantity.scale or between))


def _is_tight(text: str, found: Sum, join: str) -> bool:
    """Whether a number without scale can belong to a sum: "£5-7", "between £230 and 300", not "£5 to 10 people" nor "£5m-10"."""
    between = join.strip() == "and" and _BETWEEN.search(text, max(0, found.start - 30), found.start)
    return found.quantity.scale is None and (join in _DASHES or bool(between))


def _is_priced(text: str, found: Sum, match: re.Match[str]) -> bool:
    """$12.50 - 18.90 and $1,200 - 1,500: spaced dashes join what are plainly two prices."""
    printed = text[found.start : found.end], match["digits"]
    return found.quantity.scale is None and match["join"].strip() in _DASHES and all(_PRICE.search(part) for part in printed)


def _thousands(lower: Quantity, upper: Quantity) -> Quantity:
    """The 10 of "£10-15,000" is ten thousand: a group of `,000` is a scale as well."""
    group = upper.half_unit * 2
    shared = upper.scale is None and group >= 1000 and lower.half_unit < 500 and lower.value < upper.value / group
    return lower.scaled_by(group) if shared else lower


def _range(text: str, place: Sum, lower: Quantity, upper: Quantity, join: str) -> Sum | None:
    lower = borrowed(lower, upper)
    before = text[max(0, place.start - _REACH) : place.start]
    word = join.split()[0].lower() if join.strip() else join
    if not 0 <= lower.value < upper.value or (word == "and" and not _BETWEEN.search(before)) or (word in ("to", "through") and _CHANGE.search(before)):
        return None
    return replace(place, quantity=lower, upper=upper)
