"""What kind of time a candidate is, beside the words around the sum: "forecast" goes with a financial year, "so far" with a year to date."""

from __future__ import annotations

from itertools import groupby

from pipeline.attribution.choices.anchors import Anchor
from pipeline.attribution.choices.calendar import Calendar
from pipeline.attribution.choices.derived import MONTH, WEEK
from pipeline.attribution.choices.evidence import Candidate
from pipeline.attribution.choices.words import Words
from pipeline.attribution.dates import FISCAL_START, YEAR, days
from pipeline.model import Period

QUARTER, HALF = 92, 184  # days at most
BESIDE = 6  # words to either side of a sum
# what says that a story is a paper of one year
OF_A_YEAR = ("most named year", "numbered month", "year of the name")
MARKS = frozenset({",", "."})


def describe(calendar: Calendar, told_in: list[Anchor], hints: list[str]) -> None:
    """Every candidate by its kind, with the words around the sum, its measure and basis, and the hints of the sentence."""
    context, (measure, basis) = calendar.context, calendar.crossings
    words, known = calendar.scene.words(context.sentence), dict(told_in)
    told = f"{'dated' if calendar.scene.published else 'undated'}, {', '.join(name for name in OF_A_YEAR if name in known)}"
    setting = [*hints, measure, basis, f"{measure} {basis}", context.sentence.passage.kind.value, f"per {context.money.per}", told]
    beside = words_beside(words, words.place(context.money.start))
    for of, candidates in groupby(sorted(calendar.candidates.values(), key=_shape), key=_shape):
        names = dict.fromkeys([*(f"{of} by {word}" for word in beside), *(f"{of} | {name}" for name in setting)], 1.0)
        for candidate in candidates:
            candidate.shared = names


def _shape(candidate: Candidate[Period]) -> str:
    return shape(candidate.value)


def shape(period: Period | None) -> str:
    """The kind of a time by its length.

    >>> import datetime
    >>> shape(Period("2018-19", datetime.date(2018, 4, 1), datetime.date(2019, 3, 31))), shape(None)
    ('financial year', 'no time')
    """
    if period is None:
        return "no time"
    if period.start is None or period.end is None:
        return "open time" if period.start or period.end else "words"
    length = days(period)
    if length in YEAR:
        return "financial year" if period.start.month == FISCAL_START else "calendar year" if period.start.month == 1 else "other year"
    return "year to date" if "YTD" in period.label else _length(length)


def _length(length: int) -> str:
    if length <= WEEK:
        return "week" if length else "day"
    return "month" if length <= MONTH else "quarter" if length <= QUARTER else "half" if length <= HALF else "span"


def words_beside(words: Words, place: int | None) -> list[str]:
    """The words within reach of the sum at a place, each once."""
    if place is None:
        return []
    return sorted({words[k] for k in range(place - BESIDE, place + BESIDE) if k != place} - MARKS)
