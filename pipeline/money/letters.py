"""Sums with a code or a sign made of letters: "GBP 1.5m", "254 million usd", "kr 1.234,50", "Rs.1,499"."""

from __future__ import annotations

import re

from pipeline.money.anchors import SMALL_CODES
from pipeline.money.beside import LIKE_A_SUM
from pipeline.money.currencies import table
from pipeline.money.signs import leading, trailing
from pipeline.money.sums import Place, Sum
from pipeline.money.traps import is_no_code

# codes that are also words ("TRY 3 times"), and codes that are also other abbreviations, of what comes in small numbers ("PHP 7.4", "COP26")
_WORDS = frozenset("ALL TRY TOP CUP MOP BAM GEL PEN MAD BOB SOS".split())
_ABBREVIATIONS = frozenset("BSD CRC CVE DOP CDF COP RON SAR SDG PHP INR CAD AMD RUB GIP MUR SCR NAD".split())
_SURE = re.compile(
    r"[Kk]r\.?|KR|[SDNI][Kk]r\.?|NIS|NTD|тг|ج\.م|[Rr]s\.?|[NP]Rs\.?|Re\.|zł|Kč|руб\.?|[Рр]\.?|грн\.?|лв\.?|дин|Rp\.?|F?CFA|S[Ff]r\.?|[KTU][Ss][Hh]s?[./]?|"
    r"[DE]hs\.?|R[Mm][Bb]|Tk\.|S/\.?|B/\.?|Ptas?|د\.إ|ر\.س|د\.ك|ש\"ח|שח|đ|VNĐ|vnđ"
)
# short letters that stand for much else: their number must look like a sum, or the text name the country
_UNSURE = re.compile(r"R|RS|RM|DM|Fr\.?|Ft|TL|LE|LL|RO|QR|BD|KD|JD|Bs\.?|Kz|kn|KM|DH|Dh\.?|din\.?|lv|zl|TK|Tk|CFP|N|SR|P|Bt|Q|K|L|DA|Gs\.?|Shs?\.?")
_PATH = re.compile(r"/\d")  # S/2019/455
_RATE = re.compile(r"[A-Z]{3}/[A-Z]{3}")
_IN_A_WORD = re.compile(r"\w")
_HYPHENED = re.compile(r"[-–]\S")


def at_letters(place: Place) -> Sum | None:
    """A code, or a sign made of letters, before or behind its number."""
    code = _code_of_letters(place)
    if code is None or is_no_code(place) or _RATE.search(place.text, max(0, place.anchor.start - 4), place.anchor.end + 4):
        return None
    ahead, behind = _ahead(place, code), _behind(place, code)
    found = behind if ahead and behind and not _is_glued(place) and not _is_year(place.text[behind.start : behind.end]) else ahead or behind
    if found is None or _PATH.match(place.text, found.end):
        return None
    return found if _is_sure(place, found) or LIKE_A_SUM.search(place.text[found.start : found.end]) else None


def _ahead(place: Place, code: str) -> Sum | None:
    """Not the letters of "ZRS3", nor those of "BSD-2"."""
    text, start, end = place.text, place.anchor.start, place.anchor.end
    return None if (_IN_A_WORD.match(text, start - 1) and start) or _HYPHENED.match(text, end) else leading(place, code)


def _behind(place: Place, code: str) -> Sum | None:
    """Not the letters of "0BSD_1", nor those of "iso-2022-kr" and "1aed817f"."""
    text, start, end = place.text, place.anchor.start, place.anchor.end
    if _IN_A_WORD.match(text, end) or (text[start - 1 : start] == "-" and not text[start - 2 : start - 1].isalpha()):
        return None
    return None if text[start - 1 : start].isdigit() and place.printed.islower() and place.printed.upper() in table() else trailing(place, code)


def _is_glued(place: Place) -> bool:
    return place.text[place.anchor.end : place.anchor.end + 1].isdigit()


def _is_year(number: str) -> bool:
    return re.match(r"(?:19|20)\d\d\b", number) is not None


def _code_of_letters(place: Place) -> str | None:
    """The currency, or None where the letters mean something else."""
    printed = place.printed
    if printed.upper() in table():
        return printed.upper() if printed.isupper() or printed.lower() in SMALL_CODES else None
    if _SURE.fullmatch(printed):
        return place.ambience.code_of(printed)
    if not _UNSURE.fullmatch(printed):
        return None
    return "ZAR" if printed == "R" else place.ambience.code_of(printed)


def _is_sure(place: Place, found: Sum) -> bool:
    """Whether letters need no number that looks like a sum: codes, well-known signs, a price and nothing else, a text that names the country."""
    printed = place.printed
    if _is_glued(place) and printed in ("rs", "php"):  # rs232, php3
        return False
    if _is_all(place) or (place.before and place.before.currency == found.currency) or (printed != "R" and place.ambience.names(found.currency)):
        return True
    if printed in _ABBREVIATIONS:
        return found.quantity.value >= 100 and not _is_year(str(found.quantity.value))
    return printed not in _WORDS if printed.upper() in table() else _SURE.fullmatch(printed) is not None


def _is_all(place: Place) -> bool:
    """Whether the text is a price and nothing else."""
    return len(place.text) < 24 and sum(map(str.isalpha, place.text)) == sum(map(str.isalpha, place.printed))
