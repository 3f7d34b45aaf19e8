"""The number that stands beside a currency: right after a sign ("£97.6m"), or right before a sign, a code or a name ("7.5bn euros")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.money import numbers
from pipeline.money.currencies import DECIMAL_COMMA, table
from pipeline.money.numbers import DIGITS, GAP, HALF, NARROW, SCALE, SPACED_DIGITS, Quantity
from pipeline.money.spelled import spelled_after, spelled_before

_MAY_FOLLOW = rf"(?!(?:pa|pcm|pw|pp|p\.?a|p|each|{'|'.join(table())})\b)"  # £50pcm, £12.99p, £5GBP
_END = rf"(?:(?<=\.\d\d)(?=[A-Z][a-z])|(?!\d|\s?%|\s?[x×]\s?10\^|{_MAY_FOLLOW}[^\W\d_]))"
# parted thousands, two decimals or a scale: what no section, route or room number has
LIKE_A_SUM = re.compile(r"\d[.,]\d\d(?!\d)|\d[, .]\d{3}|\d[\s-]?(?:m|mn|mil|mill|bn|trn|tn|million|billion|trillion|lakh|crore)\b")
_REACH = 45  # no number in digits is longer, and a bound keeps the work linear


class Number(NamedTuple):
    """A quantity and its place; `couple` says that it is no exact count."""

    start: int
    end: int
    quantity: Quantity
    couple: bool = False


def _after(digits: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\.(?=[ {NARROW}]))?[ {NARROW}]{{0,2}}(?P<minus>[-−–]?)(?P<digits>{digits})(?P<half>{HALF})?(?P<scale>{SCALE})?{_END}")


def _before(digits: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,£₤$€¥/#^])(?P<digits>{digits})(?P<half>{HALF})?(?P<scale>{SCALE})?(?:[.,][-–—]{{1,2}} ?|[-–—]|{GAP})\Z")


_AFTER, _AFTER_SPACED = _after(DIGITS), _after(SPACED_DIGITS)
_IN_BRACKETS = re.compile(rf"(?P<minus>\()(?P<digits>{DIGITS})(?P<half>)\)(?P<scale>{SCALE})?(?![^\W\d_])")  # an accountant's $(5.2) million
_BEFORE, _BEFORE_SPACED = _before(DIGITS), _before(SPACED_DIGITS)
_COUNTED_TWICE = re.compile(rf"\((?P<digits>{DIGITS})(?P<half>)(?P<scale>)\)\s\Z")  # one (1) euro
_CHEQUE = re.compile(r"(?i:\s(?:and|&)\s(?:no|xx|00|zero)/100)\s\Z")  # one thousand and no/100 dollars
_FIXED_SPACES = frozenset({"GBP", "USD"})  # a plain space parts no thousands there: it parts the columns of a table


def number_after(text: str, place: int, code: str) -> Number | None:
    """The number that follows a sign of the currency `code` which ends at `place`; its quantity is negative behind a minus."""
    fixed = code in _FIXED_SPACES and text[place : place + 1] != " "
    match = (_AFTER if fixed else _AFTER_SPACED).match(text, place) or _IN_BRACKETS.match(text, place)
    if match:
        if match["digits"].startswith("00"):  # "£000" heads a column
            return None
        quantity = _quantity(match, code)
        return Number(match.start("minus"), match.end(), quantity.negated() if match["minus"] else quantity)
    start = place + (text[place : place + 1] == " ")
    found = spelled_after(text, start)
    return Number(start, found[0], found[1]) if found else None


def number_before(text: str, place: int, code: str, last: int) -> Number | None:
    """The number, in digits or words, that ends where the currency `code` is named at `place`; never reaches back behind `last`."""
    match = (_BEFORE if code in _FIXED_SPACES else _BEFORE_SPACED).search(text, max(last, place - _REACH), place)
    match = match or _COUNTED_TWICE.search(text, max(last, place - _REACH), place)
    if match:
        return Number(match.start(), place, _quantity(match, code))
    cheque = _CHEQUE.search(text, max(last, place - 16), place)
    found = spelled_before(text, cheque.start() + 1 if cheque else place, last)
    return Number(found[0], place, found[1], "couple" in text[found[0] : place].lower()) if found else None


def _quantity(match: re.Match[str], code: str) -> Quantity:
    return numbers.read(match["digits"], match["scale"] or "", match["half"] or "", code in DECIMAL_COMMA)


def to_the_minor_unit(number: Number, code: str) -> Quantity:
    """The quantity of a number; where it is printed with its pence, nothing is left to round."""
    quantity = number.quantity
    if quantity.scale is not None or quantity.half_unit > table()[code].minor_unit() / 2:
        return quantity
    return replace(quantity, half_unit=Decimal(0))
