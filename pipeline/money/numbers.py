"""Numbers as British writers print them: digits, separators, scales and words, read exactly, with the precision that the print claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

GAP = r"[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?"  # spaces of every width, and one line break
_NARROW = "\u00a0\u2009\u202f"

# every repetition is bounded: more digits than these are no sum, and the work stays linear
DIGITS = (
    r"(?<![\d.,])(?:"
    rf"\d{{1,3}}(?:[,{_NARROW}]\d{{3}}){{1,5}}(?:\.\d{{1,4}})?"  # 1,104.6
    r"|\d{1,3}(?: 000){1,4}"  # 250 000
    r"|\d{1,3}(?:\.\d{3}){1,4},\d{1,2}"  # 1.250,50
    r"|\d{0,12}[½¼¾]|\d{1,15}(?:\.\d{1,6})?|\.\d{1,4}"
    r")(?!\d|[.,]\d)"
)

_MISSPELT = r"i{0,2}l{1,3}(?:i{0,2}o?n|oin|ino)s?"  # milion, millon, milllion, mln …
_SCALE_WORDS = {3: "thousands?", 6: f"m{_MISSPELT}", 9: f"b{_MISSPELT}", 12: f"tr{_MISSPELT}"}
_SCALE_LETTERS = {3: "k", 6: "mm|mil|mill|mn|m", 9: "bn|b", 12: "trn|tn"}
SCALE = (
    rf"(?:(?i:(?:-|{GAP})(?:{'|'.join(_SCALE_WORDS.values())})(?![^\W\d_])|(?:{'|'.join(_SCALE_LETTERS.values())})(?![\w&]))"
    rf"|[ {_NARROW}](?:mn|m|bn|tn)(?![\w&'’]))"
)

_ONES = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_VALUES = {word: Decimal(n) for n, word in enumerate(_ONES.split("|"))} | {word: Decimal(10 * n) for n, word in enumerate(_TENS.split("|"), 2)}
_PARTS = {"half": Decimal("0.5"), "a quarter": Decimal("0.25"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_WORD = rf"(?:{_TENS}|{'|'.join(reversed(_ONES.split('|')))}|hundred|an?|half|quarters?|{'|'.join(_SCALE_WORDS.values())})"
SPELLED = rf"(?i:\b{_WORD}(?:[\s-]{{1,3}}(?:and[\s-]|of[\s-])?{_WORD}){{0,9}}\b)"
_GROUP = re.compile(rf"(?:(?P<hundreds>a|{_ONES}) hundred)?(?:^|$| and | )(?P<tens>{_TENS})?(?: |\b)(?P<ones>{_ONES})?(?P<half> and a half)?")
_PART_OF_SCALE = re.compile(rf"(?P<part>{'|'.join(_PARTS)})(?: of)? an? (?P<scale>\w+)")


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


def read(printed: str) -> Quantity | None:
    """The quantity that `DIGITS` with or without `SCALE`, or `SPELLED`, has matched; None where the words make no number.

    >>> plain(read("2.036milion").value), read("1.20bn").half_unit, plain(read("one and a half billion").value)
    (Decimal('2036000'), Decimal('5000000.00'), Decimal('1500000000'))
    """
    match = re.match(DIGITS, printed)
    return _read_digits(match[0], printed[match.end() :]) if match else _read_words(" ".join(re.split(r"[\s-]+", printed.lower())))


def plain(number: Decimal) -> Decimal:
    """The same number without exponent or idle zeros, so that equal sums print alike."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _read_digits(digits: str, scale_print: str) -> Quantity:
    bare = re.sub(rf"[ {_NARROW}]", ",", digits)
    if re.fullmatch(r"[\d.]+,\d{1,2}", bare):  # continental
        bare = bare.replace(".", "").replace(",", ".")
    scale = _scale_of(scale_print) if scale_print else None
    if bare[-1] in _VULGAR:
        number, unit = Decimal(bare[:-1] or 0) + _VULGAR[bare[-1]], Decimal("0.1")
    else:
        number = Decimal(bare.replace(",", ""))
        unit = Decimal(1).scaleb(int(number.as_tuple().exponent)) if scale else _last_digit(bare)
    return Quantity(number * (scale or 1), number, unit * (scale or 1) / 2, scale)


def _last_digit(bare: str) -> Decimal:
    """What the last digit counts, whole groups of `,000` being a scale: thousands in 210,000, hundredths in 16.84."""
    if bare.endswith(",000"):
        return 1000 * _last_digit(bare.removesuffix(",000"))
    return Decimal(1).scaleb(-len(bare.partition(".")[2]))


def _scale_of(printed: str) -> Decimal:
    """The power of ten that a scale letter or word stands for, however it is spelt; one for any other word."""
    word = printed.strip(" -\n\t\r" + _NARROW).lower()
    powers = (power for power in _SCALE_WORDS if re.fullmatch(f"{_SCALE_LETTERS[power]}|{_SCALE_WORDS[power]}", word))
    return Decimal(10) ** next(powers, 0)


def _read_words(phrase: str) -> Quantity | None:
    """Groups under falling scales ("one million two hundred thousand"), or a part of a scale ("half a billion")."""
    part = _PART_OF_SCALE.fullmatch(phrase)
    if part:
        return _read_part(_PARTS[part["part"]], _scale_of(part["scale"]))
    total, scale, group, unit = Decimal(0), None, "", Decimal(1)
    for word in phrase.split():
        this = _scale_of(word)
        if this == 1:
            group = f"{group} {word}".strip()
            continue
        counted = _read_group(group)
        if counted is None or (scale and this >= scale):
            return None
        total, scale, unit, group = total + counted * this, this, this / 10 if group.endswith(" half") else this, ""
    return _with_rest(total, scale, unit, group.removeprefix("and "))


def _read_part(part: Decimal, scale: Decimal) -> Quantity | None:
    return Quantity(part * scale, part, scale / 20, scale) if scale > 1 else None


def _with_rest(total: Decimal, scale: Decimal | None, unit: Decimal, rest: str) -> Quantity | None:
    """A total with what stands after its last scale, which is then counted in ones; a lone "a" is no number."""
    if not rest:
        return Quantity(total, total / (scale or 1), unit / 2, scale) if scale else None
    counted = _read_group(rest)
    return None if counted is None or rest in ("a", "an") else Quantity(total + counted, total + counted, Decimal("0.5"))


def _read_group(words: str) -> Decimal | None:
    """What stands before a scale: "twenty-five", "two hundred and fifty", "a", "one and a half"."""
    if words in ("a", "an"):
        return Decimal(1)
    match = _GROUP.fullmatch(words) if words else None
    if not match:
        return None
    hundreds = _VALUES.get(match["hundreds"], Decimal(1)) * 100 if match["hundreds"] else Decimal(0)
    return hundreds + _VALUES.get(match["tens"], Decimal(0)) + _VALUES.get(match["ones"], Decimal(0)) + (Decimal("0.5") if match["half"] else 0)
