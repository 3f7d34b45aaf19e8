"""Printed numbers: digits with their separators and scales, read exactly, with the precision that the print claims.

A number's last printed digit says how far it was rounded; whole groups of `,000` are a scale and no digits (£210,000 is rounded to thousands).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

NARROW = "\u00a0\u2009\u202f"
GAP = r"[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?"  # spaces of every width, and one line break

# every repetition is bounded: more digits than these are no sum, and the work stays linear
DIGITS = (
    r"(?:"
    rf"\d{{1,3}}(?:(?:,\n?|[{NARROW}'’])\d{{3}}){{1,5}}(?:\.\d{{1,4}}|,\d\d)?"  # 1,104.6 and 1 298,00
    r"|\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,2}|\.\d\d)?"  # 1.250,50
    r"|\d{1,2}(?:,\d\d){1,5},\d{3}(?:\.\d{1,2})?"  # 12,34,567
    r"|\d{1,3}(?: \d{3}){0,3} 000|\d{1,3}(?: \d{3}){1,4}[.,]\d\d"  # 250 000
    r"|\d{0,12}[½¼¾]|\d{1,12} [1-3]/[234]|\d{1,15}(?:\.\d{1,6}|,\d{1,2})?|\.\d{1,4}"
    r")(?!\d|[.,]\d)"
)
# where other countries' currencies are printed, a plain space parts thousands too
SPACED_DIGITS = rf"(?:\d{{1,3}}(?: \d{{3}}){{1,4}}(?:[.,]\d{{1,2}})?(?!\d|[.,]\d)|{DIGITS})"

_MISSPELT = r"i{0,2}l{1,3}(?:i{0,2}o?n|oin|ino)s?"  # milion, millon, milllion, mln …
SCALE_WORDS = {
    2: "hundred",
    3: "thousands?|thousnads?|thosands?|thousans?|thousends?|thousads?|tousands?|grand|тыс|ribu",
    6: f"m{_MISSPELT}|mio|млн|juta|triệu",
    9: f"b{_MISSPELT}|milliards?|mrd|млрд|miliar|tỷ",
    12: f"tr{_MISSPELT}",
    5: "lakhs?|lacs?",
    7: "crores?",
}
_SCALE_LETTERS = {3: "k", 6: "mm|mil|mill|mn|m", 9: "bln|bn|b|md", 12: "trn|tn|t", 7: "cr"}
_WORD = f"(?:{'|'.join(SCALE_WORDS.values())})"
_LETTERS = f"(?:{'|'.join(_SCALE_LETTERS.values())})"
SCALE = (
    rf"(?:(?i:(?:-|{GAP}){_WORD}(?:[\s-](?:thousand|million|billion|trillion|lakh|crore))?(?![^\W\d_])|{_LETTERS}(?![\w&]))"
    rf"|[ {NARROW}](?:(?i:mn|mln|mill?|mio\.?|mm|bn|bln|mrd\.?|md|tn|trn|cr)|m|k|K|M|B)(?![\w&'’)]|\.\w)|\s?\(?['’‘]000s?\)?(?!\d))"
)
HALF = r"(?:[\s-]and[\s-]a[\s-](?:half|quarter)(?=[\s-]))"  # 2 and a half million
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed: `value` counts its scale, `digits` does not; `half_unit` is half of the last printed digit, scaled."""

    value: Decimal
    digits: Decimal
    half_unit: Decimal
    scale: Decimal | None = None

    def scaled_by(self, scale: Decimal) -> Quantity:
        """The same print under a scale that stands elsewhere: the 5 of "5-7m"."""
        return Quantity(self.digits * scale, self.digits, self.half_unit * scale, scale)

    def negated(self) -> Quantity:
        return Quantity(-self.value, -self.digits, self.half_unit, self.scale)


@functools.lru_cache(maxsize=4096)
def read(digits: str, scale_print: str = "", half: str = "", decimal_comma: bool = False) -> Quantity:
    """The quantity of what `DIGITS`, `SCALE` and `HALF` have matched; `decimal_comma` says that the currency's countries write 1.250,50.

    >>> plain(read("2.036", "milion").value), plain(read("1.20", "bn").half_unit)
    (Decimal('2036000'), Decimal('5000000'))
    >>> plain(read("12,34,567").value), plain(read("1.250").value), plain(read("1.250", decimal_comma=True).value)
    (Decimal('1234567'), Decimal('1.25'), Decimal('1250'))
    """
    scale = scale_of(scale_print) if scale_print else None
    number, unit = _fraction(digits) or _decimal(re.sub(rf",\n|[ {NARROW}'’]", ",", digits), decimal_comma, scale is not None)
    if half:
        number, unit = number + PARTS[re.split(r"[\s-]", half)[-1]], unit / 10
    return Quantity(number * (scale or 1), number, unit * (scale or 1) / 2, scale)


@functools.lru_cache(maxsize=4096)
def plain(number: Decimal) -> Decimal:
    """The same number without exponent or idle zeros, so that equal sums print alike."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


@functools.lru_cache(maxsize=1024)
def scale_of(printed: str) -> Decimal:
    """What a scale multiplies by, 1 for no scale: "m", "-million", " hundred thousand", "('000)".

    >>> scale_of("bn") == 10**9, scale_of("'000") == 1000, scale_of("lakh crore") == 10**12
    (True, True, True)
    """
    scale = Decimal(1)
    for word in re.findall(r"[^\W\d_]+|000", printed.lower()):
        power = 3 if word == "000" else next((p for p, words in _POWERS if words.fullmatch(word)), 0)
        scale = scale.scaleb(power)
    return scale


_POWERS = [(power, re.compile(words)) for scales in (SCALE_WORDS, _SCALE_LETTERS) for power, words in scales.items()]


def _fraction(digits: str) -> tuple[Decimal, Decimal] | None:
    """2½ and 2 1/2, read to the tenth."""
    if digits[-1] in _VULGAR:
        return Decimal(digits[:-1] or 0) + _VULGAR[digits[-1]], Decimal("0.1")
    if "/" in digits:
        whole, above, below = re.split("[ /]", digits)
        return Decimal(whole) + Decimal(above) / Decimal(below), Decimal("0.1")
    return None


def _decimal(bare: str, decimal_comma: bool, scaled: bool) -> tuple[Decimal, Decimal]:
    """A number and what its last digit counts; of its separators, which one is the point?"""
    whole, point, rest = _parted(bare, decimal_comma, scaled)
    number = Decimal(f"{re.sub('[.,]', '', whole) or 0}{'.' if point else ''}{rest}")
    unit = Decimal(1).scaleb(-len(rest))
    return number, unit if point or scaled else unit * _trailing_groups(whole)


def _parted(bare: str, decimal_comma: bool, scaled: bool) -> tuple[str, str, str]:
    place = max(bare.rfind("."), bare.rfind(","))
    if place < 0:
        return bare, "", ""
    whole, mark, rest = bare[:place], bare[place], bare[place + 1 :]
    if len(rest) != 3 or (mark == "." and "," in whole) or (mark == "," and "." in whole) or whole in ("", "0"):
        return whole, mark, rest
    if mark == "." and not ("." in whole or (decimal_comma and not scaled)):  # £1.299 is a price of petrol, €1.299 one of a bicycle
        return whole, mark, rest
    return bare, "", ""


def _trailing_groups(whole: str) -> int:
    """What the whole groups of `,000` at the end of a number make together: 1,000 in 210,000."""
    groups = re.split("[.,]", whole)
    trailing = next((i for i, group in enumerate(reversed(groups)) if group != "000"), 0)
    return 1000**trailing if len(groups) > 1 else 1
