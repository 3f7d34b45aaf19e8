"""What words multiply by: "a third", "5 per cent", "nearly doubled", "250 places", each with the interval that its wording and its rounding allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.money import numbers
from pipeline.money.spelled import read_words

ONE = Decimal(1)
PLACES = Decimal(1).scaleb(-15)  # a third of a trillion is right to the penny
# how far "nearly" and "about" reach: words for parts and multiples are rounder than printed numbers
WORDS_REACH, PRINTED_REACH = Decimal("0.1"), Decimal("0.05")
HALF_PER_CENT = Decimal("0.005")  # a part in words is as rough as a whole per cent: a third is 33 % or so

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED = rf"(?:an? (?:hundred|thousand|dozen)|(?:{_SMALL}|{_TENS})(?:[ -](?:and )?(?:{_SMALL}|{_TENS}|hundred|thousand|million)){{0,5}})"
_ALONE = r"(?<![\d.,£$€/’'-])(?!(?:19[89]|20[0-4])\d\b)"
NUMBER = (
    rf"(?:{_ALONE}\d{{1,3}}(?:,\d{{3}}){{1,2}}(?![\d,]\d)"
    rf"|{_ALONE}\d{{1,6}}(?:\.\d{{1,2}}(?= (?:million|thousand)))?(?![\d.,]\d)|\b{_SPELLED})"
)
COUNT = rf"{NUMBER}(?: (?:million|thousand)|(?<=\d)(?:m|k)\b)?(?! ?(?:%|per ?cent|percent|pc\b|p\.c\.|times\b|st\b|nd\b|rd\b|th\b|-))"

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_PART = rf"(?:\bhalf(?![ -]years?| an? per)|\b(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -](?:{'|'.join(_PARTS)})s?)\b(?!-)"
_PER_CENT = rf"(?:{NUMBER}(?:\.\d{{1,3}})?|(?<![\d.,£$€])\d{{1,4}}\.\d{{1,3}}|\bhalf an?) ?(?:%|per ?cent\b|percent\b|pc\b)"
_MULTIPLES = {
    word: multiple
    for words, multiple in (
        ("twice double doubled doubling", Decimal(2)),
        ("treble trebled trebling triple tripled tripling", Decimal(3)),
        ("quadruple quadrupled quadrupling", Decimal(4)),
        ("halved halving", Decimal("0.5")),
    )
    for word in words.split()
}
_DOWN = r"almost|nearly|close to|just under|just short of|not quite|not far short of|a little under|approaching"
_OVER = r"more than|over|at least|in excess of|well over|upwards of|much more than|far more than"
_UNDER = r"less than|under|at most|no more than|up to|well under|below"
_UP = r"just over|slightly more than|a little over|just more than"
_ROUND = r"about|around|roughly|some|approximately|in the region of|something like"
QUALIFIED = rf"(?:(?:(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<round>{_ROUND})) )?"
SHARE = rf"{QUALIFIED}(?P<share>{_PER_CENT}|{_PART})"
MULTIPLE = rf"{QUALIFIED}(?:by )?(?P<multiple>{'|'.join(_MULTIPLES)}|(?:{NUMBER}|(?<![\d.,£$€])\d{{1,3}}\.\d)(?: times|-?fold))"
COUNTED = rf"{QUALIFIED}(?P<count>{COUNT})"


@dataclass(frozen=True, slots=True)
class Factor:
    """A number to multiply by, with the closed interval that is meant; None is open."""

    value: Decimal
    low: Decimal | None
    high: Decimal | None

    @property
    def interval(self) -> tuple[Decimal | None, Decimal | None] | None:
        """None where it is exact."""
        return None if self.low == self.value == self.high else (self.low, self.high)

    def after(self, rise: bool) -> Factor:
        """What is left of a whole that rose or fell by this share."""
        if rise:
            return Factor(ONE + self.value, None if self.low is None else ONE + self.low, None if self.high is None else ONE + self.high)
        return Factor(ONE - self.value, None if self.high is None else ONE - self.high, None if self.low is None else ONE - self.low)


def share_of(match: re.Match[str]) -> Factor:
    """The share that the groups of `SHARE` have matched: "nearly a third", "12%"."""
    words = match["share"].lower()
    if re.search(r"%|cent|pc$", words):
        value, half_unit = _number(re.sub(r" ?(?:%|per ?cent|percent|pc)$", "", words))
        return _qualified(match, value / 100, half_unit / 100, PRINTED_REACH)
    count, _, part = words.replace("-", " ").rpartition(" ")
    return _fraction(match, _number(count)[0] if count not in ("", "a", "an") else ONE, Decimal(_PARTS[part.removesuffix("s")]))


def multiple_of(match: re.Match[str]) -> Factor:
    """The multiple that the groups of `MULTIPLE` have matched: "more than doubled", "three times"."""
    words = match["multiple"].lower()
    if words in _MULTIPLES:
        multiple = _qualified(match, _MULTIPLES[words], _MULTIPLES[words] * PRINTED_REACH, WORDS_REACH)
        is_turned = multiple.value < 1 and (match["over"] or match["under"])  # what has more than halved is less than half
        return Factor(multiple.value, multiple.high, multiple.low) if is_turned else multiple
    value, half_unit = _number(re.sub(r"(?: times|-?fold)$", "", words))
    return _qualified(match, value, half_unit if "." in words else value * PRINTED_REACH, WORDS_REACH)


def count_of(match: re.Match[str], more: int = 0) -> Factor:
    """How many the groups of `COUNTED` have matched; `more` stand beside them."""
    value, half_unit = _number(match["count"].lower())
    is_rounded = value % 1000 == 0
    return _qualified(match, value + more, half_unit if is_rounded else Decimal(0), PRINTED_REACH)


def times_of(match: re.Match[str]) -> Factor:
    """How many days or years: "over five years" is five."""
    count = count_of(match)
    return exactly(count.value) if (match["over"] or "").lower() == "over" else count


def exactly(number: int | Decimal) -> Factor:
    return Factor(Decimal(number), Decimal(number), Decimal(number))


def both(one: Factor, other: Factor) -> Factor:
    """So many, so many times."""
    low, high = (None if a is None or b is None else a * b for a, b in ((one.low, other.low), (one.high, other.high)))
    return Factor(one.value * other.value, low, high)


def _number(words: str) -> tuple[Decimal, Decimal]:
    """A printed or spelled number and half a unit of its last digit."""
    if words.startswith("half"):
        return Decimal("0.5"), Decimal("0.05")
    digits, _, scale = re.sub(r"(?<=\d)(?=[mk]$)", " ", words).partition(" ")
    if digits[:1].isdigit():
        quantity = numbers.read(digits, scale)
        return numbers.plain(quantity.value), quantity.half_unit
    spelled = read_words(words.replace("-", " "))
    return (numbers.plain(spelled.value), Decimal("0.5")) if spelled else (ONE, Decimal(0))


def _fraction(match: re.Match[str], count: Decimal, parts: Decimal) -> Factor:
    return _qualified(match, (count / parts).quantize(PLACES).normalize(), HALF_PER_CENT, WORDS_REACH)


def _qualified(match: re.Match[str], value: Decimal, half_unit: Decimal, reach: Decimal) -> Factor:
    """A number with the hedge before it; as for sums, "nearly" reaches down only, and "more than" is open above."""
    slack = max(abs(value) * reach, half_unit)
    if match["over"]:
        return Factor(value, value, None)
    if match["under"]:
        return Factor(value, None, value)
    if match["down"]:
        return Factor(value, value - slack, value)
    if match["up"]:
        return Factor(value, value, value + slack)
    if match["round"]:
        return Factor(value, value - slack, value + slack)
    return Factor(value, value - half_unit, value + half_unit)
