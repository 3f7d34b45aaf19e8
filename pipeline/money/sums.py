"""Numbers that stand with a currency: "£97.6m", "7.5bn euros", "three million pounds", "20p"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.money import numbers
from pipeline.money.currencies import PREFIX, SUFFIX, currency_of
from pipeline.money.numbers import DIGITS, GAP, SCALE, SPELLED, Quantity

_ANCHOR = re.compile(rf"(?P<prefix>{PREFIX})|(?<=[\d\s-])(?P<pence>(?<=\d)p|pence)(?!\w|\.m)|(?<![^\W\d_])(?P<suffix>{SUFFIX})")
_AFTER_SIGN = re.compile(rf" ?[-−]?({DIGITS}{SCALE}?)(?!\d|(?!(?:pa|pcm|pw|pp|each)\b)[^\W\d_])")
_BEFORE_WORD = re.compile(rf"(?<![\w.,£₤$€¥])({DIGITS}{SCALE}?|{SPELLED})(?:-|{GAP})\Z")
_WINDOW = 80  # no number is longer, and a bound keeps the work linear
_PENNY = Decimal("0.01")

# pounds that are weighed, prices of another year, football, the height of a picture
_WEIGHED_BEFORE = re.compile(r"(?i:\b(?:weigh(?:s|ed|ing)?|lost|loses?|losing|shed|gain(?:ed|s)?)(?:\s\w+){0,2}\s\Z)")
_WEIGHED_AFTER = re.compile(
    r"(?i:\s(?:in\sweight|of\s(?:weight|fat|muscle|flesh|flour|sugar|butter|meat|cocaine|cannabis|explosives)|heav(?:y|ier)|lighter|overweight|"
    r"per\ssquare|(?:and\s)?\w+\s(?:ounces?|oz))\b|,\s\w+\s(?:ounces?|oz)\b)"
)
_COINED = re.compile(r"\s(?:note|coin|fine|fee|bill|ticket|voucher|charge|fare|levy|bet|deposit|prize|donation|bonus|grant)s?\b")
_YEAR_OF_PRICES = re.compile(r"(?:19|20)\d\d")
_PART_BEFORE = re.compile(r"(?i:(?:thirds?|quarters?|fifths?|tenths?|fraction|couple)\sof\s\Z)")  # two-thirds of a million
_RESOLUTIONS = ("144", "240", "360", "480", "576", "720", "1080", "1440", "2160")


@dataclass(frozen=True, slots=True)
class Sum:
    """A quantity with its currency and place; a range has an `upper` quantity too. `leads` is true where the currency stands first."""

    start: int
    end: int
    quantity: Quantity
    currency: str
    leads: bool
    upper: Quantity | None = None


def find_sums(text: str) -> Iterator[Sum]:
    """Every sum in a text, in order; ranges are still two sums."""
    last = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() >= last:
            found = _after_sign(text, anchor) or _before_word(text, anchor, last)
            if found:
                last = found.end
                yield found


def _after_sign(text: str, anchor: re.Match[str]) -> Sum | None:
    match = _AFTER_SIGN.match(text, anchor.end()) if anchor["prefix"] else None
    quantity = numbers.read(match[1]) if match else None
    if not match or not quantity or match[1].startswith("00"):  # "£000" heads a column
        return None
    return Sum(anchor.start(), match.end(), _to_the_penny(quantity), currency_of(anchor[0]), leads=True)


def _before_word(text: str, anchor: re.Match[str], last: int) -> Sum | None:
    if anchor["prefix"] and not anchor[0].isalpha() and anchor[0] != "€":  # "£" and its like always lead
        return None
    match = _BEFORE_WORD.search(text, max(last, anchor.start() - _WINDOW), anchor.start())
    found = _longest(match) if match else None
    if not found or _is_no_money(text, *found, anchor):
        return None
    start, quantity = found
    if anchor["pence"]:
        return Sum(start, anchor.end(), replace(quantity.scaled_by(_PENNY), half_unit=Decimal(0)), "GBP", leads=False)
    return Sum(start, anchor.end(), _to_the_penny(quantity), currency_of(anchor[0]), leads=False)


def _longest(match: re.Match[str]) -> tuple[int, Quantity] | None:
    """Where the longest number that ends at the currency word begins: "pay a | five" has one word too many."""
    for word in re.finditer(r"[^\s-]+", match[1]):
        quantity = numbers.read(match[1][word.start() :])
        if quantity:
            return match.start(1) + word.start(), quantity
    return None


def _is_no_money(text: str, start: int, quantity: Quantity, anchor: re.Match[str]) -> bool:
    number, word = text[start : anchor.start()].strip(" -").lower(), anchor[0].lower()
    before = text[max(0, start - 40) : start]
    if anchor["pence"]:
        return word == "p" and number in _RESOLUTIONS
    if anchor[0] == "Euro":  # Euro 2020, Euro stars
        return True
    if word in ("pound", "dollar") and number.startswith(("a ", "an ", "a-")):  # "a million-pound house": the article is the house's
        return True
    if word in ("pound", "pounds") and quantity.scale is None and _is_weight(text, before, anchor):
        return True
    return _PART_BEFORE.search(before) is not None or (_YEAR_OF_PRICES.fullmatch(number) is not None and before.lower().endswith(("in ", "at ")))


def _is_weight(text: str, before: str, anchor: re.Match[str]) -> bool:
    if anchor[0].lower() == "pound":
        return not _COINED.match(text, anchor.end())
    return bool(_WEIGHED_AFTER.match(text, anchor.end()) or _WEIGHED_BEFORE.search(before))


def _to_the_penny(quantity: Quantity) -> Quantity:
    """A sum printed with its pence has nothing left to round."""
    exact = quantity.scale is None and quantity.half_unit <= _PENNY / 2
    return replace(quantity, half_unit=Decimal(0)) if exact else quantity
