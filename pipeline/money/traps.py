"""What looks like a sum and is none: pounds that are weighed, football, the height of a picture, the year of prices, a rapper."""

from __future__ import annotations

import re

from pipeline.money.beside import Number
from pipeline.money.sums import Place

_WEIGHED_BEFORE = re.compile(r"(?i:\b(?:weigh(?:s|ed|ing)?|lost|loses?|losing|lose|shed|gain(?:ed|s)?|lift(?:ed|s|ing)?|heavier|lighter)(?:\s\w+){0,2}\s\Z)")
_WEIGHED_AFTER = re.compile(
    r"(?i:\s(?:in\sweight|of\s(?:weight|fat|muscle|flesh|flour|sugar|butter|meat|beef|fish|fruit|potatoes|rice|cocaine|cannabis|heroin|explosives|pressure|force|thrust|body)|"
    r"heav(?:y|ier)|lighter|overweight|per\ssquare|(?:and\s)?\w+\s(?:ounces?|oz))\b|,\s\w+\s(?:ounces?|oz)\b)"
)
_COINED = re.compile(
    r"\s(?:(?:note|coin|fine|fee|bill|ticket|voucher|charge|fare|levy|bet|deposit|prize|donation|bonus|grant|deal|contract|house|project|scheme)s?|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|\s\("
)
_ONE_POUND = re.compile(r"(?i:\s*(?:1|one)\spound\W*)")
_YEAR_OF_PRICES = re.compile(r"(?:19|20)\d\d")
_OF_HUNDRED = re.compile(r"(?i:\b(?:per|a|point)\s\Z)")
_HEART_FAILURE = re.compile(r"(?i:\b(?:patients?|heart|cardiac|wards?|copd|diabetes|stroke|nyha|ejection)\b)")
_EURO_EVENT = re.compile(
    r"-|\s(?:\d|(?:MPs?|titles?|tournaments?|finals?|qualifiers?|championships?|stars?|games?|match(?:es)?|clash|cups?|elections?|zone)\b)"
)
_CENTS = re.compile(r"\scents?\b")
_RESOLUTIONS = ("144", "240", "360", "480", "576", "720", "1080", "1440", "2160")
_EACH = re.compile(r"\s(?:per|each)\b")
_RATING = re.compile(r"\s(?:a|per|an|each|in\sthe|off|of|for|more|less|extra)\b|[.,;)]|\s*\Z|/")


def is_no_money(place: Place, number: Number) -> bool:
    """Whether the pounds, euros or other units are no money."""
    text, anchor = place.text, place.anchor
    printed, word = text[number.start : number.end].strip(" -").lower(), anchor.printed
    before = text[max(0, number.start - 40) : number.start]
    if _CENTS.match(text, anchor.end) or (place.printed == "Euro" and _EURO_EVENT.match(text, anchor.end)):  # Euro 2020, Euro stars
        return True
    if word == "sterling" and text.startswith(" silver", anchor.end):
        return True
    if word in ("pound", "dollar") and printed.startswith(("a ", "an ", "a-")) and "half" not in printed:  # "a million-pound house": the article is the house's
        return True
    if word in ("pound", "pounds") and number.quantity.scale is None and _is_weight(place, before):
        return True
    return _YEAR_OF_PRICES.fullmatch(printed) is not None and (before.lower().endswith(("in ", "at ")) or place.printed.istitle())


def is_no_minor(place: Place, number: Number) -> bool:
    """Whether "1080p", "50 Cent" or "20c" is something else."""
    text, anchor = place.text, place.anchor
    printed, word = text[number.start : number.end].strip(" -").lower(), anchor.printed
    if word == "p":
        return printed in _RESOLUTIONS or text[anchor.end : anchor.end + 2] == ".m" or text[anchor.start] == "P"
    if word == "c":
        return text[anchor.start] == "C" or not (_EACH.match(text, anchor.end) or (_RATING.match(text, anchor.end) and place.ambience.main != "GBP"))
    return text[anchor.start : anchor.end] == "Cent" or (word == "cent" and _OF_HUNDRED.search(text, max(0, anchor.start - 8), anchor.start) is not None)


def is_no_code(place: Place) -> bool:
    """Whether "CHF" is what patients have."""
    near = place.text[max(0, place.anchor.start - 60) : place.anchor.end + 60]
    return place.printed == "CHF" and _HEART_FAILURE.search(near) is not None


def _is_weight(place: Place, before: str) -> bool:
    if place.anchor.printed == "pound":
        return not (_COINED.match(place.text, place.anchor.end) or _ONE_POUND.fullmatch(place.text))
    return bool(_WEIGHED_AFTER.match(place.text, place.anchor.end) or _WEIGHED_BEFORE.search(before))
