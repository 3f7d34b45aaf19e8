"""Financial years in two pairs of digits: "the 18/19 budget", "carried forward from 16–17".

Two numbers that follow each other are as often a score, an age, pages or days, so that a word of accounts must stand beside them; in the papers of a
public body it is enough that one stands in the same sentence.
"""

from __future__ import annotations

import re

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.dates import full, is_of_pages
from pipeline.periods.telling import Said

_ACCOUNTS = (
    r"(?i:budgets?|plans?|accounts?|outturns?|forecasts?|positions?|deficits?|surplus(?:es)?|savings?|years?|financial|reserves?|spend(?:ing)?|income|"
    r"carried\sforward|precepts?|cip|qipp|allocations?)"
)
_BESIDE = rf"(?:{_ACCOUNTS}|(?i:quarter\s\w{{1,5}}|month\s\d\d?)|FY|Q[1-4]|M\d\d?)"
_LED = re.compile(rf"(?:\b{_BESIDE}(?:[:,]?\s|\s\()(?:(?:for|of|in)\s)?(?:the\s)?|(?:\d{{4}}|FY\s?\d\d)[-–/]\d\d(?:,|,?\s(?:and|to|or))\s)\Z")
_FOLLOWED = re.compile(
    rf"\s(?:(?:revised|annual|draft|final|operating|efficiency|capital|revenue|pay)\s)?{_BESIDE}\b(?![\s-]olds?\b)"
    rf"|,?\s(?:and|to|or)\s(?:\d{{4}}[-–/]\d\d\b|\d\d[-–/]\d\d\s{_BESIDE}\b)"
)
_IN_ACCOUNTS = re.compile(rf"\b{_ACCOUNTS}\b")
_IN = re.compile(r"(?i:(?:^|\b(?:in|for|from|since|into|during|of|to|until|against|than|with|and)\s|\(|\d\d[-–/]\d\d,\s)(?:the\s)?\Z)")
# what follows a year that stands by itself; a noun would be what the numbers count
_GOES_ON = re.compile(
    r"(?i:\s*(?:[,;()?!\n]|\.(?!\d)|$)|\s(?:stood|rose|fell|grew|came|[a-z]{3,12}ed|the|and|to|was|were|is|are|it|we|they|there|as|at|for|on|with|which|but|or|than|when|has|had|have|will|would|our|its)\b)"
)
_COUNTED = re.compile(
    r"(?i:\b(?:won|lost|beat|beaten|led|lead|drew|scored?|win|victory|defeat|loss|aged?|ages|nos?|numbers?|items?|para(?:graph)?s?|sections?|chapters?|tables?|"
    r"figures?|weeks?|days|slides?|rooms?|years|grades?|bands?|annex|appendix)\.?\s(?:(?:by|of|from|on)\s)?\Z)"
)
_WITHIN = re.compile(r"[\d£$€][-–/.:\s]?\Z|[-–/:]\Z")
_ONWARD = re.compile(r"[-–/:%]|[.,]\d")
_SENTENCE = re.compile(r"[!?\n]|\.\s")
_NEAR = 200  # characters on either side in which a sentence is looked for


def short_split(said: Said) -> Period | None:
    """ "The 18/19 budget"."""
    first, last = said.nodes[0], said.nodes[-1]
    if said.end - said.start != 5 or last.value != (first.value + 1) % 100:
        return None
    beside = _LED.search(said.before) or _FOLLOWED.match(said.telling.text, said.end)
    known = said.has("slash") and beside is not None
    return calendar.financial_year(full(first.value)) if known or _is_of_accounts(said) else None


def _is_of_accounts(said: Said) -> bool:
    """Whether the paper of a public body speaks of money there, and of no score, age or page."""
    text, end, first = said.telling.text, said.end, said.nodes[0].value
    if not said.telling.fiscal or 40 <= first < 90 or is_of_pages(said) or _COUNTED.search(said.before):
        return False
    if _WITHIN.search(said.before) or _ONWARD.match(text, end):
        return False
    alone = (_IN.search(said.before) or _LED.search(said.before)) and _GOES_ON.match(text, end)
    return bool(alone or _FOLLOWED.match(text, end)) and _IN_ACCOUNTS.search(_sentence(said)) is not None


def _sentence(said: Said) -> str:
    text = said.telling.text
    before = _SENTENCE.split(text[max(0, said.start - _NEAR) : said.start])[-1]
    return f"{before} {_SENTENCE.split(text[said.end : said.end + _NEAR])[0]}"
