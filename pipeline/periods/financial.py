"""Financial and other split years, and what is counted in them: "2018/19", "FY19", "by 2020/21", "2019-20 Q3", "M6 YTD", "the year to March 2005"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.calendar import MONTH, NUMBERS, STRETCH
from pipeline.periods.telling import Match, Reader, Telling, words_of

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
_YEAR_TO_DATE = r"(?P<ytd>\s?\(?\b(?:YTD|year[ -]to[ -]date)\b\)?)"


def split_year(name: str) -> str:
    """The pattern of a year that is printed with both its halves, in a group of that name."""
    return rf"(?:\b(?:FY|fy)\s?)?(?<![\d./-])(?P<{name}>(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d?))(?![\d%/]|[.,]\d)"


_SPLIT = split_year("split")
_NEAR = re.compile(_SPLIT)
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%/]|[.,-]\d)"
_EITHER = rf"(?:{_SPLIT}|{YEAR})"


def first_of(printed: str) -> int | None:
    """The year in which "2018/19" starts; None where the second half is not the year after the first.

    >>> first_of("1999-2000"), first_of("2018–20")
    (1999, None)
    """
    first, last = re.split(r"\s?[-–—/]\s?", printed)
    if len(last) == 1 and len(printed) > 6:  # "2018 - 9 of them"
        return None
    return int(first) if int(last) in (int(first) + 1, (int(first) + 1) % 10 ** len(last)) else None


def _split(match: Match, _: Telling) -> Period | None:
    """A financial year; "2016-20" is five calendar years instead, but "2016/20" nothing."""
    first = first_of(match["split"])
    if first is not None:
        return calendar.financial_year(first)
    if "/" in match["split"]:
        return None
    start, end = re.split(r"\s?[-–—]\s?", match["split"])
    last = int(start[: -len(end)] + end)
    return calendar.between(calendar.calendar_year(int(start)), calendar.calendar_year(last)) if last - int(start) > 1 and len(end) > 1 else None


def _academic(match: Match, _: Telling) -> Period | None:
    first = first_of(match["split"])
    return None if first is None else calendar.academic_year(first)


def _spelt_out(match: Match, _: Telling) -> Period | None:
    first, last = int(match["first"]), int(match["last"])
    return calendar.financial_year(first) if last in (first + 1, (first + 1) % 100) else None


def _ended(match: Match, _: Telling) -> Period:
    """ "FY19" is the year that ends in 2019."""
    return calendar.financial_year(int(match["end"][-2:]) + (1899 if match["end"].startswith("19") and len(match["end"]) == 4 else 1999))


def _short(match: Match, _: Telling) -> Period | None:
    """ "FY18/19"."""
    first = 2000 + int(match["first"])
    return calendar.financial_year(first) if int(match["last"]) == (first + 1) % 100 else None


def _by(match: Match, _: Telling) -> Period | None:
    """ "by 2021" keeps its words; only its end is known."""
    first = first_of(match["split"]) if match["split"] else None
    if match["split"] and first is None:
        return None
    period = calendar.calendar_year(int(match["year"])) if first is None else calendar.financial_year(first)
    return replace(period, label=f"by {period.label}", start=None)


def _from_to(match: Match, _: Telling) -> Period | None:
    first, last = first_of(match["split"]), first_of(match["until"])
    if first is None or last is None:
        return None
    return calendar.between(calendar.financial_year(first), calendar.financial_year(last))


def _quarter(match: Match, _: Telling) -> Period | None:
    number = _ORDINALS.get(match["q"].lower()) or int(match["q"])
    if match["year"]:
        return calendar.calendar_quarter(int(match["year"]), number)
    first = first_of(match["split"])
    return None if first is None else calendar.financial_quarter(first, number)


def _half(match: Match, _: Telling) -> Period | None:
    half = _ORDINALS.get(match["h"].lower()) or int(match["h"])
    label, start = "", None
    if match["year"]:
        label, start = match["year"], date(int(match["year"]), 6 * half - 5, 1)
    else:
        first = first_of(match["split"])
        if first is None:
            return None
        label, start = calendar.financial_label(first), date(first, 4 if half == 1 else 10, 1)
    return Period(f"{label} H{half}", start, calendar.month_end(*calendar.months_on(start.year, start.month, 5)))


def _months_to(match: Match, _: Telling) -> Period:
    count = calendar.count_of(match["count"] or "twelve")
    return calendar.months_to(count, date(int(match["year"]), calendar.month_number(match["month"]), 1))


def _first_months(match: Match, _: Telling) -> Period | None:
    count = calendar.count_of(match["count"])
    if match["year"]:
        return calendar.months_to(count, calendar.month_end(int(match["year"]), count))
    first = first_of(match["split"])
    return None if first is None or count > 12 else calendar.financial_month(first, count, to_date=True)


def _month_of_year(match: Match, telling: Telling) -> Period | None:
    """Month 6 is September of its financial year: the one beside it, else the nearest before, else that of the publication."""
    number, first = int(match["number"]), _year_beside(match, telling)
    if not 1 <= number <= 12:
        return None
    return Period(words_of(match)) if first is None else calendar.financial_month(first, number, to_date=bool(match["ytd"]))


def _to_date(match: Match, telling: Telling) -> Period | None:
    first = _year_beside(match, telling)
    return None if first is None else Period(f"{calendar.financial_label(first)} YTD", date(first, 4, 1))


def _year_beside(match: Match, telling: Telling) -> int | None:
    printed = match.groupdict().get("split")
    if printed:
        return first_of(printed)
    if match.groupdict().get("number"):
        near = [first_of(found["split"]) for found in _NEAR.finditer(match.string, max(0, match.start() - 300), match.end() + 100)]
        if near and near[-1] is not None:
            return near[-1]
    return calendar.financial_year_of(telling.published) if telling.published else None


_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
_LONE_MONTH = r"\b(?:(?i:month)\s|M)(?P<number>\d{1,2})\b(?!\.\d)"
_PATTERNS: list[tuple[str, Reader]] = [
    (_SPLIT + r"(?:\s(?:financial|fiscal)\syear\b)?", _split),
    (rf"{_SPLIT}\s(?i:academic|school)\syear\b", _academic),
    (rf"\b(?i:academic|school)\syear\s(?:of\s)?{_SPLIT}", _academic),
    (r"\b(?P<first>(?:19|20)\d\d)\sto\s(?P<last>(?:19|20)?\d\d)\s(?:financial|fiscal)\syear\b", _spelt_out),
    (r"\bFY\s?(?P<end>\d\d|(?:19|20)\d\d)\b(?!\s?[/–-]\s?\d)", _ended),
    (r"\bFY\s?(?P<first>\d\d)\s?[/–-]\s?(?P<last>\d\d)\b", _short),
    (rf"\b(?i:by)\s(?:the\send\sof\s)?{_EITHER}", _by),
    (rf"{_SPLIT}\s?(?:to|until|[-–—])\s?{split_year('until')}", _from_to),
    (rf"\b(?i:between)\s{_SPLIT}\sand\s{split_year('until')}", _from_to),
    (rf"\b(?i:(?:the\s)?(?P<q>{'|'.join(_ORDINALS)})[\s-]quarter\s(?:of|in)\s){_EITHER}", _quarter),
    (rf"\b(?:Q|(?i:quarter)\s)(?P<q>[1-4])(?:\s|,\s|\sof\s){_EITHER}", _quarter),
    (rf"{_EITHER}\s?(?:Q|(?i:quarter)\s)(?P<q>[1-4])\b", _quarter),
    (rf"\b(?i:(?:the\s)?(?P<h>first|second)[\s-]half\sof\s){_EITHER}", _half),
    (rf"\bH(?P<h>[12])\s{_EITHER}", _half),
    (rf"{_EITHER}\sH(?P<h>[12])\b", _half),
    (rf"\b(?i:(?:the\s|current\s)?{STRETCH}\s(?:to|ended|ending|until)(?:\sthe\send\sof)?)\s{_DAY}(?P<month>{MONTH}),?\s{YEAR}", _months_to),
    (rf"\b(?i:(?:the\s)?first\s(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})\smonths\sof)\s{_EITHER}", _first_months),
    (rf"{_SPLIT}[\s,]{{1,2}}\(?{_LONE_MONTH}\)?{_YEAR_TO_DATE}?", _month_of_year),
    (rf"{_LONE_MONTH}{_YEAR_TO_DATE}?(?:,?\s(?:of\s|in\s)?|\s\(){_SPLIT}", _month_of_year),
    (rf"{_LONE_MONTH}{_YEAR_TO_DATE}", _month_of_year),
    (r"\b(?i:month)\s(?P<number>\d{1,2})\b(?!\.\d)(?P<ytd>)", _month_of_year),  # a bare M6 is a motorway
    (rf"{_SPLIT}{_YEAR_TO_DATE}", _to_date),
    (r"\b(?:(?i:the\s)?(?i:year[ -]to[ -]date)|YTD)\b(?!\s?\()", _to_date),
]
FINANCIAL: list[tuple[re.Pattern[str], Reader]] = [(re.compile(pattern), reader) for pattern, reader in _PATTERNS]
