"""Periods in running text: UK financial years first, then calendar time, then time told from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.errors import ModelError
from pipeline.model import Period, PeriodMention
from pipeline.periods.dates import DATES, as_at
from pipeline.periods.financial import FINANCIAL
from pipeline.periods.relative import RELATIVE
from pipeline.periods.telling import Match, Reader, Telling
from pipeline.periods.yearless import YEARLESS


def find_periods(text: str, published: date | None, fiscal: bool) -> list[PeriodMention]:
    """Every period in a text, in order, none overlapping another.

    `published` settles "last year" and its kin, which keep their words as label and have no dates where it is None; `fiscal` says that a
    bare "this year" is the April-to-March year of a UK public body.

    >>> [m.period.label for m in find_periods("the deficit for 2018/19, and savings by 2021", None, fiscal=True)]
    ['2018-19', 'by 2021']
    """
    found = sorted(_readings(text, Telling(published, fiscal, as_at(text))), key=lambda mention: (mention.start, -mention.end))
    return list(_apart(found))


def _readings(text: str, telling: Telling) -> Iterator[PeriodMention]:
    # a new way of saying a time is one more line in one of these tables; the longest reading of a place wins
    for pattern, reader in (*FINANCIAL, *DATES, *RELATIVE, *YEARLESS):
        for match in pattern.finditer(text):
            period = _checked(reader, match, telling)
            if period:
                yield PeriodMention(match.start(), match.end(), match[0], period)


def _checked(reader: Reader, match: Match, telling: Telling) -> Period | None:
    """What a reader makes of a match: a 31 June, a time that ends before it starts, or one that no calendar has, is no period."""
    try:
        return reader(match, telling)
    except (ValueError, OverflowError, ModelError):
        return None


def _apart(found: list[PeriodMention]) -> Iterator[PeriodMention]:
    last = 0
    for mention in found:
        if mention.start >= last:
            last = mention.end
            yield mention
