"""One sum in two units: "£3 and 50 pence", "10 dollars and 20 cents", "two pounds fifty"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.money.numbers import PARTS, Quantity, read
from pipeline.money.spelled import read_words
from pipeline.money.sums import Sum

_JOIN = re.compile(r"(?:,?\s?and|,)?\s?", re.IGNORECASE)
_TWO_SUMS = re.compile(r"(?i:\b(?:between|both|of|coins|stamps)\s\Z)")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BARE = re.compile(
    rf"\s(?:(?P<digits>\d\d)|(?P<words>(?i:(?:{_TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)))"
    r"(?=[.,;:!?)”\"’']|\s*\Z|\s(?:a|an|per|each|to|in|on|for|and|or|at|by|off|more|less|please)\b)(?![.,]\d)"
)
_AND_A_HALF = re.compile(r"\sand\sa\s(half|quarter)\b(?!\s(?:million|billion|thousand)|-)")
_HUNDREDTH = Decimal("0.01")
_COINS = re.compile(r"(?i:\s(?:coins?|pieces?|stamps?|notes?|options?)\b)")


def compounded(text: str, sums: Iterable[Sum]) -> Iterator[Sum]:
    """The sums of a text, with pence joined to the pounds before them."""
    whole: Sum | None = None
    for found in sums:
        if whole and _belongs(text, whole, found):
            whole = _joined(whole, found)
            continue
        if whole:
            yield _with_bare_part(text, whole)
        whole = found
    if whole:
        yield _with_bare_part(text, whole)


def _belongs(text: str, whole: Sum, part: Sum) -> bool:
    if not part.minor or whole.minor or part.currency != whole.currency or not 0 <= part.start - whole.end <= 6 or part.quantity.value >= 1:
        return False
    if whole.quantity.value != whole.quantity.value.to_integral_value() or not _JOIN.fullmatch(text, whole.end, part.start):
        return False
    return not (_TWO_SUMS.search(text, max(0, whole.start - 12), whole.start) or _COINS.match(text, part.end))


def _joined(whole: Sum, part: Sum) -> Sum:
    value = whole.quantity.value + part.quantity.value
    return replace(whole, end=part.end, quantity=replace(whole.quantity, value=value, digits=value, half_unit=part.quantity.half_unit, scale=None))


def _with_bare_part(text: str, whole: Sum) -> Sum:
    """The fifty of "two pounds fifty" and "1 euro 50"."""
    if not whole.minor and whole.quantity.scale is None and (half := _AND_A_HALF.match(text, whole.end)):
        return _joined(whole, replace(whole, end=half.end(), quantity=Quantity(PARTS[half[1]], PARTS[half[1]], Decimal(0))))
    match = _BARE.match(text, whole.end) if not (whole.leads or whole.minor or whole.quantity.scale) else None
    number = read(match["digits"]) if match and match["digits"] else read_words(match["words"].lower().replace("-", " ")) if match else None
    if not match or not number:
        return whole
    return _joined(whole, Sum(match.start(), match.end(), replace(number.scaled_by(_HUNDREDTH), half_unit=Decimal(0)), whole.currency))
