"""Dates in digits: "3/4/2019", "2019-04-03", "20190403", "2019-04", "2019/04", "04/2019".

British order comes first: 3/4/2019 is the third of April, the American reading an alternative; only where that is no date (10/31/1974) is the
American the reading.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.dates import full, is_of_pages
from pipeline.periods.grammar import Rule
from pipeline.periods.telling import Said, settled_by

# a clause or a version is numbered 1.2.18; a date with points and a short year has all its noughts: 01.02.18
_NUMERIC = re.compile(r"(\d{1,4})([-‐‑/.])(\d{1,2})\2(\d{4}|\d\d?)")
_VERSION = re.compile(
    r"(?i:\b(?:version|clause|section|paragraph|para|release|model|part|chapter|rule|v|ip|appendix|item|nos?|number|ref|account|id|tel|call|order|invoice|resolution|directive|regulation|decision|minute|case|application|build|firmware|kernel|node|python)[.:]?\s?)\Z"
)
_ON = re.compile(r"(?i:\b(?:on|dated?|since|until|by|before|after)\s\Z)")
_PRODUCT = re.compile(r"\b[A-Z]\w{1,15}\s\Z")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")


def _numeric_day(said: Said) -> tuple[Period, ...]:
    """Year first, or day first; month first as the other reading."""
    match = _NUMERIC.search(said.text)
    sure = match is not None and match[2] == "/" and 12 < int(match[1]) < 32  # no invoice is numbered 27/02/15
    if _VERSION.search(said.before) and not sure:
        return ()
    if match is None:
        return _together(said)
    first, mark, second, last = match.groups()
    if len(first) == 4:
        return (calendar.one_day(date(int(first), int(second), int(last))),) if len(last) < 3 else ()
    if len(first) == 3 or (len(last) == 2 and mark != "/" and len(first + second) < 4 and not _is_short_day(said, int(first), mark)):
        return ()
    return tuple(_days_of(full(int(last)), int(first), int(second)))


def _is_short_day(said: Said, first: int, mark: str) -> bool:
    """ "31.5.16", "on 3.5.16"; a product may be of such a version."""
    return mark == "." and (_ON.search(said.before) is not None or (first > 12 and _PRODUCT.search(said.before) is None))


def is_american(text: str) -> bool:
    """Whether a date in digits can only have its month first.

    >>> is_american("12/27/2018"), is_american("1/5/2019")
    (True, False)
    """
    match = _NUMERIC.search(text)
    return match is not None and len(match[1]) < 3 and int(match[3]) > 12


def _together(said: Said) -> tuple[Period, ...]:
    """ "20150304"."""
    match = _TOGETHER.search(said.text)
    return (calendar.one_day(date(*map(int, match.groups()))),) if match else ()


def _days_of(year: int, first: int, second: int) -> list[Period]:
    orders = ((second, first), (first, second))
    days = [calendar.one_day(date(year, month, day)) for month, day in orders if 1 <= month <= 12 and 1 <= day <= calendar.month_end(year, month).day]
    return days if 0 < year <= date.max.year else []


def _iso_month(said: Said) -> Period | None:
    """ "2017-06", "2017/06"."""
    return None if _VERSION.search(said.before) else calendar.calendar_month(int(said.text[:4]), said.value("iso"))


def _numbered_month(said: Said) -> Period | None:
    """ "03/2019"."""
    node = said.nodes[0]
    if node.end - node.start != 2 or node.value > 12 or len(said.text) != 7:
        return None
    return calendar.calendar_month(said.value("year"), node.value)


def _days_without_year(said: Said, published: date) -> Period | None:
    """ "4-22 to 4-23": a range of two days with their months first, where they cannot stand second."""
    month, day, last_month, last_day = (node.value for node in said.all("num"))
    end = date(published.year, last_month, last_day)
    if min(day, last_day) < 13 or is_of_pages(said):
        return None
    nearest = min((end.replace(year=published.year + step) for step in (-1, 0, 1)), key=lambda each: abs(each - published))
    start = date(nearest.year - (month > last_month), month, day)
    return calendar.between(calendar.one_day(start), calendar.one_day(nearest))


NUMERIC: tuple[Rule, ...] = (
    ("DAY", "(weekday dot? comma?)? numeric", _numeric_day),
    ("MONTH", "num slash year", _numbered_month),
    ("SPAN", "from? num dash num (to|dash) num dash num", settled_by(_days_without_year)),
    ("MONTH", "iso", _iso_month),
)
