"""Times whose year the words leave open, in the year that the story is told in: "month 4", "after seven months", "at 31 March"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from pipeline.attribution.dates import FISCAL_START, end_of_month, month
from pipeline.model import Period, PeriodMention

NUMBERS = {name: n for n, name in enumerate("one two three four five six seven eight nine ten eleven".split(), start=1)}
NAMES = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
COUNTED = re.compile(rf"\b(?:after|in|first|the|for|to)\s(?:the\s)?(?:first\s)?({'|'.join(NUMBERS)})\smonths\b", re.IGNORECASE)
NUMBERED = re.compile(r"\bmonth\s(1[0-2]|[1-9])\b", re.IGNORECASE)
HALF = re.compile(r"\bfirst half\b|\bhalf[- ]year\b|\bhalfway\b", re.IGNORECASE)
NAMED = re.compile(rf"\b(?:(\d\d?)(?:st|nd|rd|th)?\s)?({'|'.join(NAMES)})[a-z]{{0,6}}\b", re.IGNORECASE)
SINCE = re.compile(r"\b(since|from|until|till|up to|to)\s+(?:the\s)?$", re.IGNORECASE)
REACH = 12  # characters ahead of a time
SIX = 6


def month_of(first: int, number: int) -> Period:
    """A month by its number in the financial year that began in a year: 1 is April."""
    return month(datetime.date(first + (number > 9), (number + FISCAL_START - 2) % 12 + 1, 1))


def counted(text: str, start: int, end: int) -> Iterator[int]:
    """How many months of the year are over, as the words of a span count them."""
    yield from (NUMBERS[said[1].lower()] for said in COUNTED.finditer(text, start, end))
    yield from (int(said[1]) for said in NUMBERED.finditer(text, start, end))
    if HALF.search(text, start, end):
        yield SIX


def in_the_year(mention: PeriodMention, first: int) -> Period | None:
    """A month or a day without a year, in the financial year that began in `first`; None where the time has dates or no month."""
    said = None if mention.period.start or mention.period.end else NAMED.search(mention.surface)
    if said is None:
        return None
    number = NAMES[said[2].lower()]
    start = datetime.date(first + (number < FISCAL_START), number, 1)
    if said[1] is None or not 1 <= int(said[1]) <= end_of_month(start).day:
        return month(start)
    day = start.replace(day=int(said[1]))
    return Period(f"at {day.day} {day:%B %Y}", day, day)


def opened(text: str, mention: PeriodMention) -> Period | None:
    """ "Since 2013" is a time of its own, and so is "until June"; None where no such word stands ahead."""
    said, when = SINCE.search(text, max(0, mention.start - REACH), mention.start), mention.period
    if said is None:
        return None
    word = said[1].lower()
    if word in ("since", "from"):
        return Period(f"{word} {when.label}", when.start, None) if when.start else None
    return Period(f"{word} {when.label}", None, when.end) if when.end else None
