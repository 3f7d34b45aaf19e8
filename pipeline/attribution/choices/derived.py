"""Times that a named time leads to: the year to date that ends with a month, the financial year that a day falls in, the year before."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator

from pipeline.attribution.dates import FISCAL_START, YEAR, calendar_year, days, financial_year, fiscal_start, month, year_to_date
from pipeline.model import Period

WEEK, MONTH = 7, 31


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
        yield "to date", year_to_date(last)
        if not WEEK < length <= MONTH + WEEK:
            yield "its month", month(last)
    if period.end and (length not in YEAR or (last.month, last.day) == (3, 31)):
        yield "as at its end", Period(f"at {last.day} {last:%B %Y}", last, last)
