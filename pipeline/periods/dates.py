"""Calendar time that names its year: "25 July 2019", "September 2019", "spring 2006", "in 2016", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.calendar import MONTH, WEEKDAY
from pipeline.periods.financial import YEAR
from pipeline.periods.telling import Match, Reader, Telling, before

# years that are no time: in a credit, in the name of a law or an event
_NO_TIME = re.compile(
    r"(?:(?i:©|\(c\)|\bcopyright\b|\bphoto(?:graph)?\b|\bpicture\b|\bimage\b|\bcredit\b)[^.\n]{0,40}"
    r"|\b(?:Act|Order|Regulations?|Rules|Bill|Euro|Expo|Vision|Agenda|Horizon|Route|Room|Flight|Office|Windows|[Pp]age|[Ff]orm|(?i:call|tel|ext)\.?:?)\s"
    r"|[£$€#]\s?)\Z"
)


def _year(match: Match, _: Telling) -> Period | None:
    return None if _NO_TIME.search(before(match)) else calendar.calendar_year(int(match["year"]))


def _years(match: Match, _: Telling) -> Period:
    return calendar.between(calendar.calendar_year(int(match["first"])), calendar.calendar_year(int(match["year"])))


def _decade(match: Match, _: Telling) -> Period:
    first = int(match["first"])
    return Period(f"{first}s", date(first, 1, 1), date(first + 9, 12, 31))


def _season(match: Match, _: Telling) -> Period:
    return calendar.season(match["season"].lower(), int(match["year"]))


def _full(year: str) -> int:
    """The year that two digits of a table head or a date stand for."""
    return int(year) if len(year) == 4 else 2000 + int(year)


def _month(match: Match, _: Telling) -> Period:
    return calendar.calendar_month(_full(match["year"]), calendar.month_number(match["month"]))


def _months(match: Match, telling: Telling) -> Period:
    """ "January to March 2019"; "October 2018 to March 2019"."""
    last = _month(match, telling)
    month, year = calendar.month_number(match["from"]), int(match["first"] or match["year"])
    if not match["first"] and month > calendar.month_number(match["month"]):
        year -= 1
    return calendar.between(calendar.calendar_month(year, month), last)


def _end_of_month(match: Match, _: Telling) -> Period:
    return calendar.one_day(calendar.month_end(int(match["year"]), calendar.month_number(match["month"])))


def _day(match: Match, _: Telling) -> Period:
    return calendar.one_day(date(int(match["year"]), calendar.month_number(match["month"]), int(match["day"])))


def _numbered_day(match: Match, _: Telling) -> Period:
    """British order: 3/4/2019 is the third of April."""
    return calendar.one_day(date(_full(match["year"]), int(match["m"]), int(match["day"])))


def _days(match: Match, telling: Telling) -> Period:
    last = _day(match, telling)
    year = int(match["first"] or match["year"])
    first = date(year, calendar.month_number(match["from"] or match["month"]), int(match["since"]))
    return calendar.between(calendar.one_day(first), last)


def as_at(text: str) -> date | None:
    """The latest month's end "as at" which a text says that it reports."""
    found = (calendar.month_end(int(match["year"]), calendar.month_number(match["month"])) for match in _AS_AT.finditer(text))
    return max(found, default=None)


_AS_AT = re.compile(rf"\b[Aa]s\s(?:at|of)\s(?:the\s)?(?:end\sof\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<month>{MONTH})\s{YEAR}")
_DATE = r"(?:st|nd|rd|th)?"
_TO = r"\s?(?:to|until|[-–—])\s?"
_COUNTED = (
    r"people|staff|patients|homes|jobs|beds|pounds|euros|dollars|miles|words|members|pupils|students|children|families|workers|nurses|tonnes|metres|"
    r"hours|calls|votes|visits|visitors|residents|households|times|cases"
)
_PATTERNS: list[tuple[str, Reader]] = [
    (rf"(?<![^\s(‘'“\"-]){YEAR}(?!\s(?:{_COUNTED})\b|\d|[-–/]\s?\d|:\d|s\b|[a-z])", _year),
    (rf"\b(?i:from\s|between\s)(?P<first>(?:19|20)\d\d)\s(?:to|and|until)\s{YEAR}", _years),
    (r"(?<!\w)(?P<first>(?:19|20)\d0)s\b", _decade),
    (rf"\b(?i:(?:the\s)?(?P<season>spring|summer|autumn|winter)(?:\sof)?)\s{YEAR}", _season),
    (rf"\b(?P<month>{MONTH})\.?,?\s{YEAR}", _month),
    (rf"\b(?P<from>{MONTH})(?:\s(?P<first>(?:19|20)\d\d))?{_TO}(?P<month>{MONTH})\s{YEAR}", _months),
    (rf"\b(?i:(?:the\s)?end\sof)\s(?P<month>{MONTH}),?\s{YEAR}", _end_of_month),
    (rf"\b(?:(?:{WEEKDAY}),?\s)?(?:the\s)?(?P<day>\d{{1,2}}){_DATE}\s(?:of\s)?(?P<month>{MONTH}),?\s{YEAR}", _day),
    (rf"\b(?:(?:{WEEKDAY}),?\s)?(?P<month>{MONTH})\s(?P<day>\d{{1,2}}){_DATE},?\s{YEAR}", _day),
    (rf"(?<![\d/.])(?P<day>\d{{1,2}})(?P<slash>[/.])(?P<m>\d{{1,2}})(?P=slash){YEAR}", _numbered_day),
    (r"(?<![\d/])(?P<day>\d{1,2})/(?P<m>\d{1,2})/(?P<year>\d\d)(?![\d/])", _numbered_day),
    (rf"\b(?P<month>{MONTH})[-’'](?P<year>\d\d)(?![\d-])", _month),
    (r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)(?![\d-])", _numbered_day),
    (
        rf"\b(?P<since>\d{{1,2}}){_DATE}(?:\s(?P<from>{MONTH})(?:\s(?P<first>(?:19|20)\d\d))?)?{_TO}(?P<day>\d{{1,2}}){_DATE}\s(?P<month>{MONTH})\s{YEAR}",
        _days,
    ),
]
DATES: list[tuple[re.Pattern[str], Reader]] = [(re.compile(pattern), reader) for pattern, reader in _PATTERNS]
