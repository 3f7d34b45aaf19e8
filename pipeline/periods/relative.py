"""Time counted from the day of publication: "last year", "this quarter", "yesterday", "over the next five years", "in three days".

A bare year or quarter is the financial one for a public body and the calendar one for anybody else; the other is kept as an alternative. Weeks run
from Monday to Sunday. "The last six months" end, and "the next six" start, on the day of publication. "Two years ago" is the whole of that year,
"two months ago" of that month, "two weeks ago" the day. "The previous year" is told from another time in the story: no date settles it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.grammar import Rule
from pipeline.periods.telling import Said, Settled, dated_by, settled_by, unsettled

# after these words a span is how long something took, not when it ends: "the third time in two years", "down 5% in three years"
_LASTED = re.compile(
    r"(?i:\b(?:time|times|once|twice|first|second|third|fourth|best|worst|lowest|highest|fastest|biggest|largest|only|all|one|\w+ed|rose|fell|grew|"
    r"cut|won|lost|made|spent|built)\b(?:\s\S{1,12}){0,2}\s\Z)"
)
_SOON = re.compile(r"(?i:(?:^|[.!?\n]\s{0,3})(?:\S{1,12}\s){0,3}\Z)")


def _step(said: Said) -> int:
    return next((node.value for node in said.all("step")), 0)


def _year(said: Said, published: date) -> Period | tuple[Period, ...]:
    return _year_by(said, published, _step(said))


def _named_year(said: Said) -> Settled:
    """ "Last year", but not the "last year-on-year" rise."""
    return None if said.after.startswith("-") else settled_by(_year)(said)


def _year_by(said: Said, published: date, step: int) -> Period | tuple[Period, ...]:
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
    year, month = calendar.months_on(published.year, published.month, 3 * _step(said))
    financial = calendar.financial_quarter(calendar.financial_year_of(date(year, month, 1)), (month - 4) % 12 // 3 + 1)
    ordinary = calendar.calendar_quarter(year, (month + 2) // 3)
    return (financial, ordinary) if said.telling.fiscal else (ordinary, financial)


def _month(said: Said, published: date) -> Period:
    return calendar.calendar_month(*calendar.months_on(published.year, published.month, _step(said)))


def _week(said: Said, published: date) -> Period:
    monday = published + timedelta(days=7 * _step(said) - published.weekday())
    return Period(said.words, monday, monday + timedelta(days=6))


def _weekend(said: Said, published: date) -> Period:
    step = published.weekday() > 4 if said.has("coming") else _step(said)
    saturday = published + timedelta(days=5 - published.weekday() + 7 * step)
    return Period(said.words, saturday, saturday + timedelta(days=1))


def _two_away(said: Said, published: date) -> Settled:
    """ "The week after next", "the year before last"."""
    read = next(read for name, read in {"week": _week, "weekend": _weekend, "mth": _month, "yr": _year}.items() if said.has(name))
    return read(said, calendar.moved(published, _step(said), "week" if said.has("weekend") else _unit(said)))


def _the_weekend(said: Said, published: date) -> Period:
    """ "At the weekend": the latest that has begun, or the next where the words look ahead."""
    saturday = published + timedelta(days=5 - published.weekday() - 7 * (published.weekday() < 5 and not said.is_to_come))
    return Period(said.words, saturday, saturday + timedelta(days=1))


def _end_of_year(said: Said, published: date) -> tuple[Period, ...]:
    years = _year(said, published)
    return tuple(calendar.one_day(year.end) for year in (years if isinstance(years, tuple) else (years,)) if year.end)


def _decade(said: Said, published: date) -> Period:
    return calendar.decade(published.year // 10 * 10 + 10 * _step(said))


def _century(said: Said, published: date) -> Period:
    return calendar.century(published.year // 100 + 1 + _step(said))


def _day(said: Said, published: date) -> Period:
    return calendar.one_day(published + timedelta(days=_step(said)))


def _part(said: Said, published: date) -> Period:
    """ "This morning" and "last night": a part of the day, or of the day before."""
    return calendar.one_day(published - timedelta(days=said.has("last")))


def _beside(said: Said, published: date) -> Period:
    """ "The day before yesterday", "two weeks from tomorrow", "three days from now"."""
    start, away = published + timedelta(days=_step(said)), _count(said)
    return calendar.one_day(calendar.moved(start, -away if said.has("before") else away, _unit(said)))


def _unit(said: Said) -> str:
    return next(name for name in calendar.UNITS if said.has(name))


def _count(said: Said) -> int:
    node = said.get("count")
    return 1 if node is None else node.value or 1


def _stretch(said: Said, published: date) -> Period:
    """So many years, months, weeks or days before or after the day of publication."""
    day = calendar.moved(published, _count(said) * (_step(said) or 1), _unit(said))
    return Period(said.words, *sorted((day, published)))


def _bare_stretch(said: Said, published: date) -> Period:
    """ "The past year"; "the coming months" are nobody knows how many."""
    node = said.get("unit")
    return Period(said.words) if node and node.value else _stretch(said, published)


def _ago(said: Said, published: date) -> Period | tuple[Period, ...]:
    unit, count = _unit(said), _count(said)
    day = calendar.moved(published, -count, unit)
    if unit == "yr":
        return _year_by(said, published, -count)
    if unit in ("decade", "century"):
        return calendar.calendar_year(day.year)
    return calendar.calendar_month(day.year, day.month) if unit == "mth" else calendar.one_day(day)


def _in_time(said: Said, published: date) -> Period:
    """ "In two weeks", "in three years' time": the day itself."""
    return calendar.one_day(calendar.moved(published, _count(said), _unit(said)))


def _in(said: Said) -> Period | tuple[Period, ...] | None:
    """ "In three days" is when something will happen, unless it is how long it took."""
    short = said.has("day") or said.has("week") or not said.after.strip(" .?!")
    if _LASTED.search(said.before) or not (said.is_to_come or (short and _SOON.search(said.before))):
        return None
    return settled_by(_in_time)(said)


_EARLY = "(early dash?)?"
_PART_OF = "(?<= (start|end|middle|half|final|quarter|mth|week|day) of)"
RELATIVE: tuple[Rule, ...] = (
    ("YEARR", f"{_EARLY} (last|this|next|previous) (past|coming)? own? yr", _named_year),
    ("YEARR", "the? (current|coming) own? yr", _named_year),
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
    ("DAY", "the? day (before|after) deictic", settled_by(_beside)),
    ("DAY", "count unit (from|after|before) (now|deictic)", settled_by(_beside)),
    ("STRETCH", "the? (last|past|next|coming|previous|following) count dash? unit (?! of .)", settled_by(_stretch)),
    ("STRETCH", "the (next|previous|following) day", unsettled),
    ("STRETCH", "the (last|past|next|coming) unit (?! of .)", settled_by(_bare_stretch)),
    ("STRETCH", "(past|next|last|coming) (decade|fortnight)", settled_by(_stretch)),
    ("STRETCH", "the? (last|past|next|coming|following) a? vague unit", unsettled),
    ("STRETCH", "a? vague unit ago", unsettled),
    ("STRETCH", "within (the (next|last|past)?)? count (paren num paren)? unit", settled_by(_stretch)),
    ("STRETCH", "recent unit", unsettled),
    ("AGO", "count unit ago", settled_by(_ago)),
    ("DAY", "in count unit", _in),
    ("DAY", "in count unit quote? ess? time", settled_by(_in_time)),
    ("STRETCH", "the (previous|following) own? (yr|mth|quarter|week|decade)", unsettled),
    ("STRETCH", "count unit (earlier|later)", unsettled),
    ("STRETCH", "the yr before (?! last)", unsettled),
)
