"""Numbers in words: "three hundred and fifty thousand", "half a million", "one point two billion", "a couple of million".

A couple is read as two, about; "several", "a few" and "millions of" name no number and are not read.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from pipeline.money.numbers import PARTS, Quantity, scale_of

_ONES = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
_VALUES = {word: Decimal(n) for n, word in enumerate(_ONES.split("|"))} | dict(
    zip(_TENS.split("|"), map(Decimal, (20, 30, 40, 40, 50, 60, 70, 80, 90)), strict=True)
)
_PARTS = PARTS | {"three quarters": Decimal("0.75")}
_JOINS = {"a", "an", "and", "of", "point", "half", "quarter", "quarters", "couple", "dozen"}
_VAGUE = frozenset("several few many multi countless tens hundreds dozens thousands millions billions quarters third thirds tenth fraction".split())
_MAX_WORDS = 24
_LONGEST = 12  # letters of a number word
_GAPS = frozenset(" \n\t-\u00a0")
_WIDEST_GAP = 3
_REACH = 200

_GROUP = re.compile(
    rf"(?:(?:(?P<a>an?)|(?P<count>{_ONES})|(?P<twenties>{_TENS}) (?P<two>{_ONES})) hundred)?"
    rf"(?:^|$| and | )(?P<tens>{_TENS})?(?: |\b|$)(?P<ones>{_ONES})?(?P<point> point(?: (?:{_ONES}))+)?(?P<part> and (?:a half|a quarter|three quarters|half))?"
)
_PART_OF_SCALE = re.compile(r"(?:an? |one )?(?P<part>half|quarter|three quarters)(?: of)?(?: an?)? (?P<scale>\w+)")
_COUPLE_OF_SCALE = re.compile(r"(?:a )?couple(?: of)?(?P<scale>(?: \w+){0,2})")
_HUNDREDS_OF_SCALE = re.compile(rf"(?P<count>{_ONES}) hundred (?P<scale>thousand|million|billion)")  # a scale that "two or three" share
_WORD = re.compile(r"[^\W\d_]+")


@functools.lru_cache(maxsize=4096)
def _is_number_word(word: str) -> bool:
    return word in _VALUES or word in _JOINS or (scale_of(word) > 1 and len(word) > 3)


def spelled_before(text: str, end: int, last: int) -> tuple[int, Quantity] | None:
    """The longest number in words that ends at `end`, with its place; never reaches back behind `last`."""
    words = _words_before(text, end, last)
    for i, (start, first) in enumerate(words):
        quantity = read_words(" ".join(word for _, word in words[i:])) if first not in ("and", "of") else None
        if quantity:
            return None if _is_vague(text[max(last, start - 24) : start]) else (start, quantity)
    return None


def spelled_after(text: str, start: int) -> tuple[int, Quantity] | None:
    """The longest number in words that starts at `start`, with its end: "$ | one million"."""
    words: list[tuple[int, str]] = []
    place = start
    for found in _WORD.finditer(text, start, start + _REACH):
        if text[place : found.start()].strip(" -\n") or not _is_number_word(found[0].lower()):
            break
        place = found.end()
        words.append((place, found[0].lower()))
    for count in range(len(words), 0, -1):
        quantity = read_words(" ".join(word for _, word in words[:count]))
        if quantity:
            return words[count - 1][0], quantity
    return None


def _words_before(text: str, end: int, last: int) -> list[tuple[int, str]]:
    """The unbroken run of number words before a place, in order."""
    run: list[tuple[int, str]] = []
    place = end
    while len(run) < _MAX_WORDS:
        stop = place
        while stop > last and place - stop < _WIDEST_GAP and text[stop - 1] in _GAPS:
            stop -= 1
        start = stop
        while start > last and stop - start < _LONGEST and text[start - 1].isalpha():
            start -= 1
        if stop in (place, start) or not _is_number_word(text[start:stop].lower()):
            break
        place = start
        run.append((start, text[start:stop].lower()))
    return run[::-1]


def _is_vague(before: str) -> bool:
    """ "several | hundred pounds", "two-thirds of | a million pounds", "1.5 | million"."""
    words = [word for word in re.split(r"[\s-]+", before.rstrip(" -\n").lower()) if word != "of"]
    return bool(words) and (words[-1] in _VAGUE or words[-1][-1:].isdigit())


@functools.lru_cache(maxsize=4096)
def read_words(phrase: str) -> Quantity | None:
    """The number that lower-case words make, parted by single spaces; None where they make none.

    >>> read_words("one and a half billion").value == 1_500_000_000, read_words("three hundred and fifty thousand").value == 350_000
    (True, True)
    """
    if phrase.startswith("point "):
        phrase = f"zero {phrase}"
    part = _PART_OF_SCALE.fullmatch(phrase)
    if part:
        return _part(_PARTS[part["part"]], scale_of(part["scale"]))
    couple = _COUPLE_OF_SCALE.fullmatch(phrase)
    if couple:
        scale = scale_of(couple["scale"])
        return Quantity(2 * scale, Decimal(2), scale / 2, scale) if scale > 1 or not couple["scale"] else None
    hundreds = _HUNDREDS_OF_SCALE.fullmatch(phrase)
    if hundreds:
        return Quantity(_VALUES[hundreds["count"]], _VALUES[hundreds["count"]], Decimal("0.005")).scaled_by(100 * scale_of(hundreds["scale"]))
    return _under_falling_scales(phrase)


def _part(part: Decimal, scale: Decimal) -> Quantity | None:
    return Quantity(part * scale, part, scale / 20, scale) if scale > 1 else None


def _under_falling_scales(phrase: str) -> Quantity | None:
    """Groups under falling scales: "one million two hundred thousand and five"."""
    total, scale, group, unit = Decimal(0), None, "", Decimal(1)
    for word in phrase.split():
        this = scale_of(word) if len(word) > 3 and word != "hundred" else Decimal(1)
        if this == 1:
            group = f"{group} {word}".strip()
            continue
        if not group and scale and total:  # a hundred thousand million
            total, scale, unit = total * this, scale * this, unit * this
            continue
        counted = None if group == "a" and word.endswith("s") else _group(group.removeprefix("and ") if total else group)
        if counted is None or (scale and this >= scale):
            return None
        finer = 10 if group.split()[-1] in ("half", "quarter", "quarters") or " point " in group else 1
        total, scale, unit, group = total + counted * this, this, this / finer, ""
    return _with_rest(total, scale, unit, group.removeprefix("and "))


def _with_rest(total: Decimal, scale: Decimal | None, unit: Decimal, rest: str) -> Quantity | None:
    """A total with what stands after its last scale, which is then counted in ones; a lone "a" is no number."""
    if not rest:
        return Quantity(total, total / (scale or 1), unit / 2, scale) if scale else None
    counted = None if rest in ("a", "an", "half", "a half") else _group(rest)
    return None if counted is None else Quantity(total + counted, total + counted, Decimal("0.5"))


def _group(words: str) -> Decimal | None:
    """What stands before a scale: "twenty-five", "two hundred and fifty", "a", "one and a half", "one point two"."""
    if words in ("a", "an"):
        return Decimal(1)
    if words in ("half", "a half"):
        return Decimal("0.5")
    if words in ("dozen", "a dozen"):
        return Decimal(12)
    match = _GROUP.fullmatch(words) if words else None
    return _hundreds(match) + _tens_and_ones(match) if match else None


def _hundreds(match: re.Match[str]) -> Decimal:
    if match["twenties"]:
        return 100 * (_VALUES[match["twenties"]] + _VALUES[match["two"]])
    return 100 * _VALUES.get(match["count"], Decimal(1)) if match["count"] or match["a"] else Decimal(0)


def _tens_and_ones(match: re.Match[str]) -> Decimal:
    digits = "".join(str(_VALUES[word]) for word in (match["point"] or "").split()[1:])
    part = (match["part"] or "").removeprefix(" and ").removeprefix("a ")
    whole = _VALUES.get(match["tens"], Decimal(0)) + _VALUES.get(match["ones"], Decimal(0))
    return whole + Decimal(f"0.{digits or 0}") + _PARTS.get(part, Decimal(0))
