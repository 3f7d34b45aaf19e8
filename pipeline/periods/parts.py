"""Times made of other times: a part of one ("the first week of October 2014", "the end of next month"), so long up to one ("the year to March
2019"), or all from one to another ("8 Aug - 12 Aug", "between 2010 and 2014").

The start and the end of a time are days. Only "by" a year leaves its start open: "by 2021" is anything up to the last day of 2021. "Since", "until",
"before" and "after" stay outside, and the time after them is read as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.grammar import Rule
from pipeline.periods.kinds import kinds
from pipeline.periods.standing import year_stands
from pipeline.periods.telling import Said
from pipeline.periods.tokens import Node
from pipeline.periods.yearless import number_of

_DAY = timedelta(days=1)
_YEARLESS = kinds("MONTHX") + kinds("DAYX")
_PARTIAL = kinds("QX") + kinds("HX")
_UNITS = ("day", "week", "mth", "yr", "quarter", "decade", "fortnight", "century")


def _inner(said: Said) -> Period:
    """The time that another is made of: of "2019 Q3" the year."""
    made = [node for node in said.nodes if node.period]
    return next((node.period for node in reversed(made) if node.period and node.kind not in _PARTIAL), None) or made[-1].period or Period(said.words)


def _of(read: Callable[[Said, date, date], Period | None]) -> Callable[[Said], Period | None]:
    """A reader of the first and last day of the time within; where that leaves one open, so does what is made of it."""

    def reader(said: Said) -> Period | None:
        inner = _inner(said)
        return read(said, inner.start, inner.end) if inner.start and inner.end else Period(said.words)

    return reader


def _same(said: Said) -> Period:
    """ "Early 2019" is no other time than 2019."""
    return _inner(said)


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
    nth, unit = said.get("nth"), next(name for name in (*_UNITS, "weekend") if said.has(name))
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
    count, unit = said.value("count") or 1, next(name for name in _UNITS if said.has(name))
    if said.has("last") or said.has("final"):
        return Period(said.words, calendar.moved(end + _DAY, -count, unit), end)
    until = calendar.moved(start, count, unit) - _DAY
    if until > end or said.value("nth") != 1:
        return None
    return calendar.months_to(count, until) if unit == "mth" and start.day == 1 else Period(said.words, start, until)


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


def _season_of(said: Said, start: date, _: date) -> Period:
    """ "The spring of last year"."""
    return calendar.season(_part(said, "SEASONX").value("season"), start.year)


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
    if said.has("commencing") or said.has("start"):
        return Period(said.words, start, start + timedelta(days=6))
    monday = start - timedelta(days=start.weekday())
    if said.has("weekend"):
        return Period(said.words, monday + timedelta(days=5), monday + timedelta(days=6))
    return Period(said.words, monday, monday + timedelta(days=6))


def _months_to(said: Said) -> Period:
    """ "The year to March 2019", "six months ended 30 September": without a year the latest that is over, or under way where the words look ahead."""
    node, day = said.nodes[-1], said.telling.day
    end = _inner(said).end
    if end is None:
        return Period(said.words)
    within = Said(node.parts, said.telling)
    if day and not within.has("year") and within.has("month"):
        year = day.year - (calendar.month_end(day.year, end.month) > day) + said.is_to_come
        end = date(year, end.month, min(end.day, calendar.month_end(year, end.month).day))
    return _until(said, end)


def _months_of(said: Said) -> int:
    if said.has("count"):
        return said.value("count") or 1
    return 6 if said.has("half") else 3 if said.has("quarter") else 12 if said.has("yr") or said.has("YEARR") or said.has("fye") else 1


def _until(said: Said, end: date) -> Period:
    count = _months_of(said)
    if said.has("week") or said.has("day"):
        return Period(said.words, end - timedelta(days=count * (7 if said.has("week") else 1) - 1), end)
    if (count, end.month, end.day) == (12, 4, 5):
        return calendar.tax_year(end.year - 1)
    if end == calendar.month_end(end.year, end.month):
        if count == 1:
            return calendar.calendar_month(end.year, end.month)
        return calendar.months_to(count, end)
    return Period(said.words, calendar.moved(end, -count, "mth") + _DAY, end)


def _beside(said: Said, start: date, end: date) -> Period:
    """ "The day after Christmas", "two weeks before 5 May"."""
    if said.has("on") and said.telling.day:  # "a week on Friday": from the Friday ahead
        start = end = said.telling.day + timedelta(days=(start.weekday() - said.telling.day.weekday()) % 7 or 7)
    count = said.get("count")
    away, unit = (count.value or 1) if count else 1, next(name for name in _UNITS if said.has(name))
    return calendar.one_day(calendar.moved(start, -away, unit) if said.has("before") else calendar.moved(end, away, unit))


def _by(said: Said) -> Period | None:
    """ "By 2021" keeps its words; only its end is known."""
    period = _inner(said)
    return replace(period, label=f"by {period.label}", start=None) if year_stands(said.nodes[-1], said.telling.text) else None


def _range(said: Said) -> Period:
    """From one time to another; one that leaves out its year takes that of the other, or the year beside it that keeps them in order."""
    first, last = (node for node in said.nodes if node.period)
    a, b = first.period or Period(""), last.period or Period("")
    if _is_yearless(first, said) and b.end and not _is_yearless(last, said):
        a = _in_year(first, said, b.end.year)
        a = _in_year(first, said, b.end.year - 1) if a.start and a.start > b.end else a
    if a.start and _is_yearless(last, said) and not (b.end and _is_yearless(first, said) and b.end >= a.start):
        b = _in_year(last, said, a.start.year)
        b = _in_year(last, said, a.start.year + 1) if b.end and b.end < a.start else b
    return calendar.between(a, b) if a.start and b.end else Period(said.words)


def _is_yearless(node: Node, said: Said) -> bool:
    within = Said(node.parts, said.telling)
    return node.kind in _YEARLESS and within.has("month")


def _in_year(node: Node, said: Said, year: int) -> Period:
    """The same day or month of another year."""
    within = Said(node.parts, said.telling)
    month = within.value("month")
    return calendar.one_day(date(year, month, within.value("dom"))) if within.has("dom") else calendar.calendar_month(year, month)


def _days_between(said: Said, start: date, end: date) -> Period:
    """ "From the 5th to the 8th"."""
    first = next(node.period for node in said.nodes if node.period)
    since = first.start or start
    return calendar.between(calendar.one_day(since), calendar.one_day(end if end >= since else calendar.moved(end, 1, "mth")))


def _nothing(said: Said) -> Period:
    """ "Monday to Friday" are the days of every week; the phrase is read so that its words are not."""
    return Period(said.words)


_LAST = "(nth|last|final)"
_TO_ONE = "(to|ended|to the end of)"
_PAIRS = ("(DAY|DAYX|HOLIDAY)", "(MONTH|MONTHX)", "(YEAR|SHORT)", "(QUARTER|QX)", "SEASON", "DECADE", "CENTURY")
PARTS: tuple[Rule, ...] = (
    ("BY", "by (the? end of)? YEAR", _by),
    ("DAY", f"the? {_LAST} weekday (of|in) WHOLE", _of(_nth_weekday)),
    ("SPAN", f"the? {_LAST} (week|weekend|mth|yr|decade) (of|in) WHOLE", _of(_nth_unit)),
    ("DAY", f"the? {_LAST} day of WHOLE", _of(_nth_unit)),
    ("SPAN", f"the? {_LAST} count unit of WHOLE", _of(_first_units)),
    ("DAY", "the? nth of MONTH", _of(_nth_day)),
    ("DAY", "the? (start|end) of (MONTH|MONTHX|YEARR|QUARTER|WEEK|SEASON|DECADE|SPAN)", _of(_edge)),
    ("DAY", "the? (start|end) of QX (?! of|in|comma|YEAR|YEARR)", _of(_edge)),
    ("DAY", "the? (start|end) of YEAR", _of(_edge_of_year)),
    ("SPAN", "the? middle of WHOLE", _of(_edge)),
    ("SEASON", "SEASONX of ANYYEAR", _of(_season_of)),
    ("HALF", "HX (of|in|comma)? ANYYEAR", _of(_in_half)),
    ("HALF", "ANYYEAR HX", _of(_in_half)),
    ("SPAN", "HX of (DECADE|CENTURY|MONTH|MONTHX)", _of(_in_half)),
    ("QUARTER", "QX (of|in|comma)? ANYYEAR", _of(_in_quarter)),
    ("QUARTER", "the? last quarter of ANYYEAR", _of(_in_quarter)),
    ("QUARTER", "ANYYEAR comma? QX", _of(_in_quarter)),
    ("QUARTER", "QX quote? (num|big)", _short_year),
    ("WEEK", "the? week (of|commencing|start) (DAY|DAYX|DAYW|HOLIDAY)", _of(_week_of)),
    ("WEEK", "the? weekend of (DAY|DAYX)", _of(_week_of)),
    ("MONTH", "the? mth of ANYMONTH", _same),
    ("YEARR", "early dash? (in)? YEARR", _same),
    *(("SPAN", f"the? early dash? (in)? the? {whole}", _same) for whole in ("YEAR", "SHORT", "MONTH", "DECADE", "CENTURY", "SEASON", "QUARTER")),
    ("SPAN", f"(the? own? yr|the? count? mth|the? half dash? yr|the? quarter|the? count? week|the? count day) {_TO_ONE} (ANYDAY|ANYMONTH)", _months_to),
    ("YEAR", f"YEARR {_TO_ONE} (ANYDAY|ANYMONTH)", _months_to),
    ("YEAR", "fye dot? (ANYDAY|ANYMONTH)", _months_to),
    ("DAY", "the? (count unit|day) (before|after|from|on) (DAY|DAYX|DAYW|HOLIDAY)", _of(_beside)),
    *(("SPAN", f"{lead} {pair} {joint} {pair}", _range) for pair in _PAIRS for lead, joint in (("from?", "till"), ("between", "and"))),
    ("SPAN", "from DAYW to DAYW", _range),
    ("ROUTINE", "DAYW till DAYW", _nothing),
    ("SPAN", "from? DAYN till DAYN", _of(_days_between)),
)
