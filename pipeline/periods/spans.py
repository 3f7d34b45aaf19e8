"""Times that run up to one, or from one to another: "the year to March 2019", "two days before Christmas", "8 Aug - 12 Aug", "between 2010 and 2014".

Only "by" a year leaves its start open: "by 2021" is anything up to the last day of 2021. "Since", "until", "before" and "after" stay outside, and the
time after them is read as it stands. In a range a time without a year takes that of the other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.calendar import UNITS
from pipeline.periods.grammar import Rule
from pipeline.periods.kinds import kind, kinds
from pipeline.periods.numeric import is_american
from pipeline.periods.quarters import number_of
from pipeline.periods.telling import Said, inner, made_of
from pipeline.periods.tokens import Node
from pipeline.periods.years import year_stands

_DAY = timedelta(days=1)
_YEARLESS = kinds("MONTHX") + kinds("DAYX")
_WEEKDAY, _QX = kind("DAYW"), kind("QX")


def _months_to(said: Said) -> Period:
    """ "The year to March 2019", "six months ended 30 September": without a year the latest that is over, or under way where the words look ahead."""
    node, day = said.nodes[-1], said.telling.day
    end = inner(said).end
    if end is None:
        return Period(said.words)
    within, short = Said(node.parts, said.telling), any(map(said.has, ("week", "we", "day")))
    if day and not within.has("year") and within.has("month") and not short:
        year = day.year - (calendar.month_end(day.year, end.month) > day) + said.is_said_to_come
        end = date(year, end.month, min(end.day, calendar.month_end(year, end.month).day))
    return _until(said, end)


def _months_of(said: Said) -> int:
    if said.has("count"):
        return (said.value("count") or 1) * (12 if said.has("yr") else 1)
    return 6 if said.has("half") else 3 if said.has("quarter") else 12 if said.has("yr") or said.has("YEARR") or said.has("fye") else 1


def _to_date(said: Said) -> Period:
    """ "YTD to September 2019"."""
    end = inner(said).end
    if end is None:
        return Period(said.words)
    first = calendar.financial_year_of(end)
    if end != calendar.month_end(end.year, end.month):
        return Period(f"{calendar.financial_label(first)} YTD", calendar.financial_year(first).start, end)
    return calendar.financial_month(first, (end.month - 4) % 12 + 1, to_date=True)


def _years_to(said: Said) -> Period:
    """ "The five years to 2020-21"."""
    last = inner(said)
    if last.start is None or (last.start.month, last.start.day) not in ((1, 1), (4, 1)):
        return Period(said.words)
    year = last.start.year - (said.value("count") or 1) + 1
    return calendar.between(calendar.calendar_year(year) if last.start.month == 1 else calendar.financial_year(year), last)


def _until(said: Said, end: date) -> Period:
    count = _months_of(said)
    if said.has("week") or said.has("we") or said.has("day"):
        return Period(said.words, end - timedelta(days=count * (1 if said.has("day") else 7) - 1), end)
    if (count, end.month, end.day) == (12, 4, 5):
        return calendar.tax_year(end.year - 1)
    if end == calendar.month_end(end.year, end.month):
        if count == 1:
            return calendar.calendar_month(end.year, end.month)
        return calendar.months_to(count, end)
    return Period(said.words, calendar.moved(end, -count, "mth") + _DAY, end)


def _beside(said: Said, start: date, end: date) -> Period:
    """ "The day after Christmas", "two weeks before 5 May"."""
    if (said.has("on") or (said.has("from") and said.has("DAYW"))) and said.telling.day:  # "a week on Friday": from the Friday ahead
        start = end = said.telling.day + timedelta(days=(start.weekday() - said.telling.day.weekday()) % 7 or 7)
    count = said.get("count")
    away, unit = (count.value or 1) if count else 1, next(name for name in UNITS if said.has(name))
    return calendar.one_day(calendar.moved(start, -away, unit) if said.has("before") else calendar.moved(end, away, unit))


def _by(said: Said) -> Period | None:
    """ "By 2021" keeps its words; only its end is known."""
    period = inner(said)
    return replace(period, label=f"by {period.label}", start=None) if year_stands(said.nodes[-1], said.telling.text) else None


def _range(said: Said) -> Period:
    """From one time to another; one that leaves out its year takes that of the other, or the year beside it that keeps them in order."""
    first, last = (node for node in said.nodes if node.period)
    a, b = _in_one_order(first, last, said)
    if first.kind == _QX and last.kind != _QX and b.start:
        a = _quarter_before(first, last, said, b.start)
    if _is_yearless(first, said) and b.end and not _is_yearless(last, said):
        a = _in_year(first, said, b.end.year)
        a = _in_year(first, said, b.end.year - 1) if a.start and a.start > b.end else a
    if a.start and _is_yearless(last, said) and not (b.end and _is_yearless(first, said) and b.end >= a.start):
        b = _in_year(last, said, a.start.year)
        b = _in_year(last, said, a.start.year + 1) if b.end and b.end < a.start else b
    return calendar.between(a, b) if a.start and b.end else Period(said.words)


def _in_one_order(first: Node, last: Node, said: Said) -> tuple[Period, Period]:
    """Of two dates in digits the one that has its month first settles the other."""
    a, b = first.period or Period(""), last.period or Period("")
    if last.others and is_american(said.printed(first)):
        return a, last.others[0]
    return (first.others[0], b) if first.others and is_american(said.printed(last)) else (a, b)


def _quarter_before(first: Node, last: Node, said: Said, start: date) -> Period:
    """The first of "Q1 to Q3 2020", of the year of the last."""
    of_last = next(node for node in last.parts if node.kind == _QX)
    number, until = (number_of(Said(node.parts, said.telling)) for node in (first, of_last))
    start = calendar.moved(start, 3 * (number - until), "mth")
    label = last.period.label[:-1] if last.period else ""
    return Period(f"{label}{number}", start, calendar.moved(start, 3, "mth") - _DAY)


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


def _weekdays(said: Said) -> Period:
    """ "From today until Sunday", "from Monday to Friday next week": both in one week, in the direction of the words."""
    first, last = (node for node in said.nodes if node.period)
    start, end = (node.period.start if node.period else None for node in (first, last))
    if start is None or end is None:
        return Period(said.words)
    apart = timedelta(days=(end.weekday() - start.weekday()) % 7)
    settled = last.kind != _WEEKDAY or Said(last.parts, said.telling).has("week")
    ahead = said.is_to_come or Said(first.parts, said.telling).has("step")
    if first.kind == _WEEKDAY and (settled or not ahead):
        start = end - apart
    elif first.kind == last.kind or start >= end:
        end = start + (apart or timedelta(days=7))
    return calendar.between(calendar.one_day(start), calendar.one_day(end))


def _routine(said: Said) -> Period:
    """ "Monday to Friday" are the days of every week, unless nothing else is said; the phrase is read so that its words are not."""
    return _weekdays(said) if said.telling.is_bare else Period(said.words)


_TO_ONE = "(to|ended|to the end of)"
_PAIRS = ("(DAY|DAYX|HOLIDAY)", "(MONTH|MONTHX)", "(YEAR|SHORT)", "(QUARTER|QX (?! of|in|comma|YEAR|YEARR))", "SEASON", "DECADE", "CENTURY")
SPANS: tuple[Rule, ...] = (
    ("BY", "by (the? end of)? YEAR", _by),
    ("SPAN", f"(the? (own|count)? yr|the? count? (mth|week)|the? half dash? yr|the? quarter|the? count day) {_TO_ONE} (ANYDAY|ANYMONTH)", _months_to),
    ("YEAR", f"YEARR {_TO_ONE} (ANYDAY|ANYMONTH)", _months_to),
    ("SPAN", "we (DAY|DAYX)", _months_to),
    ("SPAN", "the? count yr to YEAR", _years_to),
    ("YEAR", "fye dot? (ANYDAY|ANYMONTH)", _months_to),
    ("MX", "(MX|the? ytd) (to|at|ended)? (ANYDAY|ANYMONTH)", _to_date),
    ("DAY", "the? (count unit|day) (before|after|from) (DAY|DAYX|DAYW|HOLIDAY)", made_of(_beside)),
    ("DAY", "count (week|fortnight) on DAYW", made_of(_beside)),
    *(("SPAN", f"{lead} {pair} {joint} {pair}", _range) for pair in _PAIRS for lead, joint in (("from?", "till"), ("between", "and"))),
    ("SPAN", "(DAY|DAYX) slash (DAY|DAYX)", _range),
    ("SPAN", "from (DAY till DAYW|DAYW till (DAY|DAYW))", _weekdays),
    ("SPAN", "between (DAY and DAYW|DAYW and (DAY|DAYW))", _weekdays),
    ("ROUTINE", "DAYW till DAYW", _routine),
    ("SPAN", "from? DAYN till DAYN", made_of(_days_between)),
)
