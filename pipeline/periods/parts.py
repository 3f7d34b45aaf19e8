"""Parts of other times: "the first week of October 2014", "the last Friday in October", "Q3 2019/20", "the end of next month", "early 2019".

The start and the end of a time are days; of a financial year the end is the whole year, as a position "at the end of 2018-19" is. Weeks run from
Monday to Sunday, and those that lie wholly within are counted; so are weekends.
"""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.calendar import UNITS
from pipeline.periods.grammar import Rule
from pipeline.periods.quarters import number_of
from pipeline.periods.standing import month_stands
from pipeline.periods.telling import Said, inner, made_of

_DAY = timedelta(days=1)


def _same(said: Said) -> Period:
    """ "Early 2019" is no other time than 2019."""
    return inner(said)


def _edge_of_year(said: Said, start: date, end: date) -> Period | None:
    """The end of 2019 is a day; a position "at the end of 2018-19" is that of the whole year."""
    return _edge(said, start, end) if (start.month, start.day) == (1, 1) else None


def _edge(said: Said, start: date, end: date) -> Period:
    if said.has("middle"):
        return Period(said.words, start, end)
    return calendar.one_day(start if said.has("start") else end)


def _nth_weekday(said: Said, start: date, end: date) -> Period | None:
    """ "The first Monday of May 2014", "the last Friday in October"."""
    weekday, nth = said.value("weekday"), said.get("nth")
    if nth is None:
        return calendar.one_day(end - timedelta(days=(end.weekday() - weekday) % 7))
    day = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (nth.value - 1))
    return calendar.one_day(day) if day <= end else None


def _nth_unit(said: Said, start: date, end: date) -> Period | None:
    """Days, months and years are counted from the start, weeks and weekends among those that lie wholly within."""
    nth, unit = said.get("nth"), next(name for name in (*UNITS, "weekend") if said.has(name))
    if unit in ("week", "weekend"):
        weekday, length = (0, 6) if unit == "week" else (5, 1)
        last = end - timedelta(days=(end.weekday() - weekday - length) % 7 + length)
        first = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (nth.value - 1)) if nth else last
        return Period(said.words, first, first + timedelta(days=length)) if first <= end else None
    first = calendar.moved(start, nth.value - 1, unit) if nth else calendar.moved(end + _DAY, -1, unit)
    if first > end:
        return None
    if unit == "mth" and first.day == 1:
        return calendar.calendar_month(first.year, first.month)
    return calendar.one_day(first) if unit == "day" else Period(said.words, first, calendar.moved(first, 1, unit) - _DAY)


def _nth_day(said: Said, start: date, end: date) -> Period | None:
    """ "The fifth of next month"."""
    day = start + timedelta(days=said.value("nth") - 1)
    return calendar.one_day(day) if day <= end else None


def _first_units(said: Said, start: date, end: date) -> Period | None:
    """ "The first nine months of 2019/20", "the last two weeks of May"."""
    count, unit = said.value("count") or 1, next(name for name in UNITS if said.has(name))
    if said.has("last") or said.has("final"):
        return Period(said.words, calendar.moved(end + _DAY, -count, unit), end)
    until = calendar.moved(start, count, unit) - _DAY
    if until > end or said.value("nth") != 1:
        return None
    return calendar.months_to(count, until) if unit == "mth" and start.day == 1 else Period(said.words, start, until)


def _rest(said: Said, start: date, end: date) -> Period | None:
    """ "The rest of the week": from the day of publication on."""
    published = said.telling.published
    return Period(said.words, published, end) if published and start <= published <= end else None


def _days_within(said: Said, start: date, end: date) -> Period | None:
    """ "Between the 3rd and 12th of next January"."""
    first, last = (start + timedelta(days=node.value - 1) for node in said.all("dom"))
    return calendar.between(calendar.one_day(first), calendar.one_day(last)) if first <= last <= end else None


def _in_half(said: Said, start: date, end: date) -> Period | None:
    """Halves of months and decades as well as of years."""
    number = number_of(_part(said, "HX"))
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 12 and start.day == 1 and start.month in (1, 4):
        return (calendar.calendar_half if start.month == 1 else calendar.financial_half)(start.year, number)
    middle = calendar.moved(start, months // 2, "mth") if months > 1 else start + timedelta(days=15)
    return Period(said.words, start, middle - _DAY) if number == 1 else Period(said.words, middle, end)


def _in_quarter(said: Said, start: date, end: date) -> Period | None:
    number = number_of(_part(said, "QX")) if said.has("QX") else 4
    if (start.month, start.day) == (1, 1):
        return calendar.calendar_quarter(start.year, number)
    return calendar.financial_quarter(start.year, number) if (start.month, end.month) == (4, 3) else None


def _month_of(said: Said, start: date, _: date) -> Period | None:
    """ "March last year": of the calendar year, unless the words name another kind; "prices may this year rise" has no month."""
    if said.text[0].islower() and not month_stands(said.nodes[0], said.telling.text):
        return None
    year, month = _calendar_year(said, start), _part(said, "MONTHX").value("month")
    return calendar.calendar_month(year.year + (month < year.month), month)


def _day_of(said: Said, start: date, _: date) -> Period:
    within = _part(said, "DAYX")
    return calendar.one_day(date(_calendar_year(said, start).year, within.value("month"), within.value("dom")))


def _calendar_year(said: Said, start: date) -> date:
    node = said.get("YEARR")
    starts = [period.start for period in node.others if period.start and period.start.month == 1] if node and start.month != 1 else []
    return starts[0] if starts else start


def _season_of(said: Said, start: date, _: date) -> Period:
    """ "The spring of last year"."""
    return calendar.season(_part(said, "SEASONX").value("season"), _calendar_year(said, start).year)


def _part(said: Said, name: str) -> Said:
    node = said.get(name)
    return Said(node.parts if node else (), said.telling)


def _short_year(said: Said) -> Period | None:
    """ "Q4 18", "H1 19"."""
    node = said.nodes[-1]
    if node.end - node.start != 2:
        return None
    year, part = 2000 + node.value, number_of(Said(said.nodes[0].parts, said.telling))
    return (calendar.calendar_quarter if said.has("QX") else calendar.calendar_half)(year, part)


def _week_of(said: Said, start: date, _: date) -> Period:
    if said.has("commencing") or said.has("start") or said.has("wc"):
        return Period(said.words, start, start + timedelta(days=6))
    monday = start - timedelta(days=start.weekday())
    if said.has("weekend"):
        return Period(said.words, monday + timedelta(days=5), monday + timedelta(days=6))
    return Period(said.words, monday, monday + timedelta(days=6))


_LAST = "(nth|last|final)"
PARTS: tuple[Rule, ...] = (
    ("DAY", f"the? {_LAST} weekday (of|in) WHOLE", made_of(_nth_weekday)),
    ("SPAN", f"the? {_LAST} (week|weekend|mth|yr|decade) (of|in) WHOLE", made_of(_nth_unit)),
    ("DAY", f"the? {_LAST} day of WHOLE", made_of(_nth_unit)),
    ("SPAN", f"the? {_LAST} count unit of WHOLE", made_of(_first_units)),
    ("SPAN", "(from the? dom till|between the? dom and) the? dom of (MONTH|MONTHX)", made_of(_days_within)),
    ("SPAN", "the? rest of WHOLE", made_of(_rest)),
    ("DAY", "the? nth of MONTH", made_of(_nth_day)),
    ("DAY", "the? (start|end) of (MONTH|MONTHX|YEARR|QUARTER|WEEK|SEASON|DECADE|SPAN)", made_of(_edge)),
    ("DAY", "the? (start|end) of QX (?! of|in|comma|YEAR|YEARR)", made_of(_edge)),
    ("DAY", "the? (start|end) of YEAR", made_of(_edge_of_year)),
    ("SPAN", "the? middle of WHOLE", made_of(_edge)),
    ("SEASON", "SEASONX of? YEARR", made_of(_season_of)),
    ("MONTH", "MONTHX of? YEARR", made_of(_month_of)),
    ("DAY", "DAYX of? YEARR", made_of(_day_of)),
    ("HALF", "HX (of|in|comma)? ANYYEAR", made_of(_in_half)),
    ("HALF", "ANYYEAR HX", made_of(_in_half)),
    ("SPAN", "HX of (DECADE|CENTURY|MONTH|MONTHX)", made_of(_in_half)),
    ("QUARTER", "QX (of|in|comma)? ANYYEAR", made_of(_in_quarter)),
    ("QUARTER", "the? last quarter of ANYYEAR", made_of(_in_quarter)),
    ("QUARTER", "ANYYEAR comma? QX", made_of(_in_quarter)),
    ("QUARTER", "QX quote? (num|big)", _short_year),
    ("WEEK", "the? week (of|commencing|start) (DAY|DAYX|DAYW|HOLIDAY)", made_of(_week_of)),
    ("WEEK", "the? week? wc (DAY|DAYX|DAYW)", made_of(_week_of)),
    ("WEEK", "the? weekend of (DAY|DAYX)", made_of(_week_of)),
    ("MONTH", "the? mth of ANYMONTH", _same),
    ("YEARR", "early dash? (in)? YEARR", _same),
    *(("SPAN", f"the? early dash? (in)? the? {whole}", _same) for whole in ("YEAR", "SHORT", "MONTH", "DECADE", "CENTURY", "SEASON", "QUARTER")),
)
