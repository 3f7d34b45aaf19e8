"""What the labels of rows and columns say of their numbers: which are totals, costs, plans, variances, and which do not add up at all."""

import re
from enum import IntEnum, StrEnum
from functools import lru_cache

from pipeline.sum_words import FOR_ONE, LEAVES_OUT

# labels longer than this are prose
LABEL_AT_MOST = 200

# a control total is a target, and a running total is of other rows
TOTAL = re.compile(r"(?<!control )(?<!running )(?<!cumulative )(?<!of )(?<!% )\b(?:sub-?)?totals?\b(?! (?:number|length))|\bsum of\b", re.IGNORECASE)
# a total of something else than what stands above it
OTHER_TOTAL = re.compile(
    r"\b(?:excl\w*|before|after|adjusted|normalised|underlying|previous|prior|last|restated|target|maximum|contract|cost of|lifetime)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
BARE_TOTAL = re.compile(r"\W*(?:grand |sub\W?)?totals?\W*(?:£|€|\$)?\W*(?:000s?|m|k|bn|million)?\W*", re.IGNORECASE)
SUMMARY = re.compile(
    r"\b(?:net|all|overall|whole|system|combined|aggregate|surplus|deficit|position|profit|loss|result|balance|closing|carried forward|gross|"
    r"year[ -]to[ -]date|ytd|full[ -]year|annual|outturn|ebitda|year|residual|remaining|gap|group|consolidated|region|sector)\b",
    re.IGNORECASE,
)
NET = re.compile(r"\b(?:net|surplus|deficit|position|profit|loss|ebitda|balance|result|margin)\b", re.IGNORECASE)
COST = re.compile(
    r"\b(?:expenditure|costs?|pay|non-?pay|spend|spending|expenses?|staff|staffing|drugs|supplies|depreciation|amortisation|impairments?|interest payable|"
    r"payments?|less|outgoings|charges?|dividends?|salaries|wages|premises|contingency|purchases?|overheads?|outflows?)\b",
    re.IGNORECASE,
)
EARNING = re.compile(r"\b(?:income|revenue|turnover|savings?|cost improvement|grants?|receipts?|receivable|funding|surplus|deficit|net)\b", re.IGNORECASE)
LEFT_OUT = re.compile(r"\b(?:before|excluding|net of)\b.*", re.IGNORECASE)
# shown beside a sum, and no part of it
MEMO = re.compile(r"^\W*(?:of which|o/w|thereof|including|incl|includes|memo|memorandum|note)\b|\bincluded (?:above|in|within)\b|\bmemorandum\b", re.IGNORECASE)
NOT_ADDITIVE = re.compile(
    rf"%|\b(?:{FOR_ONE}|rate|price|tariff|unit|maximum|minimum|max|min|index|ratio|cumulative|running|rank|likelihood|ceiling|cap)\b",
    re.IGNORECASE,
)
RATIO = re.compile(r"%|\b(?:average|median|mean)\b|\b(?:cost|price|amount) per\b|\bper (?:head|capita|case|patient|person|bed|day|unit)\b", re.IGNORECASE)
# what is there on a day does not add up over the months
STANDING = re.compile(r"\b(?:balance|cash|closing|opening|net assets|brought|carried|liabilities|debt|wte|headcount)\b", re.IGNORECASE)
# a list that says itself that it leaves some out
SELECTED = re.compile(rf"\b(?:{LEAVES_OUT}|some)\b", re.IGNORECASE)

VARIANCE = re.compile(
    r"\b(?:variances?|var|difference|vs\.? (?:plan|budget)|against (?:plan|budget))\b|\bover\W{1,4}under|\bunder\W{1,4}over|\bfav\w*\W{1,4}adv|"
    r"\badv\w*\W{1,4}fav|\bbetter\W{1,4}worse|\bworse\W{1,4}better|\b(?:over|under)spend",
    re.IGNORECASE,
)
CHANGE = re.compile(r"\b(?:change|movement|increase|decrease)\b", re.IGNORECASE)
PLAN = re.compile(r"\b(?:plan|planned|plans|budget|budgeted|target|trajectory|control total|allocation)\b", re.IGNORECASE)
RESULT = re.compile(r"\b(?:actuals?|outturn|forecast|fot|projected|projection|expected|spend|spent|delivered|achieved)\b", re.IGNORECASE)
UNITS = re.compile(r"(?:£|€|\$)\W{0,2}(?:000s?|m|k|bn|million)?\b")
NO_WORD = re.compile(r"\W+")

# brackets say which way a variance is printed below nothing
OVER_IS_PLUS = re.compile(r"\bover\w*\s?/\s?\(\s?under|\bworse\s?/\s?\(\s?better|\(\s?under", re.IGNORECASE)
OVER_IS_MINUS = re.compile(r"\(\s?over\w*\s?\)\s?/\s?under|\(\s?over", re.IGNORECASE)
ADVERSE_IS_MINUS = re.compile(r"\(\s?adv|\(\s?worse", re.IGNORECASE)
ADVERSE_IS_PLUS = re.compile(r"\(\s?fav|\(\s?better", re.IGNORECASE)


class Totality(IntEnum):
    """How surely a label calls its line a total."""

    ITEM = 0
    SUMMARY = 1
    TOTAL = 2


class Role(StrEnum):
    """What a column is to a plan."""

    PLAN = "plan"
    RESULT = "result"
    VARIANCE = "variance"
    CHANGE = "change"


@lru_cache(maxsize=4096)
def totality(label: str) -> Totality:
    """
    >>> [totality(label).name for label in ("Sub-total pay", "Total excluding PSF", "Net position", "Control total", "Drugs")]
    ['TOTAL', 'SUMMARY', 'SUMMARY', 'ITEM', 'ITEM']
    """
    if TOTAL.search(label):
        return Totality.SUMMARY if OTHER_TOTAL.search(label) else Totality.TOTAL
    return Totality.SUMMARY if SUMMARY.search(label) else Totality.ITEM


@lru_cache(maxsize=4096)
def role(label: str) -> Role | None:
    """
    >>> [role(label) for label in ("YTD > Budget £000", "Forecast variance", "Outturn", "Change", "April")]
    [<Role.PLAN: 'plan'>, <Role.VARIANCE: 'variance'>, <Role.RESULT: 'result'>, <Role.CHANGE: 'change'>, None]
    """
    rules = ((VARIANCE, Role.VARIANCE), (CHANGE, Role.CHANGE), (PLAN, Role.PLAN), (RESULT, Role.RESULT))
    return next((found for pattern, found in rules if pattern.search(label)), None)


def is_cost(label: str, heading: str) -> bool:
    """Whether a row is money that goes out; its own words count for more than the heading that it stands under."""
    label = LEFT_OUT.sub("", label)
    if COST.search(label) or EARNING.search(label):
        return bool(COST.search(label)) and not EARNING.search(label)
    return bool(COST.search(heading)) and not EARNING.search(heading)


def span_of(label: str) -> str:
    """The label of a column without what makes it a plan, an outturn or a variance: the time or body that it is for.

    >>> span_of("YTD > Budget £000") == span_of("Variance YTD") == "ytd"
    True
    """
    for pattern in (VARIANCE, CHANGE, PLAN, RESULT, UNITS, NO_WORD):
        label = pattern.sub(" ", label)
    return " ".join(label.lower().split())
