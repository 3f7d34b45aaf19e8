"""Sums whose currency is a word: "7.5bn euros", "three million pounds", "20p", "50 cents", "ten grand"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.money.anchors import DOUBTFUL, SLANG
from pipeline.money.beside import LIKE_A_SUM, Number, number_after, number_before, to_the_minor_unit
from pipeline.money.currencies import minor_codes, table
from pipeline.money.negatives import signed
from pipeline.money.numbers import Quantity
from pipeline.money.sums import Place, Sum
from pipeline.money.traps import is_no_minor, is_no_money

_ADJACENT = 6
# "a grand piano" is none: only what cannot be a noun may follow
_AFTER_SLANG = re.compile(
    r"(?=[.,;:!?)”\"’']|\s*\Z|\s(?:a|an|per|each|to|in|on|for|from|and|or|at|by|of|as|when|with|the|this|that|off|more|less|out|cash|today|tomorrow|last|every|all)\b)"
)
A_MILLION = re.compile(r"(?:an?|half)\s", re.IGNORECASE)  # "pounds a million" and "pounds half million" are no sums


def at_name(place: Place) -> Sum | None:
    """A number with the name of a currency behind it, or "pounds 3.2m"."""
    code = place.ambience.code_of(place.printed)
    number = number_before(place.text, place.anchor.start, code, place.last)
    if number is None:
        return _named_first(place, code)
    if is_no_money(place, number) or _is_doubtful(place, number, code):
        return None
    end = place.anchor.end + len(" sterling") * place.text.startswith(" sterling", place.anchor.end)
    return signed(place.text, Sum(number.start, end, to_the_minor_unit(number, code), code, couple=number.couple), place.last)


def _named_first(place: Place, code: str) -> Sum | None:
    number = number_after(place.text, place.anchor.end, code) if place.text[place.anchor.end : place.anchor.end + 1] == " " else None
    if number is None or A_MILLION.match(place.text, number.start):
        return None
    if not (" " in place.printed or number.quantity.scale or LIKE_A_SUM.search(place.text[number.start : number.end])):
        return None
    return Sum(place.anchor.start, number.end, to_the_minor_unit(number, code), code, leads=True)


def at_minor(place: Place) -> Sum | None:
    """A number of pence or cents, as a part of the pound or of whichever currency has cents there."""
    code = _whole_of(place)
    number = number_before(place.text, place.anchor.start, code, place.last)
    if number is None or is_no_minor(place, number) or _is_doubtful(place, number, code):
        return None
    unit = table()[code].minor_unit(place.anchor.printed)
    quantity = replace(number.quantity.scaled_by(unit * (number.quantity.scale or 1)), half_unit=Decimal(0))
    return Sum(number.start, place.anchor.end, quantity, code, minor=True)


def at_slang(place: Place) -> Sum | None:
    """Ten grand are ten thousand pounds, or dollars in a text that prints no other sign; a fiver is a note of five."""
    number = number_before(place.text, place.anchor.start, "GBP", place.last) or _one(place)
    is_grand = place.anchor.printed == "grand"
    if number is None or number.quantity.scale or (is_grand and not _AFTER_SLANG.match(place.text, place.anchor.end)):
        return None
    code = place.ambience.main if place.ambience.main in ("GBP", "USD") else "GBP"
    return Sum(number.start, place.anchor.end, number.quantity.scaled_by(Decimal(SLANG[place.anchor.printed])), code, couple=number.couple)


def _one(place: Place) -> Number | None:
    start = place.anchor.start - 2
    one = Quantity(Decimal(1), Decimal(1), Decimal("0.5"))
    return Number(start, place.anchor.start, one) if place.text[max(0, start) : place.anchor.start].lower() == "a " else None


def _is_doubtful(place: Place, number: Number, code: str) -> bool:
    """The won of "five won" is a verb, unless it is won by the million or in Korea."""
    word = place.anchor.printed.removesuffix("s")
    if word not in DOUBTFUL and place.anchor.printed not in DOUBTFUL:
        return False
    if number.quantity.scale or place.ambience.names(code):
        return False
    beside = place.before is not None and place.before.currency == code and number.start - place.before.end <= _ADJACENT
    return not (beside or _has_minor_units(place, code))


def _has_minor_units(place: Place, code: str) -> bool:
    """The lari of "7 lari 40 tetri"."""
    ahead = place.text[place.anchor.end : place.anchor.end + 40].lower().split()[:4]
    return not {word.strip(".,;").removesuffix("s") for word in ahead}.isdisjoint(table()[code].minor)


def _whole_of(place: Place) -> str:
    """The currency that a minor unit is a part of: that of the sum before it, if it has such units."""
    word = place.anchor.printed
    if place.before and place.before.currency in minor_codes(word):
        return place.before.currency
    return place.ambience.whole_of(word)
