"""The calendar of accounts: financial years from April to March, calendar years, months, and years to date."""

from __future__ import annotations

import datetime

from pipeline.model import Period

FISCAL_START = 4  # April
YEAR = (364, 365)  # days from the first to the last of a year


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


def year_to_date(day: datetime.date) -> Period:
    """The financial year up to the end of a day's month."""
    first = fiscal_start(day)
    return Period(f"{financial_year(first).label} M{(day.month - FISCAL_START) % 12 + 1} YTD", datetime.date(first, 4, 1), end_of_month(day))


def end_of_month(day: datetime.date) -> datetime.date:
    following = (day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return following - datetime.timedelta(days=1)
