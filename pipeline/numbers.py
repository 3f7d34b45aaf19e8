"""Numbers as British writers print them: digits, separators, scales and words, read exactly, with the precision that the print claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

GAP = r"[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?"  # spaces of every width, and one line break
_NARROW = "\u00a0\u2009\u202f"
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

# twelve digits are more than any sum needs, and a bound keeps the work linear
DIGITS = (
    r"(?<![\d.,])(?:"
    rf"\d{{1,3}}(?:[,{_NARROW}]\d{{3}}){{1,5}}(?:\.\d{{1,4}})?"
    r"|\d{1,3}(?: 000){1,4}"
    r"|\d{1,3}(?:\.\d{3}){1,4},\d{1,2}"
    r"|\d{0,12}[½¼¾]|\d{1,15}(?:\.\d{1,6})?|\.\d{1,4}"
    r")(?!\d|[.,]\d)"
)

_MISSPELT = r"i{0,2}l{1,3}(?:i{0,2}o?n|oin|ino)s?"  # milion, millon, milllion, mln …
_SCALE_WORDS = {3: r"thousands?", 6: rf"m{_MISSPELT}", 9: rf"b{_MISSPELT}", 12: rf"tr{_MISSPELT}"}
_SCALE_LETTERS = {3: "k", 6: "mm|mil|mill|mn|m", 9: "bn|b", 12: "trn|tn"}
SCALE = (
    rf"(?:(?i:(?:-|{GAP})(?:{'|'.join(_SCALE_WORDS.values())})(?![^\W\d_])|(?:{'|'.join(_SCALE_LETTERS.values())})(?![\w&]))"
    rf"|[ {_NARROW}](?:mn|m|bn|tn)(?![\w&'’]))"
)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: Decimal(n) for n, word in enumerate(_UNITS)} | {word: Decimal(n) for n, word in zip(range(20, 100, 10), _TENS, strict=True)}
_WORD = rf"(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))}|hundred|an?|half|quarters?|thousand|m{_MISSPELT}|b{_MISSPELT}|tr{_MISSPELT})"
SPELLED = rf"(?i:\b{_WORD}(?:[\s-]{{1,3}}(?:and[\s-]|of[\s-])?{_WORD}){{0,9}}\b)"
_ONES, _TENS_ALTERNATIVES = "|".join(_UNITS), "|".join(_TENS)
_GROUP = re.compile(
    rf"(?:(?P<hundreds>a|{_ONES}) hundred)?(?:^|$| | and )(?:(?P<tens>{_TENS_ALTERNATIVES})?(?: |\b)(?P<ones>{_ONES})?)(?P<half> and a half)?"
)
_PARTS = {"half": Decimal("0.5"), "a quarter": Decimal("0.25"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
_PART_OF_SCALE = re.compile(rf"(?P<part>{'|'.join(_PARTS)})(?: of)? an? (?P<scale>\w+)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed: `value` counts scales, `digits` does not; `half_unit` is half of the last printed digit, scaled."""

    value: Decimal
    digits: Decimal
    half_unit: Decimal
    scale: Decimal | None = None

    def scaled_by(self, scale: Decimal) -> Quantity:
        """The same print under a scale that stands elsewhere: the 5 of "5-7m"."""
        return Quantity(self.digits * scale, self.digits, self.half_unit * scale, scale)


def read(printed: str) -> Quantity | None:
    """The quantity that `DIGITS` with or without `SCALE`, or `SPELLED`, has matched; None where the words make no number.

    >>> read("2.036milion").value, read("210,000").half_unit, read("one and a half billion").value
    (Decimal('2036000.000'), Decimal('500'), Decimal('1500000000.0'))
    """
    match = re.match(DIGITS, printed)
    return _read_digits(match[0], printed[match.end() :]) if match else _read_words(" ".join(re.split(r"[\s-]+", printed.lower())))


def _read_digits(digits: str, scale_print: str) -> Quantity | None:
    plain = re.sub(rf"[ {_NARROW}]", ",", digits)
    if re.fullmatch(r"[\d.]+,\d{1,2}", plain):  # continental: 1.250,50
        plain = plain.replace(".", "").replace(",", ".")
    fraction = _FRACTIONS.get(plain[-1])
    value = Decimal(plain[:-1] or 0) + fraction if fraction else Decimal(plain.replace(",", ""))
    scale = scale_of(scale_print) if scale_print else None
    unit = Decimal(1).scaleb(int(value.as_tuple().exponent)) if not fraction else Decimal("0.1")
    zeros = 0 if scale else len(re.search(r"(?:,000)*$", plain)[0]) // 4  # type: ignore[index]
    unit = unit.scaleb(3 * zeros)
    return Quantity(value * (scale or 1), value, unit * (scale or 1) / 2, scale)


def scale_of(printed: str) -> Decimal:
    """The power of ten that a scale letter or word stands for, however it is spelt."""
    word = printed.strip(" -\n\t\r" + _NARROW).lower()
    for power in _SCALE_WORDS:
        if re.fullmatch(f"{_SCALE_LETTERS[power]}|{_SCALE_WORDS[power]}", word):
            return Decimal(10) ** power
    return Decimal(1)


def _read_words(phrase: str) -> Quantity | None:
    part = _PART_OF_SCALE.fullmatch(phrase)
    if part:
        scale = scale_of(part["scale"])
        return Quantity(_PARTS[part["part"]] * scale, _PARTS[part["part"]], scale / 20, scale) if scale > 1 else None
    total, scale, group, half = Decimal(0), Decimal("Infinity"), "", ""
    for word in phrase.split():
        if scale_of(word) == 1:
            group = f"{group} {word}".strip()
            continue
        counted, half = _read_group(group), "half" if group.endswith(" half") else ""
        if counted is None or scale_of(word) >= scale:
            return None
        scale, group = scale_of(word), ""
        total += counted * scale
    counted = _read_group(group.removeprefix("and ")) if group else Decimal(0)
    if counted is None or group == "a":
        return None
    unit = Decimal(1) if group else scale / 10 if half else scale
    return Quantity(total + counted, total + counted, unit / 2, None if group else scale)


def _read_group(words: str) -> Decimal | None:
    """What stands before a scale: "twenty-five", "two hundred and fifty", "a", "one and a half"."""
    if words in ("a", "an"):
        return Decimal(1)
    match = _GROUP.fullmatch(words)
    if not match or not words:
        return None
    hundreds = _SMALL.get(match["hundreds"], Decimal(1)) * 100 if match["hundreds"] else Decimal(0)
    return hundreds + _SMALL.get(match["tens"], Decimal(0)) + _SMALL.get(match["ones"], Decimal(0)) + (Decimal("0.5") if match["half"] else 0)


def plain(number: Decimal) -> Decimal:
    """The same number without exponent or idle zeros, so that equal sums print alike."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
