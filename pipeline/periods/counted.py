"""Time counted from the day of publication: "over the next five years", "in three days", "two weeks ago", "the last 48 hours".

"The last six months" end, and "the next six" start, on the day of publication. "Two years ago" is the whole of that year, "two months ago" of that
month, "two weeks ago" the day. "The previous year" is told from another time in the story: no date settles it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.grammar import Rule
from pipeline.periods.relative import step_of, unit_of, year_by
from pipeline.periods.telling import Said, settled_by, unsettled

# after these words a span is how long something took, not when it ends: "the third time in two years", "down 5% in three years"
_LASTED = re.compile(
    r"(?i:\b(?:time|times|once|twice|first|second|third|fourth|best|worst|lowest|highest|fastest|biggest|largest|only|all|one|\w+ed|rose|fell|grew|"
    r"cut|won|lost|made|spent|built)\b(?:\s\S{1,12}){0,2}\s\Z)"
)
_HALVES_IN_MONTHS = {"quarter": 1, "yr": 6, "decade": 60, "century": 600}
_HALVES_IN_DAYS = {"day": 0, "week": 3, "fortnight": 7, "mth": 15}
_SOON = re.compile(r"(?i:(?:^|[.!?\n]\s{0,3})(?:\S{1,12}\s){0,3}\Z)")


def _beside(said: Said, published: date) -> Period:
    """ "The day before yesterday", "two weeks from tomorrow", "three days from now"."""
    start, away = published + timedelta(days=step_of(said)), _count(said)
    return calendar.one_day(calendar.moved(start, -away if said.has("before") else away, unit_of(said)))


def _count(said: Said) -> int:
    node = said.get("count")
    return 1 if node is None else node.value or 1


def _stretch(said: Said, published: date) -> Period:
    """So many years, months, weeks or days before or after the day of publication."""
    step = -1 if said.has("past") else step_of(said) or 1
    day = calendar.moved(published, _count(said) * step, unit_of(said))
    return Period(said.words, *sorted((day, published)))


def _bare_stretch(said: Said, published: date) -> Period:
    """ "The past year"; "the coming months" are nobody knows how many."""
    node = said.get("unit")
    return Period(said.words) if node and node.value else _stretch(said, published)


def _ago(said: Said, published: date) -> Period | tuple[Period, ...]:
    unit, count = unit_of(said), _count(said)
    day = calendar.moved(published, -count, unit)
    if unit == "yr":
        return year_by(said, published, -count)
    if unit in ("decade", "century"):
        return calendar.calendar_year(day.year)
    return calendar.calendar_month(day.year, day.month) if unit == "mth" else calendar.one_day(day)


def _half_more_ago(said: Said, published: date) -> Period:
    """ "A year and a half ago" and "half a year ago" are a month, of longer units a year, of shorter ones a day."""
    unit = unit_of(said)
    whole = calendar.moved(published, -_count(said) * said.has("and"), unit)
    if unit in _HALVES_IN_MONTHS:
        day = calendar.moved(whole, -_HALVES_IN_MONTHS[unit], "mth")
        return calendar.calendar_year(day.year) if unit in ("decade", "century") else calendar.calendar_month(day.year, day.month)
    return calendar.one_day(whole - timedelta(days=_HALVES_IN_DAYS[unit]))


def _weekday_ago(said: Said, published: date) -> Period:
    """ "Sunday two weeks ago": of the week so many before this."""
    weeks = _count(said) * (2 if said.has("fortnight") else 1)
    return calendar.one_day(published + timedelta(days=said.value("weekday") - published.weekday() - 7 * weeks))


def _weekends(said: Said, published: date) -> Period:
    """ "The next three weekends": from the first that has not begun, or to the last that is over."""
    count = timedelta(weeks=_count(said) - 1)
    if step_of(said) > 0:
        first = published + timedelta(days=(4 - published.weekday()) % 7 + 1)
        return Period(said.words, first, first + count + timedelta(days=1))
    last = published - timedelta(days=published.weekday() + 1)
    return Period(said.words, last - count - timedelta(days=1), last)


def _hours(said: Said, published: date) -> Period:
    """ "The next 48 hours", in whole days."""
    days = timedelta(days=-(-_count(said) // 24) * (step_of(said) or 1))
    return Period(said.words, *sorted((published, published + days)))


def _hours_ago(said: Said, published: date) -> Period:
    return calendar.one_day(published - timedelta(days=-(-_count(said) // 24)))


def _in_time(said: Said, published: date) -> Period:
    """ "In two weeks", "in three years' time": the day itself."""
    return calendar.one_day(calendar.moved(published, _count(said), unit_of(said)))


def _in(said: Said) -> Period | tuple[Period, ...] | None:
    """ "In three days" is when something will happen, unless it is how long it took."""
    short = said.has("day") or said.has("week") or not said.after.strip(" .?!")
    if _LASTED.search(said.before) or not (said.is_to_come or (short and _SOON.search(said.before))):
        return None
    return settled_by(_in_time)(said)


COUNTED: tuple[Rule, ...] = (
    ("DAY", "the? day (before|after) deictic", settled_by(_beside)),
    ("DAY", "count unit (from|after|before) (now|deictic)", settled_by(_beside)),
    ("STRETCH", "the? (last|past|next|coming|previous|following) count dash? unit (?! of .)", settled_by(_stretch)),
    ("STRETCH", "the? (last|past|next|coming|following|within) count hour", settled_by(_hours)),
    ("STRETCH", "the (next|previous|following) day", unsettled),
    ("STRETCH", "(the (last|past|next|coming)|this past) unit (?! of .)", settled_by(_bare_stretch)),
    ("STRETCH", "the? (last|past|next|coming) count weekend", settled_by(_weekends)),
    ("STRETCH", "(past|next|last|coming) (decade|fortnight)", settled_by(_stretch)),
    ("STRETCH", "the? (last|past|next|coming|following) a? vague unit", unsettled),
    ("STRETCH", "a? vague unit ago", unsettled),
    ("STRETCH", "within (the (next|last|past)?)? count (paren num paren)? unit", settled_by(_stretch)),
    ("STRETCH", "recent unit", unsettled),
    ("AGO", "count unit (ago|back)", settled_by(_ago)),
    ("AGO", "count unit and a half (ago|back)", settled_by(_half_more_ago)),
    ("AGO", "count and a half unit (ago|back)", settled_by(_half_more_ago)),
    ("DAY", "weekday comma? count (week|fortnight) ago", settled_by(_weekday_ago)),
    ("AGO", "half a unit (ago|back)", settled_by(_half_more_ago)),
    ("AGO", "count hour (ago|back)", settled_by(_hours_ago)),
    ("DAY", "count unit hence", settled_by(_in_time)),
    ("DAY", "in count unit", _in),
    ("DAY", "in count unit quote? ess? time", settled_by(_in_time)),
    ("STRETCH", "the (previous|following) own? (yr|mth|quarter|week|decade)", unsettled),
    ("STRETCH", "count unit (earlier|later)", unsettled),
    ("STRETCH", "the yr before (?! last)", unsettled),
)
