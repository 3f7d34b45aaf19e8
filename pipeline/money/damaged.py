"""Sums whose sign a conversion has spoilt ("#46 million", "PS2.7m", "&pound;5"), or lost ("a deficit of 36.1m"). Both are marked as such.

A spoilt sign is read only where its number cannot be anything else: with a scale, parted thousands, or pence. A lost one only right beside a finance
word and with a scale, where no noun follows that the number might count.
"""

from __future__ import annotations

import re

from pipeline.model import CurrencySource
from pipeline.money import numbers
from pipeline.money.anchors import DAMAGED
from pipeline.money.beside import number_after, to_the_minor_unit
from pipeline.money.numbers import DIGITS, SCALE
from pipeline.money.sums import Place, Sum

_EXPLICIT = re.compile(
    r"\d[\d,]*(?:,\d{3}|\.\d\d?)?\s?(?:[mk]|mn|bn|tn|million|billion|thousand)\b|\d{1,3}(?:,\d{3})+\b|\d+\.\d\d\b|\d+\.\d+\s?(?:m|bn|million|billion)\b"
)
_CONSOLE = re.compile(r"PS[1-5](?!\d|\.\d|,\d)")
_FINANCE = (
    "deficits?|surplus|overspends?|underspends?|shortfalls?|turnover|revenues?|income|expenditure|spending|spend|budgets?|funding|debts?|loans?|borrowing|"
    "profits?|loss|losses|costs?|savings?|grants?|reserves|investment|balance|variance|liabilities|assets|allocation|efficiencies"
)
_VERBS = (
    "of|was|is|were|are|at|to|by|stood|stands|reached|hit|fell|rose|totalled|totals|totalling|now|currently|had|been|be|will|would|around|about|approximately|"
    "nearly|almost|some|over|just|under|up|a|further|another|circa|c|worth|amounting|position|requirement|target|plan|forecast"
)
_TO_SUM = re.compile(rf"(?i:\b(?:{_FINANCE})(?:(?:\s(?:{_VERBS})\.?){{0,6}}\s|:\s)\(?\Z)")
_KINDS = "net|operating|budget|annual|projected|forecast|planned|cumulative|underlying|pre-tax|cash"
_FROM_SUM = re.compile(rf"(?i:[\s-](?:(?:{_KINDS})\s){{0,2}}(?:{_FINANCE})\b)")
_UNSIGNED = re.compile(rf"(?<![\w.,£₤$€¥/#%])(?P<digits>{DIGITS})(?P<scale>{SCALE})\Z")
# nothing that the number might count
_FREE = re.compile(
    r"\s*(?:[.;:!?)\]”\"|]|,(?!\d)|\Z|\n)|\s(?:in|for|at|by|on|from|to|this|last|next|a|an|per|and|or|but|compared|against|which|that|is|was|were|has|have|had|will|would|"
    r"with|without|over|under|more|less|before|after|during|since|due|because|as|while|when|between|short|behind|ahead|adverse|favourable|worse|better|than|the|its|it|year|each|"
    r"respectively|so|if|into|out|across|within|through|following|owing|including|excluding|he|she|they|we|of\s(?:which|this|that|the))\b|[-–—]|\s[-–—]"
)
_REACH = 40


def at_damaged(place: Place) -> Sum | None:
    """A sum behind what once was a sign."""
    text, anchor = place.text, place.anchor
    before = text[anchor.start - 1 : anchor.start]
    is_entity = anchor.printed.startswith(("&", "â"))
    if not is_entity and (not _EXPLICIT.match(text, anchor.end) or before.isalnum() or before in ("#", "&", "/", "?", "=")):
        return None
    if anchor.printed == "ps" and (place.printed != "PS" or _CONSOLE.match(text, anchor.start)):
        return None
    if anchor.printed == "?" and before and not before.isspace() and before != "(":
        return None
    code = DAMAGED.get(place.printed.lower())
    number = number_after(text, anchor.end, code) if code else None
    if code is None or number is None:
        return None
    source = CurrencySource.PRINTED if anchor.printed.startswith("&") else CurrencySource.DAMAGED
    return Sum(anchor.start, number.end, to_the_minor_unit(number, code), code, leads=True, source=source)


def at_scale(place: Place) -> Sum | None:
    """A number with a scale right beside a finance word, in the currency that the text prints elsewhere, else in pounds."""
    text, end = place.text, place.anchor.end
    number = _UNSIGNED.search(text, max(place.last, end - _REACH), end)
    if not number or text[end : end + 1].isalnum():
        return None
    before = _TO_SUM.search(text, max(place.last, number.start() - 2 * _REACH), number.start())
    if not (before and _FREE.match(text, end)) and not _FROM_SUM.match(text, end):
        return None
    quantity = numbers.read(number["digits"], number["scale"])
    return Sum(number.start(), end, quantity, place.ambience.main, leads=True, source=CurrencySource.INFERRED)
