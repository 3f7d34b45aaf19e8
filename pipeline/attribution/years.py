"""Times that lean on others: "next year (2020/21)", "the year before", "by 2018/19" of a position, the year to date."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.attribution.context import Context
from pipeline.attribution.dates import financial_year, year_to_date
from pipeline.model import Period, PeriodMention

GLOSS = re.compile(r",?\s+\(")
YEAR_BEFORE = re.compile(r"(?:the )?(?:year before|previous year)", re.IGNORECASE)
END_OF = re.compile(r"(?:the )?end of\b", re.IGNORECASE)
TO_DATE = re.compile(r"\b(?:year[- ]to[- ]date|YTD|so far|to date)\b", re.IGNORECASE)


def is_year(period: Period) -> bool:
    """Whether a time is a financial year, April to March."""
    if not period.start or not period.end:
        return False
    first, last = period.start, period.end
    return (first.month, first.day, last.month, last.day) == (4, 1, 3, 31) and last.year == first.year + 1


def glossed(context: Context) -> Iterator[PeriodMention]:
    """The times of the sentence; "next year (2020/21)" is one, with the meaning that its brackets give."""
    last: PeriodMention | None = None
    for mention in context.sentence.times:
        if YEAR_BEFORE.fullmatch(mention.surface):
            mention = _year_before(context, mention)
        if last and GLOSS.fullmatch(context.text, last.end, mention.start):
            mention = replace(last, period=mention.period)
        elif last:
            yield last
        last = mention
    if last:
        yield last


def to_date(context: Context, mentions: Iterable[PeriodMention]) -> Iterator[PeriodMention]:
    """At the end of July the surplus for the year to date was £3m: the month is the last of a year to date."""
    said = TO_DATE.search(context.text, context.sentence.start, context.sentence.end)
    for mention in mentions:
        yield replace(mention, period=year_to_date(mention.period.end)) if said and mention.period.end and END_OF.match(mention.surface) else mention


def of_the_year(period: Period, is_position: bool) -> Period:
    """A position "by 2018/19" is the position of that year; a saving by then is of all the years up to it."""
    if is_position and period.end and period.start is None and (period.end.month, period.end.day) == (3, 31):
        return financial_year(period.end.year - 1)
    return replace(period, label=re.sub(r"^[Tt]he ", "", period.label))


def _year_before(context: Context, mention: PeriodMention) -> PeriodMention:
    """ "The year before" is counted from the last year that was named."""
    earlier = [m.period for sentence in (*context.previous, context.sentence) for m in sentence.times if m.end < mention.start]
    starts = [period.start for period in earlier if period.start and is_year(period)]
    return replace(mention, period=financial_year(starts[-1].year - 1)) if starts else mention
