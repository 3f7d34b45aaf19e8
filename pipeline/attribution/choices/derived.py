"""Times that a named time leads to: the year to date that ends with a month, the financial year that a day falls in, the year before."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator

from pipeline.model import Period

YEAR = (364, 365)  # days from the first to the last
WEEK, MONTH = 7, 31
FISCAL_START = 4  # April


@functools.lru_cache(maxsize=4096)
def derived(period: Period) -> tuple[tuple[str, Period], ...]:
    """The time itself and those that it leads to, each with the name of the step.

    >>> july = Period("2025-07", datetime.date(2025, 7, 1), datetime.date(2025, 7, 31))
    >>> [(step, other.label) for step, other in derived(july)[:4]]
    [('same', '2025-07'), ('its financial year', '2025-26'), ('financial year before', '2024-25'), ('financial year after', '2026-27')]
    >>> dict(derived(july))["to date"].label
    '2025-26 M4 YTD'
    """
    return tuple(_derived(period))


def _derived(period: Period) -> Iterator[tuple[str, Period]]:
    yield "same", period
    last = period.end or period.start
    if last is None or not 1 < last.year < datetime.MAXYEAR - 1:
        return
    fiscal, length = fiscal_start(last), days(period)
    is_fiscal = length in YEAR and period.start is not None and period.start.month == FISCAL_START
    if not is_fiscal:
        yield "its financial year", financial_year(fiscal)
    yield "financial year before", financial_year(fiscal - 1)
    yield "financial year after", financial_year(fiscal + 1)
    yield "its calendar year", calendar_year(last.year)
    yield "calendar year before", calendar_year(last.year - 1)
    yield "calendar year after", calendar_year(last.year + 1)
    yield from _within_the_year(period, last, length)


def _within_the_year(period: Period, last: datetime.date, length: int) -> Iterator[tuple[str, Period]]:
    if length not in YEAR:
        yield "to date", to_date(last)
        if not WEEK < length <= MONTH + WEEK:
            yield "its month", month(last)
    if period.end and (length not in YEAR or (last.month, last.day) == (3, 31)):
        yield "as at its end", Period(f"at {last.day} {last:%B %Y}", last, last)


def days(period: Period) -> int:
    """From the first day to the last; -1 where one of them is not known."""
    return (period.end - period.start).days if period.start and period.end else -1


def fiscal_start(day: datetime.date) -> int:
    """The year in which the financial year of a day began."""
    return day.year - (day.month < FISCAL_START)


def financial_year(first: int) -> Period:
    return Period(f"{first}-{(first + 1) % 100:02d}", datetime.date(first, 4, 1), datetime.date(first + 1, 3, 31))


def calendar_year(year: int) -> Period:
    return Period(str(year), datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def month(day: datetime.date) -> Period:
    return Period(f"{day.year}-{day.month:02d}", day.replace(day=1), end_of_month(day))


def to_date(day: datetime.date) -> Period:
    """The financial year up to the end of a day's month."""
    first = fiscal_start(day)
    return Period(f"{financial_year(first).label} M{(day.month - FISCAL_START) % 12 + 1} YTD", datetime.date(first, 4, 1), end_of_month(day))


def end_of_month(day: datetime.date) -> datetime.date:
    following = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return following - datetime.timedelta(days=1)
