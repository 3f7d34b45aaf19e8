"""Dates that leave out the year: "on Thursday", "in January", "23 March", "Christmas". The day of publication settles which is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.calendar import MONTH, STRETCH, WEEKDAY
from pipeline.periods.telling import Match, Reader, Telling, dated_by, is_to_come

_HOLIDAYS = {"christmas": (12, 25), "christmas day": (12, 25), "boxing day": (12, 26), "new year's day": (1, 1), "halloween": (10, 31)}
# names that are also verbs, people and adjectives are months only after such a word
_ON = re.compile(
    r"(?i:\b(?:in|since|by|until|till|from|during|of|to|after|before|early|late|mid|both|and|between|at|last|next|this|for|through|[a-z]{3,9}\sto|-|–)[\s-]?\Z)"
)
_ON_SURELY = re.compile(r"(?i:\b(?:in|since|until|till|during|early|late|mid|last|next|of\slast|end\sof)[\s-]\Z)")


def _weekday(match: Match, published: date, _: bool) -> Period:
    day = calendar.WEEKDAYS.index(match["day"].lower())
    step = (match["step"] or "").strip().lower()
    if step == "next" or (step != "last" and is_to_come(match)):
        return calendar.one_day(published + timedelta(days=(day - published.weekday()) % 7 or 7 * (step == "next")))
    return calendar.one_day(published - timedelta(days=(published.weekday() - day) % 7 or 7 * (step == "last")))


def _month(match: Match, published: date, _: bool) -> Period:
    """The latest such month that has begun, or the next to come where the words look ahead."""
    month, words = calendar.month_number(match["month"]), match[0].lower()
    ahead = words.startswith("next") or (month != published.month and not words.startswith("last") and is_to_come(match))
    return calendar.calendar_month(published.year - (month > published.month) + ahead, month)


def _month_read(match: Match, telling: Telling) -> Period | None:
    name, words = match["month"], match.string[max(0, match.start("month") - 60) : match.start("month")]
    if name in ("May", "Mar", "Jan", "Dec", "Sep", "Oct", "Nov", "Feb", "Apr", "Jun", "Jul", "Aug", "Sept") and not _ON_SURELY.search(words):
        return None
    if name in ("March", "April", "June", "August") and not _ON.search(words):
        return None
    return dated_by(_month)(match, telling)


def _end_of_month(match: Match, published: date, fiscal: bool) -> Period:
    return calendar.one_day(_month(match, published, fiscal).end or published)


def _months_to(match: Match, published: date, _: bool) -> Period:
    """ "the year to March": the latest that is over, or under way where the words look ahead."""
    month = calendar.month_number(match["month"])
    year = published.year - (calendar.month_end(published.year, month) > published) + is_to_come(match)
    return calendar.months_to(calendar.count_of(match["count"] or "twelve"), date(year, month, 1))


def _day(match: Match, published: date, _: bool) -> Period:
    """The year nearest to publication, among those in which the weekday fits."""
    month, number = calendar.month_number(match["month"]), int(match["date"])
    days = [date(published.year + step, month, number) for step in (-1, 0, 1)]
    weekday = (match["weekday"] or "").strip(" ,").lower()
    fitting = [day for day in days if calendar.WEEKDAYS[day.weekday()] == weekday] or days
    return calendar.one_day(min(fitting, key=lambda day: abs(day - published)))


def _holiday(match: Match, published: date, _: bool) -> Period:
    month, day = _HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    step = (match["step"] or "").strip().lower()
    this = date(published.year, month, day)
    back = step == "last" or (not step and this > published and not is_to_come(match))
    return calendar.one_day(date(published.year - back + (step == "next" and this <= published), month, day))


_HOLIDAY = "|".join(name.title().replace(" ", r"\s").replace("'S", "['’]s") for name in sorted(_HOLIDAYS, key=len, reverse=True))
YEARLESS: list[tuple[re.Pattern[str], Reader]] = [
    (
        re.compile(rf"(?:\b(?i:(?P<step>last|next|this))\s)?\b(?P<day>{WEEKDAY})\b(?:\s(?:morning|afternoon|evening|night))?(?!\s(?:[A-Z]|\d)|s\b)"),
        dated_by(_weekday),
    ),
    (re.compile(rf"\b(?:(?i:last|next|this|early|late|mid)[\s-])?(?P<month>{MONTH})(?!,?\s\d)"), _month_read),
    (re.compile(rf"\b(?i:(?:the\s|current\s)?{STRETCH}\s(?:to|ended|ending))\s(?:\d{{1,2}}\s)?(?P<month>{MONTH})(?!,?\s\d)"), dated_by(_months_to)),
    (re.compile(rf"(?i:\bthe\send\sof)\s(?P<month>{MONTH})(?!,?\s\d)"), dated_by(_end_of_month)),
    (
        re.compile(rf"\b(?P<weekday>(?:{WEEKDAY}),?\s)?(?:the\s)?(?P<date>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{MONTH})(?!,?\s\d{{4}})"),
        dated_by(_day),
    ),
    (re.compile(rf"(?:\b(?i:(?P<step>this|last|next))\s)?\b(?P<holiday>{_HOLIDAY})\b(?!\s\d|-)"), dated_by(_holiday)),
]
