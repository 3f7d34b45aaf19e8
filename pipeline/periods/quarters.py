"""Quarters and halves that leave out their year: "the third quarter", "Q3", "H1".

Such a one is the latest that is over, or the next to end where the words look ahead: of the financial year for a public body, of the calendar year
for anybody else, and the other is kept as an alternative.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.grammar import Rule
from pipeline.periods.telling import Said, Settled, settled_by

Maker = Callable[[int, int], Period]


def _quarter(said: Said, published: date) -> Settled:
    """ "The third quarter", "Q3": the latest that is over, or the next to end where the words look ahead."""
    return _latest(said, published, calendar.financial_quarter, calendar.calendar_quarter)


def _half(said: Said, published: date) -> Settled:
    return _latest(said, published, calendar.financial_half, calendar.calendar_half)


def _latest(said: Said, published: date, financial: Maker, ordinary: Maker) -> tuple[Period, ...]:
    number, ahead = number_of(said), said.is_said_to_come or said.telling.is_bare
    of_body = _nearest(financial, calendar.financial_year_of(published), number, published, ahead)
    of_calendar = _nearest(ordinary, published.year, number, published, ahead)
    return (of_body, of_calendar) if said.telling.fiscal else (of_calendar, of_body)


@lru_cache(64)
def _nearest(make: Maker, year: int, number: int, published: date, ahead: bool) -> Period:
    periods = [make(year + step, number) for step in (-1, 0, 1)]
    over = [period for period in periods if period.end and period.end < published]
    return periods[len(over)] if ahead else over[-1]


def number_of(said: Said) -> int:
    """Which quarter or half. Raises ValueError where there is no such."""
    node = said.get("dom") or said.get("word")
    number = node.value if node else (2 if said.has("half") else 4)
    if not 1 <= number <= (2 if said.has("half") or said.has("h") else 4):
        raise ValueError(f"no such part of a year: {said.text!r}")
    return number


QUARTERS: tuple[Rule, ...] = (
    ("QX", "(the? nth dash? quarter|(q|quarter) num|quarter word|the? final quarter)", settled_by(_quarter)),
    ("QX", "num q", settled_by(_quarter)),
    ("HX", "(the? nth dash? half|h num|num h)", settled_by(_half)),
)
