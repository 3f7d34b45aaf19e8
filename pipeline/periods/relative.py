"""Time counted from the day of publication: "last year", "this quarter", "yesterday", "over the next five years"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.calendar import NUMBERS
from pipeline.periods.telling import Match, Reader, dated_by, settled_by, unsettled, words_of

_STEPS = {"last": -1, "next": 1, "coming": 1, "yesterday": -1, "tomorrow": 1, "last night": -1}


def _step(match: Match) -> int:
    return _STEPS.get(re.sub(r"\s", " ", match["step"] or "").lower(), 0)


def _year(match: Match, published: date, fiscal: bool) -> Period:
    kind = (match["kind"] or "").strip().lower()
    if kind == "academic":
        return calendar.academic_year(published.year - (published.month < 9) + _step(match))
    if kind == "calendar" or not (kind or fiscal):
        return calendar.calendar_year(published.year + _step(match))
    return calendar.financial_year(calendar.financial_year_of(published) + _step(match))


def _end_of_year(match: Match, published: date, fiscal: bool) -> Period:
    end = _year(match, published, fiscal).end
    return calendar.one_day(end or published)


def _quarter(match: Match, published: date, fiscal: bool) -> Period:
    year, month = calendar.months_on(published.year, published.month, 3 * _step(match))
    if fiscal:
        return calendar.financial_quarter(calendar.financial_year_of(date(year, month, 1)), (month - 4) % 12 // 3 + 1)
    return calendar.calendar_quarter(year, (month + 2) // 3)


def _month(match: Match, published: date, _: bool) -> Period:
    return calendar.calendar_month(*calendar.months_on(published.year, published.month, _step(match)))


def _week(match: Match, published: date, _: bool) -> Period:
    monday = published + timedelta(days=7 * _step(match) - published.weekday())
    return Period(words_of(match), monday, monday + timedelta(days=6))


def _weekend(match: Match, published: date, _: bool) -> Period:
    saturday = published + timedelta(days=5 - published.weekday() + 7 * _step(match))
    return Period(words_of(match), saturday, saturday + timedelta(days=1))


def _quarter_named(match: Match, published: date, fiscal: bool) -> Period:
    """ "the third quarter": the latest that is over."""
    number = ("first", "second", "third", "fourth").index(match["q"].lower()) + 1
    year = calendar.financial_year_of(published) if fiscal else published.year
    quarter = calendar.financial_quarter if fiscal else calendar.calendar_quarter
    this = quarter(year, number)
    return this if this.end and this.end < published else quarter(year - 1, number)


def _day(match: Match, published: date, _: bool) -> Period:
    return calendar.one_day(published + timedelta(days=_step(match)))


def _season(match: Match, published: date, _: bool) -> Period:
    """The last summer is the latest that is over, the next the first that has not begun."""
    of_year = [calendar.season(match["season"].lower(), published.year + step) for step in (-1, 0, 1)]
    if _step(match) < 0:
        return max((season for season in of_year if season.end and season.end < published), key=lambda season: season.label)
    return next((season for season in of_year if season.start and season.start > published), of_year[1]) if _step(match) else of_year[1]


def _stretch(match: Match, published: date, _: bool) -> Period:
    """So many years, months, weeks or days before or after the day of publication."""
    count, unit = calendar.count_of(match["count"] or "one"), match["unit"].lower().removesuffix("s")
    if match["step"].lower() in ("last", "past"):
        return Period(words_of(match), calendar.moved(published, -count, unit), published)
    return Period(words_of(match), published, calendar.moved(published, count, unit))


def _ago(match: Match, published: date, fiscal: bool) -> Period:
    unit = match["unit"].lower().removesuffix("s")
    day = calendar.moved(published, -calendar.count_of(match["count"]), unit)
    if unit == "year":
        return calendar.financial_year(calendar.financial_year_of(day)) if fiscal else calendar.calendar_year(day.year)
    return calendar.calendar_month(day.year, day.month) if unit == "month" else calendar.one_day(day)


_EARLY = r"(?:(?:early|earlier|late|later|sometime)\s)?"
_KIND = r"(?P<kind>(?:financial|fiscal|academic|calendar|tax)\s)?"
_COUNT = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
_UNITS = r"(?P<unit>years?|months?|weeks?|days?)\b"
_NOT_AGE = r"(?![’'-]?s?\s?-?old\b|-)"
_PATTERNS: list[tuple[str, Reader]] = [
    (rf"\b{_EARLY}(?P<step>last|this|next)\s{_KIND}year\b{_NOT_AGE}", settled_by(_year)),
    (rf"\b(?:the\s)?(?P<step>current|coming)\s{_KIND}year\b", settled_by(_year)),
    (rf"\bthe\send\sof\s(?P<step>this|the|next)\s{_KIND}year\b", dated_by(_end_of_year)),
    (rf"\b{_EARLY}(?P<step>last|this|next)\squarter\b", settled_by(_quarter)),
    (rf"\b{_EARLY}(?P<step>last|this|next)\smonth\b", settled_by(_month)),
    (rf"\b{_EARLY}(?P<step>last|this|next)\sweek\b", settled_by(_week)),
    (r"\b(?:earlier|later)\sin\sthe\s(?P<step>)week\b", settled_by(_week)),
    (r"\b(?P<step>yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening)|last\snight)\b", settled_by(_day)),
    (rf"\b{_EARLY}(?P<step>last|this|next)\sweekend\b", settled_by(_weekend)),
    (r"\bthe\s(?P<q>first|second|third|fourth)\squarter\b(?!\s(?:of|final))", settled_by(_quarter_named)),
    (r"\b(?P<step>this|last|next)\s(?P<season>spring|summer|autumn|winter)\b", settled_by(_season)),
    (rf"\bthe\s(?P<step>last|past|next|coming)\s(?:(?P<count>{_COUNT})\s)?{_UNITS}", settled_by(_stretch)),
    (rf"\b(?P<step>within)\s(?:the\s(?:next\s)?)?(?P<count>{_COUNT})\s{_UNITS}", settled_by(_stretch)),
    (rf"\b(?P<count>an?|{_COUNT})\s{_UNITS}\sago\b", settled_by(_ago)),
    (r"\bthe\s(?:previous|following|preceding)\s(?:(?:financial|fiscal|academic|calendar|tax)\s)?(?:year|month|quarter|week)\b", unsettled),
    (r"\ba\syear\searlier\b|\bthe\syear\sbefore\b(?!\slast)", unsettled),
]
RELATIVE: list[tuple[re.Pattern[str], Reader]] = [(re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _PATTERNS]
