"""Time that stands in steps from the day of publication: "last year", "this quarter", "yesterday", "the week after next".

A bare year or quarter is the financial one for a public body and the calendar one for anybody else; the other is kept as an alternative. Weeks run
from Monday to Sunday.
"""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.grammar import Rule
from pipeline.periods.telling import Said, Settled, dated_by, settled_by


def step_of(said: Said) -> int:
    return next((node.value for node in said.all("step")), 0)


def _year(said: Said, published: date) -> Period | tuple[Period, ...]:
    return year_by(said, published, step_of(said))


def _named_year(said: Said) -> Settled:
    """ "Last year", but not the "last year-on-year" rise."""
    return None if said.after.startswith("-") else settled_by(_year)(said)


def year_by(said: Said, published: date, step: int) -> Period | tuple[Period, ...]:
    """A year so many steps on: of the kind that the words name, else as the body counts its years."""
    if said.has("academic"):
        return calendar.academic_year(published.year - (published.month < 9) + step)
    if said.has("tax"):
        return calendar.tax_year(published.year - ((published.month, published.day) < (4, 6)) + step)
    ordinary = calendar.calendar_year(published.year + step)
    financial = calendar.financial_year(calendar.financial_year_of(published) + step)
    if said.has("calendar") or said.has("fiscal"):
        return ordinary if said.has("calendar") else financial
    return (financial, ordinary) if said.telling.fiscal else (ordinary, financial)


def _quarter(said: Said, published: date) -> tuple[Period, ...]:
    year, month = calendar.months_on(published.year, published.month, 3 * step_of(said))
    financial = calendar.financial_quarter(calendar.financial_year_of(date(year, month, 1)), (month - 4) % 12 // 3 + 1)
    ordinary = calendar.calendar_quarter(year, (month + 2) // 3)
    return (financial, ordinary) if said.telling.fiscal else (ordinary, financial)


def _month(said: Said, published: date) -> Period:
    return calendar.calendar_month(*calendar.months_on(published.year, published.month, step_of(said)))


def _week(said: Said, published: date) -> Period:
    monday = published + timedelta(days=7 * step_of(said) - published.weekday())
    return Period(said.words, monday, monday + timedelta(days=6))


def _weekend(said: Said, published: date) -> Period:
    step = published.weekday() > 4 if said.has("coming") else step_of(said)
    saturday = published + timedelta(days=5 - published.weekday() + 7 * step)
    return Period(said.words, saturday, saturday + timedelta(days=1))


def _two_away(said: Said, published: date) -> Settled:
    """ "The week after next", "the year before last"."""
    read = next(read for name, read in {"week": _week, "weekend": _weekend, "mth": _month, "yr": _year}.items() if said.has(name))
    return read(said, calendar.moved(published, step_of(said), "week" if said.has("weekend") else unit_of(said)))


def _the_weekend(said: Said, published: date) -> Period:
    """ "At the weekend": the latest that has begun, or the next where the words look ahead."""
    saturday = published + timedelta(days=5 - published.weekday() - 7 * (published.weekday() < 5 and not said.is_to_come))
    return Period(said.words, saturday, saturday + timedelta(days=1))


def _end_of_year(said: Said, published: date) -> tuple[Period, ...]:
    years = _year(said, published)
    return tuple(calendar.one_day(year.end) for year in (years if isinstance(years, tuple) else (years,)) if year.end)


def _decade(said: Said, published: date) -> Period:
    return calendar.decade(published.year // 10 * 10 + 10 * step_of(said))


def _century(said: Said, published: date) -> Period:
    return calendar.century(published.year // 100 + 1 + step_of(said))


def _day(said: Said, published: date) -> Period:
    return calendar.one_day(published + timedelta(days=step_of(said)))


def _part(said: Said, published: date) -> Period:
    """ "This morning" and "last night": a part of the day, or of the day before."""
    return calendar.one_day(published - timedelta(days=said.has("last")))


def unit_of(said: Said) -> str:
    return next(name for name in calendar.UNITS if said.has(name))


def _new_year(said: Said, published: date) -> Period | tuple[Period, ...]:
    """ "The new financial year": the next in the quarter before it starts, else the current one."""
    return year_by(said, calendar.moved(published, 3, "mth"), 0)


def _next_but_one(said: Said, published: date) -> Period:
    """ "The Friday after next"."""
    return calendar.one_day(published + timedelta(days=((said.value("weekday") - published.weekday()) % 7 or 7) + 7))


_EARLY = "(early dash?)?"
_PART_OF = "(?<= (start|end|middle|half|final|quarter|mth|week|day|rest) of)"
RELATIVE: tuple[Rule, ...] = (
    ("YEARR", f"{_EARLY} (last|this|next|previous) coming? own? yr", _named_year),
    ("YEARR", "the? (current|coming) own? yr", _named_year),
    ("YEARR", "the new own yr", settled_by(_new_year)),
    ("QUARTER", f"{_EARLY} (last|this|next|previous|coming|current) own? quarter (?! of .)", settled_by(_quarter)),
    ("MONTH", f"{_EARLY} (last|this|next|previous|current) mth (?! of|num)", settled_by(_month)),
    ("WEEK", f"{_EARLY} (last|this|next|previous|current) week (?! of .)", settled_by(_week)),
    ("WEEK", "(earlier|later) in the week", settled_by(_week)),
    ("MONTH", "(earlier|later) in the mth", settled_by(_month)),
    ("YEARR", "(earlier|later) in the yr", settled_by(_year)),
    ("WEEK", f"{_EARLY} (last|this|next|coming|past|previous) (past|coming)? weekend (?! of .)", settled_by(_weekend)),
    ("YEARR", f"{_PART_OF} the? own? yr (?! of|year)", dated_by(_year)),
    ("QUARTER", f"{_PART_OF} the? quarter (?! of .)", dated_by(_quarter)),
    ("MONTH", f"{_PART_OF} the? mth (?! of .)", dated_by(_month)),
    ("WEEK", f"{_PART_OF} the? week (?! of .)", dated_by(_week)),
    ("DECADE", f"{_PART_OF} the decade", dated_by(_decade)),
    ("CENTURY", f"{_PART_OF} the century", dated_by(_century)),
    ("WEEKENDX", "the weekend (?! of .)", settled_by(_the_weekend)),
    ("YEAREND", "yr dash? end", dated_by(_end_of_year)),
    ("WEEK", "the (week|weekend) (after next|before last)", settled_by(_two_away)),
    ("MONTH", "the mth (after next|before last)", settled_by(_two_away)),
    ("YEARR", "the yr (after next|before last)", settled_by(_two_away)),
    ("DECADE", f"{_EARLY} (this|next|current|previous) decade", settled_by(_decade)),
    ("CENTURY", f"{_EARLY} (last|this|next|current|previous) century", settled_by(_century)),
    ("DAY", f"{_EARLY} deictic (part|night)?", settled_by(_day)),
    ("DAY", "this (part|night)", settled_by(_part)),
    ("DAY", "last night", settled_by(_part)),
    ("DAY", "the? weekday after next", settled_by(_next_but_one)),
)
