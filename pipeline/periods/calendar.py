"""Named stretches of time, UK financial years first: April to March, labelled `2018-19`."""

from __future__ import annotations

import datetime
from datetime import date

from pipeline.model import Period
from pipeline.periods.lexicon import MONTHS

SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_APRIL = 4
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF = {"mth": 1, "quarter": 3, "yr": 12, "decade": 120, "century": 1200}
UNITS = (*_DAYS_OF, *_MONTHS_OF)


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation.

    >>> month_number("Sept"), month_number("March")
    (9, 3)
    """
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def financial_year(first: int) -> Period:
    """The April-to-March year that starts in `first`.

    >>> financial_year(2018).label
    '2018-19'
    """
    return Period(financial_label(first), date(first, _APRIL, 1), date(first + 1, 3, 31))


def financial_label(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02}"


def financial_year_of(day: date) -> int:
    """The year in which the financial year of a day starts."""
    return day.year - (day.month < _APRIL)


def academic_year(first: int) -> Period:
    return Period(f"{financial_label(first)} academic year", date(first, 9, 1), date(first + 1, 8, 31))


def tax_year(first: int) -> Period:
    """Of persons, not of bodies: from the sixth of April.

    >>> tax_year(2018).end
    datetime.date(2019, 4, 5)
    """
    return Period(f"{financial_label(first)} tax year", date(first, _APRIL, 6), date(first + 1, _APRIL, 5))


def calendar_year(year: int) -> Period:
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))


def calendar_month(year: int, month: int) -> Period:
    return Period(f"{year}-{month:02}", date(year, month, 1), month_end(year, month))


def one_day(day: date) -> Period:
    return Period(f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}", day, day)


def calendar_quarter(year: int, quarter: int) -> Period:
    return Period(f"{year} Q{quarter}", date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter))


def financial_quarter(first: int, quarter: int) -> Period:
    year, month = months_on(first, _APRIL, 3 * quarter - 3)
    return Period(f"{financial_label(first)} Q{quarter}", date(year, month, 1), month_end(*months_on(year, month, 2)))


def financial_month(first: int, number: int, *, to_date: bool) -> Period:
    """Month `number` (April is 1) of a financial year, alone or with all before it."""
    year, month = months_on(first, _APRIL, number - 1)
    start = date(first, _APRIL, 1) if to_date else date(year, month, 1)
    return Period(f"{financial_label(first)} M{number}{' YTD' if to_date else ''}", start, month_end(year, month))


def calendar_half(year: int, half: int) -> Period:
    return Period(f"{year} H{half}", date(year, 6 * half - 5, 1), month_end(year, 6 * half))


def financial_half(first: int, half: int) -> Period:
    year, month = months_on(first, _APRIL, 6 * half - 6)
    return Period(f"{financial_label(first)} H{half}", date(year, month, 1), month_end(*months_on(year, month, 5)))


def season(first_month: int, year: int) -> Period:
    """Three whole months; a winter starts in the December of its year."""
    return Period(f"{SEASONS[first_month]} {year}", date(year, first_month, 1), month_end(*months_on(year, first_month, 2)))


def decade(first: int) -> Period:
    return Period(f"{first}s", date(first, 1, 1), date(first + 9, 12, 31))


def century(number: int) -> Period:
    """The hundred years whose names begin alike: the 19th is 1800 to 1899, as its decades are."""
    return Period(f"{number}{'st' if number == 21 else 'th'} century", date(100 * number - 100, 1, 1), date(100 * number - 1, 12, 31))


def months_to(count: int, end: date) -> Period:
    """The `count` whole months that end with the month of `end`: a year of its own name, a year to date, or neither."""
    year, month = months_on(end.year, end.month, 1 - count)
    first = financial_year_of(end)
    if count == 12 and month in (1, _APRIL):
        return calendar_year(year) if month == 1 else financial_year(year)
    if (year, month) == (first, _APRIL):
        return financial_month(first, count, to_date=True)
    return Period(f"{count} months to {end.year}-{end.month:02}", date(year, month, 1), month_end(end.year, end.month))


def between(first: Period, last: Period) -> Period:
    """From the start of one period to the end of another."""
    start, end = first.start, last.end
    if start and end and (start.month, start.day, end.month, end.day, end.year - start.year) == (4, 1, 3, 31, 1):
        return financial_year(start.year)
    if start and end and start.year == end.year and start.day == 1 and start.month % 3 == 1 and end == month_end(start.year, start.month + 2):
        return calendar_quarter(start.year, start.month // 3 + 1)
    return Period(f"{first.label} to {last.label}", start, end)


def moved(day: date, count: int, unit: str) -> date:
    """The day so many units after (before, if negative) another; a month without such a day gives its last.

    >>> moved(date(2019, 8, 31), -6, "mth"), moved(date(2019, 8, 31), 1, "fortnight")
    (datetime.date(2019, 2, 28), datetime.date(2019, 9, 14))
    """
    if unit in _DAYS_OF:
        return day + datetime.timedelta(days=count * _DAYS_OF[unit])
    year, month = months_on(day.year, day.month, count * _MONTHS_OF[unit])
    return date(year, month, min(day.day, month_end(year, month).day))


def month_end(year: int, month: int) -> date:
    following, first = months_on(year, month, 1)
    return date(following, first, 1) - datetime.timedelta(days=1)


def months_on(year: int, month: int, count: int) -> tuple[int, int]:
    """The month that lies `count` months after (before, if negative) another."""
    years, index = divmod(year * 12 + month - 1 + count, 12)
    return years, index + 1
