"""Sums with a sign or a code: "£97.6m", "US$ 5", "20€", "GBP 1.5m", "254 million usd", "kr 1.234,50", "Rs.1,499"."""

from __future__ import annotations

import re

from pipeline.money.beside import Number, number_after, number_before, to_the_minor_unit
from pipeline.money.currencies import SIGNS, table
from pipeline.money.negatives import signed
from pipeline.money.numbers import read
from pipeline.money.sums import Place, Sum
from pipeline.money.traps import is_no_code

# a code after a dollar sign says whose dollars they are
_NEAR_A_WORD = re.compile(r"\W*\w")
_CODE_AFTER = re.compile(r"\s?(?P<code>[A-Z]{3}|CA|US|AU|NZ|HK)\b")
_CODE_BEFORE = re.compile(r"\b(?P<code>[A-Z]{3}|CA|US|AU|NZ|HK|SG|C(?:dn|an)\.?)\s?\Z")
_DOLLARS = {"dollar", "peso"}
_AS_POINT = re.compile(r"\d\d(?![\d.,]*\d)")
_WHOLE = re.compile(r"(?<![\d.,])\d{1,6}\Z")
# codes that people also write in small letters
_SMALL = frozenset("usd eur gbp jpy chf aud cad nzd hkd sgd cny inr sek nok dkk czk pln huf rub brl mxn zar aed ils krw thb myr idr php vnd twd".split())
# codes that are also words ("TRY 3 times"), and codes that are also other abbreviations, of what comes in small numbers ("PHP 7.4", "COP26")
_WORDS = frozenset("ALL TRY TOP CUP MOP BAM GEL PEN MAD BOB SOS".split())
_ABBREVIATIONS = frozenset("COP RON SAR SDG PHP INR CAD AMD RUB GIP MUR SCR NAD".split())
_SURE = re.compile(
    r"[Kk]r\.?|KR|[SDNI][Kk]r\.?|NIS|[Rr]s\.?|RS|Re\.|zł|Kč|руб\.?|р\.|грн\.?|лв\.?|дин|Rp\.?|F?CFA|S[Ff]r\.?|[KTU][Ss][Hh]s?[./]?|[DE]hs\.?|R[Mm][Bb]|Tk\.?|S/\.?|B/\.?|Ptas?|د\.إ|ر\.س|đ"
)
# short letters that stand for much else: their number must look like a sum, or the text name the country
_UNSURE = re.compile(r"R|RM|DM|Fr\.?|Ft|TL|LE|QR|BD|KD|JD|Bs\.?|Kz|kn|KM|DH|Dh\.?|din\.?|lv|zl|TK|CFP|N|SR|P|Bt|Q|K|DA|Gs\.?|Shs?\.?")
_LIKE_A_SUM = re.compile(r"\d[.,]\d\d(?!\d)|\d[, .]\d{3}|\d[\s-]?(?:m|mn|mil|mill|bn|trn|tn|million|billion|trillion|lakh|crore)\b")
_PATH = re.compile(r"/\d")  # S/2019/455
_RATE = re.compile(r"[A-Z]{3}/[A-Z]{3}")


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
    if glued and not text[end : end + 1].isdigit():
        return _trailing(place, code) or _leading(place, code)
    return _leading(place, code) or (None if glued else _trailing(place, code))


def at_letters(place: Place) -> Sum | None:
    """A code, or a sign made of letters, before or behind its number."""
    code = _code_of_letters(place)
    if code is None or is_no_code(place) or _RATE.search(place.text, max(0, place.anchor.start - 4), place.anchor.end + 4):
        return None
    leading, trailing = _leading(place, code), _trailing(place, code)
    both = trailing and leading and not _is_glued(place) and not _is_year(place.text[trailing.start : trailing.end])
    found = trailing if both else leading or trailing
    if found is None or _PATH.match(place.text, found.end):
        return None
    return found if _is_sure(place, found) or _LIKE_A_SUM.search(place.text[found.start : found.end]) else None


def _is_glued(place: Place) -> bool:
    return place.text[place.anchor.end : place.anchor.end + 1].isdigit()


def _is_year(number: str) -> bool:
    return re.match(r"(?:19|20)\d\d\b", number) is not None


def _code_of_letters(place: Place) -> str | None:
    """The currency, or None where the letters mean something else."""
    printed = place.printed
    if printed.upper() in table():
        return printed.upper() if printed.isupper() or printed.lower() in _SMALL else None
    if _SURE.fullmatch(printed):
        return place.ambience.code_of(printed)
    if not _UNSURE.fullmatch(printed):
        return None
    return "ZAR" if printed == "R" else place.ambience.code_of(printed)


def _is_sure(place: Place, found: Sum) -> bool:
    """Whether letters need no number that looks like a sum: codes, well-known signs, a price and nothing else, a text that names the country."""
    printed = place.printed
    if _is_all(place) or (printed != "R" and place.ambience.names((found.currency,))):
        return True
    if printed in _ABBREVIATIONS:
        return found.quantity.value >= 100 and not _is_year(str(found.quantity.value))
    return printed not in _WORDS if printed.upper() in table() else _SURE.fullmatch(printed) is not None


def _is_all(place: Place) -> bool:
    """Whether the text is a price and nothing else."""
    return len(place.text) < 24 and sum(map(str.isalpha, place.text)) == sum(map(str.isalpha, place.printed))


def _leading(place: Place, code: str) -> Sum | None:
    text, start = place.text, place.anchor.start
    number = number_after(text, place.anchor.end, code)
    if number is None:
        return None
    start, whose = _code_ahead(text, start, code, place.last)
    end, whose = _with_code(text, number.end, whose)
    if whose != code:  # "$19.990 CLP" is printed as they print it in Chile
        number, code = number_after(text, place.anchor.end, whose) or number, whose
    return signed(text, Sum(start, end, to_the_minor_unit(number, code), code, leads=True, couple=number.couple), place.last)


def _with_code(text: str, end: int, code: str) -> tuple[int, str]:
    """ "$5 AUD": the code behind the number settles which dollar it is."""
    match = _CODE_AFTER.match(text, end) if text[end : end + 2].strip()[:1].isupper() else None
    whose = _whose(match["code"]) if match else None
    return (match.end(), whose) if match and whose and _shares_sign(whose, code) else (end, code)


def _code_ahead(text: str, start: int, code: str, last: int) -> tuple[int, str]:
    """ "CAD $5"."""
    if not text[max(last, start - 2) : start].strip()[-1:].isalpha():
        return start, code
    match = _CODE_BEFORE.search(text, max(last, start - 6), start)
    whose = _whose(match["code"]) if match else None
    return (match.start(), whose) if match and whose and _shares_sign(whose, code) else (start, code)


def _whose(printed: str) -> str | None:
    """The currency of "AUD" or of the "AU" beside a dollar sign."""
    codes = SIGNS.get(f"{printed.rstrip('.').lower()}$")
    return printed if printed in table() else codes[0] if codes else None


def _shares_sign(code: str, sign_of: str) -> bool:
    return code == sign_of or (sign_of == "USD" and code in table() and not _DOLLARS.isdisjoint(table()[code].names))


def _trailing(place: Place, code: str) -> Sum | None:
    number = number_before(place.text, place.anchor.start, code, place.last)
    if number is None:
        return None
    end, code = _with_code(place.text, place.anchor.end, code)
    return signed(place.text, Sum(number.start, end, to_the_minor_unit(number, code), code, couple=number.couple), place.last)
