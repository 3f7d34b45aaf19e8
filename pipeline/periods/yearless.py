"""Dates that leave out the year, the month or the number: "on Thursday", "in January", "23 March", "the 15th", "Christmas".

The day of publication settles which is meant. A day and month take the year nearest to it, among those in which a printed weekday fits. A month, a
weekday or a holiday is the latest that has begun, or the next to come where the words look ahead ("will", "due", "by"). "Last Thursday"
on a Thursday is a week back, "next Friday" the first Friday after the day of publication, "this Friday" the Friday of that week.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.dates import full
from pipeline.periods.grammar import Rule
from pipeline.periods.holidays import HOLIDAYS, Day
from pipeline.periods.kinds import kinds
from pipeline.periods.telling import Said, Settled, dated_by, settled_by

_AUTUMN = re.compile(r"(?i:\b(?:in|by|since)\s\Z)")
_SOON = timedelta(days=30)
_AHEAD = ("next", "coming")


def _is_next(said: Said) -> bool:
    return any(said.has(name) for name in _AHEAD)


def _is_last(said: Said) -> bool:
    return said.has("last") or said.has("past") or said.has("previous")


def _weekday(said: Said, published: date) -> Period:
    day = said.value("weekday")
    if said.has("this") and not said.has("past"):
        return calendar.one_day(published + timedelta(days=day - published.weekday() + 7 * (said.has("coming") and day <= published.weekday())))
    if _is_next(said) or (not _is_last(said) and (said.is_to_come or said.is_until)):
        return calendar.one_day(published + timedelta(days=(day - published.weekday()) % 7 or 7 * _is_next(said)))
    return calendar.one_day(published - timedelta(days=(published.weekday() - day) % 7 or 7 * _is_last(said)))


def _weekday_of_week(said: Said, published: date) -> Period:
    """ "Tuesday of last week", "Monday next week"; British "Monday week" is the Monday after next."""
    step = next((node.value for node in said.all("step")), None)
    monday = published - timedelta(days=published.weekday())
    if step is None:
        coming = (said.value("weekday") - published.weekday()) % 7 or 7
        return calendar.one_day(published + timedelta(days=coming + (14 if said.has("fortnight") else 7)))
    return calendar.one_day(monday + timedelta(days=7 * step + said.value("weekday")))


def _month(said: Said, published: date) -> Period:
    """The latest such month that has begun, or the next to come where the words look ahead."""
    month = said.value("month")
    if said.has("this"):
        return calendar.calendar_month(published.year, month)
    ahead = _is_next(said) or (month != published.month and not _is_last(said) and said.is_to_come)
    back = _is_last(said) and month == published.month
    return calendar.calendar_month(published.year - (month > published.month) + ahead - back, month)


def _day(said: Said, published: date) -> Period | None:
    """The year nearest to publication, among those in which the weekday fits."""
    dom = said.value("dom")
    if said.get("nth") is None and said.nodes[-1].kind == said.all("dom")[-1].kind and said.before[-3:].lower() == "in " and said.has("month"):
        return None  # "in May 12 people died"
    days = [day for step in (-1, 0, 1) if (day := _valid(published.year + step, said.value("month"), dom))]
    days = days or [day for step in (-4, -3, -2, 2, 3, 4) if (day := _valid(published.year + step, said.value("month"), dom))]  # 29 February
    weekday = said.get("weekday")
    fitting = [day for day in days if weekday and day.weekday() == weekday.value] or days
    return calendar.one_day(_nearest(fitting, said, published))


def _nearest(days: list[date], said: Said, published: date) -> date:
    """The nearest day, or the next where a text says nothing else."""
    ahead = [day for day in days if day >= published] if said.telling.is_bare and not said.is_gone else []
    return min(ahead or days, key=lambda day: abs(day - published))


def _slashed_day(said: Said, published: date) -> Period:
    """ "On 15/2": in British order, and nearest to publication."""
    day, month = (node.value for node in said.all("num"))
    days = [found for step in (-1, 0, 1) if (found := _valid(published.year + step, month, day))]
    return calendar.one_day(_nearest(days, said, published))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(said: Said, published: date) -> Period | None:
    """ "5-8 May", "July 13 to 15": the year nearest to publication."""
    first, last = (node.value for node in said.all("dom"))
    if said.has("and") and not said.has("between") and last != first + 1:
        return None
    ends = [day for step in (-1, 0, 1) if (day := _valid(published.year + step, said.value("month"), last))]
    end = min(ends, key=lambda day: abs(day - published))
    return calendar.between(calendar.one_day(end.replace(day=first)), calendar.one_day(end))


def _day_of_month(said: Said, published: date) -> Period | None:
    """ "On the 15th", "Monday the 3rd", "the first of the month": the nearest such day, or the next where the words look ahead."""
    months = [calendar.months_on(published.year, published.month, step) for step in range(-2, 3)]
    days = [day for year, month in months if (day := _valid(year, month, said.value("nth")))]
    weekday = said.get("weekday")
    fitting = [day for day in days if weekday is None or day.weekday() == weekday.value]
    if said.is_to_come and not weekday:
        fitting = [day for day in fitting if day >= published] or fitting
    return calendar.one_day(min(fitting, key=lambda day: abs(day - published))) if fitting else None


def _day_of_this_month(said: Said, published: date) -> Period:
    return calendar.one_day(published.replace(day=said.value("nth")))


def _season(said: Said, published: date) -> Period:
    """The last summer is the latest that is over, the next the first that has not begun."""
    of_year = [calendar.season(said.value("season"), published.year + step) for step in (-1, 0, 1)]
    if _is_last(said):
        return max((season for season in of_year if season.end and season.end < published), key=lambda season: season.end or published)
    if said.has("this"):
        return of_year[1]
    if _is_next(said) or said.is_to_come:
        return next((season for season in of_year if (day := season.start if _is_next(said) else season.end) and day > published), of_year[1])
    return max((season for season in of_year if season.start and season.start <= published), key=lambda season: season.start or published)


def _bare_season(said: Said) -> Settled:
    """ "The summer", "by fall"; when prices fall that is no season."""
    return None if said.nodes[0].kind in kinds("fall") and not _AUTUMN.search(said.before) else settled_by(_season)(said)


def _holiday(said: Said, published: date) -> Period:
    """The latest, or one less than a month ahead, unless the words look further ahead; with a year, that year's."""
    on = HOLIDAYS[said.value("holiday")][1]
    year = said.get("year") or said.get("big")
    if year or said.has("yr"):
        step = next((node.value for node in said.all("step")), 0)
        return calendar.one_day(on(full(year.value) if year else published.year + step))
    this = on(published.year)
    if _is_next(said):
        return calendar.one_day(on(published.year + (this <= published)))
    if said.has("this"):
        return calendar.one_day(this)
    if _is_last(said) or not said.is_to_come:
        soon = timedelta(0) if _is_last(said) or said.is_gone else _SOON
        return calendar.one_day(max(day for day in _years(on, published) if day < published + soon or (day == published and soon)))
    return calendar.one_day(min(day for day in _years(on, published) if day >= published))


def _years(on: Day, published: date) -> list[date]:
    return [on(published.year + step) for step in (-1, 0, 1)]


def _holiday_of_year(said: Said) -> Period:
    year = said.value("year") if said.has("year") else full(said.all("yy")[-1].value)
    return calendar.one_day(HOLIDAYS[said.value("holiday")][1](year))


_WEEKDAY = "(weekday dot? comma?)?"
_STEP = "(last|this|next|past|previous|coming|this (coming|past)|the? coming)?"
YEARLESS: tuple[Rule, ...] = (
    ("DAYW", f"{_STEP} (?<! (nth|final)) weekday dot? (part|night)? (?! of|in the? month)", dated_by(_weekday)),
    ("DAYW", "weekday (part|night)? comma? of? (last|this|next|previous|coming) week", settled_by(_weekday_of_week)),
    ("DAYW", "(last|this|next) week comma? on? weekday", settled_by(_weekday_of_week)),
    ("DAYW", "weekday (week|fortnight)", settled_by(_weekday_of_week)),
    ("MONTHX", "((last|this|next|past|previous|coming|early|late|mid) dash?)? month dot?", dated_by(_month)),
    ("DAYX", f"{_WEEKDAY} the? dom (of|day of)? month", dated_by(_day)),
    ("DAYX", f"{_WEEKDAY} month dot? the? dom", dated_by(_day)),
    ("SPAN", f"(from|between)? {_WEEKDAY} the? dom (till|and) {_WEEKDAY} the? dom of? month", dated_by(_days)),
    ("SPAN", "(from|between)? month dot? the? dom (till|and) the? dom", dated_by(_days)),
    ("DAYX", f"{_WEEKDAY} num dash month", dated_by(_day)),
    ("DAYS", "(weekday comma?)? num slash num", dated_by(_slashed_day)),
    ("DAYN", "the nth (?! count|unit|weekday|quarter|half|century|of|mth|(and|till) the? nth of)", settled_by(_day_of_month)),
    ("DAY", "weekday comma? the? nth", settled_by(_day_of_month)),
    ("DAY", "the? nth of (the|this) mth", settled_by(_day_of_this_month)),
    ("SEASON", "(last|this|next|previous|coming) (past|coming)? season", settled_by(_season)),
    ("SEASONX", "(early|late|mid)? dash? the? season", _bare_season),
    ("HOLIDAY", "(last|this|next|coming)? (past|coming)? holiday", dated_by(_holiday)),
    ("HOLIDAY", "holiday comma? of? year", _holiday_of_year),
    ("HOLIDAY", "holiday quote yy", _holiday_of_year),
    ("HOLIDAY", "holiday of? (last|this|next) yr", dated_by(_holiday)),
)
