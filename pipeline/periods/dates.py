"""Calendar time that names its year: "25 July 2019", "September 2019", "spring 2006", "in 2016", "the 1990s", "the 19th century".

Two digits are a year of this century up to 49, else of the last. "Early 2019" and "mid-2019" are the whole of 2019.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.grammar import Rule
from pipeline.periods.telling import Said

_CENTURY_ENDS = 50  # two digits from here on are of the 20th century
_PAGES = re.compile(r"(?i:\b(?:pp?|pages?|pgs?|lines?|folios?)[.:]?\s?\Z)")


def full(year: int) -> int:
    """The year that two digits stand for.

    >>> full(19), full(74), full(1974)
    (2019, 1974, 1974)
    """
    return year if year > 99 else year + (2000 if year < _CENTURY_ENDS else 1900)


def is_of_pages(said: Said) -> bool:
    """ "Pp. 1998-2003"."""
    return _PAGES.search(said.before) is not None


def year_of(said: Said) -> int:
    """Of four digits, or of two. Raises ValueError for one or three."""
    node = said.get("year") or said.all("yy")[-1]
    if node.value < 1000 and node.end - node.start != 2:
        raise ValueError(f"{said.text!r} has no year of two digits or four")
    return full(node.value)


def _day(said: Said) -> Period:
    return calendar.one_day(date(year_of(said), said.value("month"), said.value("dom")))


def _days(said: Said) -> Period | None:
    """From one day to another of one month, "5 and 6 May" included."""
    first, last = (node.value for node in said.all("dom"))
    if said.has("and") and not said.has("between") and last != first + 1:
        return None
    month, year = said.value("month"), year_of(said)
    return calendar.between(calendar.one_day(date(year, month, first)), calendar.one_day(date(year, month, last)))


def _month(said: Said) -> Period:
    return calendar.calendar_month(year_of(said), said.value("month"))


def _short_month(said: Said) -> Period | None:
    """ "Apr-19", "Feb '14": the mark stands close."""
    return None if " " in said.text and not said.has("quote") else _month(said)


def _year(said: Said) -> Period:
    return calendar.calendar_year(said.value("year"))


def _short_year(said: Said) -> Period:
    return calendar.calendar_year(year_of(said))


def _called_year(said: Said) -> Period | None:
    """ "The year 2018"; in "full-year 2018 results" the year is only 2018."""
    return None if said.before.endswith(("-", "full ", "Full ")) else _year(said)


def _run(said: Said) -> Period | None:
    if is_of_pages(said):
        return None
    return calendar.between(calendar.calendar_year(int(said.text[:4])), calendar.calendar_year(said.value("run")))


def _decade(said: Said) -> Period | None:
    """ "1980s", "the '80s", "the eighties": of the last century unless four digits say otherwise."""
    node = said.get("tenth") or said.get("decades") or said.get("year")
    if node is None or node.value % 10 or (said.has("ess") and not said.before.lower().endswith("the ")):
        return None
    return calendar.decade(node.value + (1900 if node.value < 100 else 0))


def _short_decade(said: Said) -> Period | None:
    """ "The 80s", which without its article would be an age or a temperature."""
    return _decade(said) if said.value("tenth") < 100 else None


def _spoken_decade(said: Said) -> Period | None:
    """ "The nineteen-twenties"."""
    first = said.value("word")
    return calendar.decade(100 * first + said.value("decades")) if 15 <= first <= 20 else None


def _century(said: Said) -> Period:
    return calendar.century(said.value("nth"))


def _season(said: Said) -> Period:
    year = said.value("split") if said.has("split") else year_of(said)
    return calendar.season(said.value("season"), year)


def _term(said: Said) -> Period:
    """The terms of an English school: from September, from January, from the middle of April."""
    name, year = calendar.SEASONS[said.value("season")], year_of(said)
    months = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}.get(name)
    if months is None:
        raise ValueError(f"no term in {name}")
    return Period(f"{name} term {year}", date(year, months[0], 1), calendar.month_end(year, months[1]))


def _named_term(said: Said) -> Period | None:
    """The terms of the old universities and the courts, three months each: "Michaelmas term 2019", "Easter term 2019"."""
    named = said.get("named") or said.all("holiday")[0]
    name, year, month = said.printed(named).capitalize(), year_of(said), said.value("named") if said.has("named") else 4
    if not said.has("named") and name != "Easter":
        return None
    return Period(f"{name} term {year}", date(year, month, 1), calendar.month_end(year, month + 2))


def _numbered_week(said: Said) -> Period:
    """ "Week 12 of 2019", as ISO counts them. Raises ValueError where the year has no such week."""
    monday = date.fromisocalendar(said.value("year"), said.value("dom"), 1)
    return Period(said.words, monday, monday + timedelta(days=6))


_WEEKDAY = "(weekday dot? comma?)?"
_EARLY = "(early dash?)?"
DATES: tuple[Rule, ...] = (
    ("DAY", f"{_WEEKDAY} the? dom (of|day of)? month dot? (comma|of)? year", _day),
    ("DAY", f"{_WEEKDAY} the? dom of? month dot? quote yy", _day),
    ("DAY", f"{_WEEKDAY} month (dot|dash|slash)? the? dom (comma|of|dash|slash)? year", _day),
    ("DAY", f"{_WEEKDAY} month dot? the? dom comma? quote yy", _day),
    ("DAY", f"{_WEEKDAY} dom (dash|slash) month (dash|slash) (year|yy)", _day),
    ("DAY", f"{_WEEKDAY} year dash? month dash? num", _day),
    ("DAY", "(weekday comma?)? month num clock year", _day),
    ("SPAN", f"(from|between)? {_WEEKDAY} the? dom (till|and) {_WEEKDAY} the? dom of? month dot? comma? year", _days),
    ("SPAN", "(from|between)? month dot? the? dom (till|and) the? dom comma? year", _days),
    ("MONTH", f"{_EARLY} month dot? comma? of? year", _month),
    ("MONTH", "month dot? (dash|quote|slash|dash quote) (yy|year)", _short_month),
    ("YEAR", "year", _year),
    ("YEAR", "the? calendar? yr of? year", _called_year),
    ("YEAR", "year calendar yr", _year),
    ("SHORT", "quote yy", _short_year),
    ("WEEK", "week num (of|in|comma)? year", _numbered_week),
    ("SPAN", "run", _run),
    ("DECADE", "(the? quote)? tenth", _decade),
    ("DECADE", "the tenth", _short_decade),
    ("DECADE", "the? decades", _decade),
    ("DECADE", "year quote ess", _decade),
    ("DECADE", "the? word dash? decades", _spoken_decade),
    ("CENTURY", "the? nth century", _century),
    ("SEASON", f"{_EARLY} the? season of? (year|split)", _season),
    ("SEASON", "the? season of? quote yy", _season),
    ("SPAN", "the? season term of? comma? year", _term),
    ("SPAN", "the? (named|holiday) term of? comma? year", _named_term),
)
