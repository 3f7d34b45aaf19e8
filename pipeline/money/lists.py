"""Neighbours that share a currency or a scale: "£5m, 6m and £7m", "8 or $9", "5m, 6m and 7m euros", "£3, £4 and £5 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.money import numbers
from pipeline.money.currencies import DECIMAL_COMMA
from pipeline.money.numbers import DIGITS, SCALE, Quantity
from pipeline.money.sums import Sum

_NEXT = re.compile(rf"(?:,\s|,?\s(?:and|or)\s)(?P<digits>{DIGITS})(?P<scale>{SCALE})(?=\s*(?:[.,;:)]|\Z|(?:and|or|respectively)\b))")
_EARLIER = re.compile(rf"(?<![\w.,£₤$€¥/#%])(?P<digits>{DIGITS})(?P<scale>{SCALE})?(?P<join>,\s|,?\s(?:and|or)\s)\Z")
_BEFORE_SPACE = frozenset(",rd")  # how "," "or" and "and" end
_REACH = 30


def listed(text: str, found: Sum, last: int) -> list[Sum]:
    """The numbers before a sum that have their currency from it: the 8 of "8 or $9", the 5m of "5m or 6m euros", the 10 of "10, 20 and 30 euros"."""
    earlier: list[Sum] = []
    joins: list[str] = []
    end = found.start
    while text[end - 2 : end - 1] in _BEFORE_SPACE and (match := _EARLIER.search(text, max(last, end - _REACH), end)):
        quantity = borrowed(numbers.read(match["digits"], match["scale"] or "", "", found.currency in DECIMAL_COMMA), found.quantity)
        if not found.quantity.value / 20 <= quantity.value < found.quantity.value or (joins and match["join"].strip() != ","):
            break
        end = match.start("digits")
        earlier.append(replace(found, start=end, end=match.start("join"), quantity=quantity))
        joins.append(match["join"])
    return earlier[::-1] if _is_list(earlier, joins) else []


def _is_list(earlier: list[Sum], joins: list[str]) -> bool:
    """Two numbers with "or", three with "and": "page 8, $9m" and "clause 5 and 15 million pounds" are none."""
    return bool(joins) and joins[0].strip() != "," and (joins[0].strip(" ,\n") == "or" or len(earlier) > 1)


def further(text: str, found: Sum, limit: int) -> list[Sum]:
    """The 6m of "£5m, 6m and £7m" are pounds."""
    match = _NEXT.match(text, found.end, limit) if found.leads and not found.upper else None
    if not match:
        return []
    quantity = numbers.read(match["digits"], match["scale"], "", found.currency in DECIMAL_COMMA)
    return [replace(found, start=match.start("digits"), end=match.end("scale"), quantity=quantity)]


def sharing_scales(text: str, sums: list[Sum]) -> list[Sum]:
    """The 3 of "£3 or £4 million" and of "£3, £4 and £5 million" is three million; that of "£3 and £4 million" may be three pounds."""
    shared = list(sums)
    for i in range(len(sums) - 2, -1, -1):
        found, following = sums[i], shared[i + 1]
        joint = text[found.end : following.start].strip(" \n") if following.start - found.end < 8 else ""
        listed_on = joint in ("and", ", and") and i > 0 and text[sums[i - 1].end : found.start].strip() == ","
        if found.leads and found.currency == following.currency and (joint == "or" or listed_on or (joint == "," and _has_share(sums, shared, i + 1))):
            shared[i] = replace(found, quantity=borrowed(found.quantity, following.quantity))
    return shared


def _has_share(sums: list[Sum], shared: list[Sum], i: int) -> bool:
    return shared[i].quantity is not sums[i].quantity


def borrowed(lower: Quantity, upper: Quantity) -> Quantity:
    """The 5 of "£5-7m" is five million; the 900 of "£900-£1m" is not, and the pence of "50p-£1" are not."""
    if lower.scale is None and upper.scale is not None and lower.digits < upper.digits:
        return lower.scaled_by(upper.scale)
    return lower
