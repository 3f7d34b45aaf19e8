"""Named stretches of time, UK financial years first: April to March, labelled `2018-19`."""

from __future__ import annotations

import datetime
from datetime import date

from pipeline.model import Period

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
WEEKDAY = "|".join(day.capitalize() for day in WEEKDAYS)
NUMBERS = {word: n for n, word in enumerate("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|"), 1)}
STRETCH = rf"(?:(?:financial\s|fiscal\s)?year|(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})[\s-]months?)"  # of which a text says when it ends
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_APRIL = 4


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


def season(name: str, year: int) -> Period:
    first = SEASONS[name]
    return Period(f"{name} {year}", date(year, first, 1), month_end(*months_on(year, first, 2)))


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


def count_of(printed: str) -> int:
    """A small count in digits or words; an article is one.

    >>> count_of("12"), count_of("Three"), count_of("a")
    (12, 3, 1)
    """
    return int(printed) if printed.isdigit() else NUMBERS.get(printed.lower(), 1)


def moved(day: date, count: int, unit: str) -> date:
    """The day `count` days, weeks, months or years after (before, if negative) another; a month without such a day gives its last."""
    if unit in ("day", "week"):
        return day + datetime.timedelta(days=count * (7 if unit == "week" else 1))
    year, month = months_on(day.year, day.month, count * (12 if unit == "year" else 1))
    return date(year, month, min(day.day, month_end(year, month).day))


def month_end(year: int, month: int) -> date:
    following, first = months_on(year, month, 1)
    return date(following, first, 1) - datetime.timedelta(days=1)


def months_on(year: int, month: int, count: int) -> tuple[int, int]:
    """The month that lies `count` months after (before, if negative) another."""
    years, index = divmod(year * 12 + month - 1 + count, 12)
    return years, index + 1
