"""Sums with a sign: "£97.6m", "US$ 5", "20€", "9€99", "$5 AUD"."""

from __future__ import annotations

import re

from pipeline.money.beside import Number, number_after, number_before, to_the_minor_unit
from pipeline.money.currencies import DECIMAL_COMMA, SIGNS, table
from pipeline.money.negatives import signed
from pipeline.money.numbers import read
from pipeline.money.sums import Place, Sum

_NEAR_A_WORD = re.compile(r"\W*\w")
# a code beside a dollar sign says whose dollars they are
_CODE_AFTER = re.compile(r"\s?(?P<code>[A-Z]{3}|CA|US|AU|NZ|HK)\b")
_CODE_BEFORE = re.compile(r"\b(?P<code>[A-Z]{3}|CA|US|AU|NZ|HK|SG|C(?:dn|an)\.?)\s?\Z")
_DOLLARS = {"dollar", "peso"}
_HEADS_A_COLUMN = re.compile(r"(?:19|20)\d\d\s+|[^\n]*\n\s*")  # the year, or the note, over the £ of a column
_IS_A_COLUMN = re.compile(r"\s+(?:19|20)\d\d")
_BETWEEN_SPACES = re.compile(r"\s\S+\s")  # 8,00 € 10,00 €: they trail where the decimal is a comma
_AS_POINT = re.compile(r"\d\d(?![\d.,]*\d)")
_WHOLE = re.compile(r"(?<![\d.,])\d{1,6}\Z")


def at_sign(place: Place) -> Sum | None:
    """A sign leads, unless a number is glued to its left side only; "9€99" has it in the middle."""
    code = place.ambience.code_of(place.printed)
    text, start, end = place.text, place.anchor.start, place.anchor.end
    if not _NEAR_A_WORD.match(text, max(0, start - 5), end + 3):
        return None
    glued = start > place.last and text[start - 1].isdigit()
    if glued and (point := _AS_POINT.match(text, end)) and (whole := _WHOLE.search(text, max(place.last, start - 8), start)):
        quantity = to_the_minor_unit(Number(0, 0, read(f"{whole[0]}.{point[0]}")), code)
        return Sum(whole.start(), point.end(), quantity, code)
    if (glued and not text[end : end + 1].isdigit()) or (code in DECIMAL_COMMA and _BETWEEN_SPACES.match(text, start - 1)):
        return trailing(place, code) or leading(place, code)
    return leading(place, code) or (None if glued else trailing(place, code))


def leading(place: Place, code: str) -> Sum | None:
    """The sum whose number follows the anchor."""
    text, start = place.text, place.anchor.start
    number = number_after(text, place.anchor.end, code)
    if number is None or (text[place.anchor.end].isspace() and _IS_A_COLUMN.fullmatch(text, place.anchor.end, number.end)):
        return None
    start, whose = _code_ahead(text, start, code, place)
    end, whose = _with_code(text, number.end, whose, place)
    if whose != code:  # "$19.990 CLP" is printed as they print it in Chile
        number, code = number_after(text, place.anchor.end, whose) or number, whose
    return signed(text, Sum(start, end, to_the_minor_unit(number, code), code, leads=True, couple=number.couple), place.last)


def _with_code(text: str, end: int, code: str, place: Place) -> tuple[int, str]:
    """ "$5 AUD": the code behind the number settles which dollar it is."""
    match = _CODE_AFTER.match(text, end) if text[end : end + 2].strip()[:1].isupper() else None
    whose = _whose(match["code"]) if match else None
    return (match.end(), whose) if match and whose and _shares_sign(whose, code, place) else (end, code)


def _code_ahead(text: str, start: int, code: str, place: Place) -> tuple[int, str]:
    """ "CAD $5"."""
    if not text[max(place.last, start - 3) : start].strip().rstrip(".")[-1:].isalpha():
        return start, code
    match = _CODE_BEFORE.search(text, max(place.last, start - 6), start)
    whose = _whose(match["code"]) if match else None
    return (match.start(), whose) if match and whose and _shares_sign(whose, code, place) else (start, code)


def _whose(printed: str) -> str | None:
    """The currency of "AUD" or of the "AU" beside a dollar sign."""
    codes = SIGNS.get(f"{printed.rstrip('.').lower()}$")
    return printed if printed in table() else codes[0] if codes else None


def _shares_sign(code: str, sign_of: str, place: Place) -> bool:
    """Whether the sign may be that of another currency too: dollars and pesos, rupees, crowns."""
    if code == sign_of or code in SIGNS.get(place.printed.lower(), ()):
        return True
    return sign_of == "USD" and code in table() and not _DOLLARS.isdisjoint(table()[code].names)


def trailing(place: Place, code: str) -> Sum | None:
    """The sum whose number ends at the anchor."""
    number = number_before(place.text, place.anchor.start, code, place.last)
    if number is None or _HEADS_A_COLUMN.fullmatch(place.text, number.start, place.anchor.start):
        return None
    end, code = _with_code(place.text, place.anchor.end, code, place)
    return signed(place.text, Sum(number.start, end, to_the_minor_unit(number, code), code, couple=number.couple), place.last)
