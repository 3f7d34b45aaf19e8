"""The times that a whole story is told in: when it was published, the year and the month of its title or file name, those that it names most."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.choices.undated import counted, in_the_year, month_of
from pipeline.attribution.dates import YEAR, calendar_year, days, end_of_month, financial_year, fiscal_start, month
from pipeline.model import Period

YEAR_IN_NAME = re.compile(r"(?<!\d)(20[0-2]\d)[-_ ](\d\d)(?!\d)")
MONTH_IN_NAME = re.compile(r"(?<!\d)(20[0-2]\d)[-_ ]?(0[1-9]|1[0-2])(?!\d)")
MONTH_NUMBER = re.compile(r"\b(?:month|m)[ -_]?(1[0-2]|[1-9])\b", re.IGNORECASE)
# what tells the year of the story, the surest first
TOLD_YEAR = ("numbered month", "published", "year of the name", "most named year", "month of the name")
OPENING = 3  # sentences

Anchor = tuple[str, Period]


def anchors(scene: Scene) -> list[Anchor]:
    """Every anchor of a story with its name."""
    found = [*_published(scene), *_of_the_name(scene), *_named_most(scene)]
    found += _numbered_month(scene, dict(found))
    return [*found, *_counted_months(scene, told_year(found))]


def _published(scene: Scene) -> Iterator[Anchor]:
    if scene.published:
        yield "published", Period("published", scene.published, scene.published)


def _of_the_name(scene: Scene) -> Iterator[Anchor]:
    """ "…/trust-2024-25-month-7.md" is about 2024-25, "…/board-2023-11.md" was written in November 2023."""
    name = PurePosixPath(scene.document.name).name
    years = [int(first) for first, second in YEAR_IN_NAME.findall(name) if int(second) == (int(first) + 1) % 100]
    months = MONTH_IN_NAME.findall(name)
    if years:
        yield "year of the name", financial_year(years[0])
    elif months:
        year, number = months[0]
        yield "month of the name", month(datetime.date(int(year), int(number), 1))


def _named_most(scene: Scene) -> Iterator[Anchor]:
    """The financial year, the calendar year and the end of a month that the story names most."""
    fiscal, calendar, ends = Counter[int](), Counter[int](), Counter[datetime.date]()
    for period in (mention.period for sentence in scene.told for mention in sentence.times):
        if period.start is None or period.end is None:
            continue
        if days(period) in YEAR:
            (fiscal if period.start.month == 4 else calendar)[period.start.year] += 1
        elif "YTD" in period.label or period.end == end_of_month(period.end):
            ends[end_of_month(period.end)] += 1
    yield from (("most named year", financial_year(year)) for year, _ in fiscal.most_common(1))
    yield from (("most named calendar year", calendar_year(year)) for year, _ in calendar.most_common(1))
    yield from (("most named month", month(end)) for end, _ in ends.most_common(1))


def _numbered_month(scene: Scene, known: dict[str, Period]) -> Iterator[Anchor]:
    """ "Month 7" of the financial year that the story is told in."""
    opening = " ".join(scene.text[s.start : s.end] for s in scene.told[:OPENING])
    said = MONTH_NUMBER.search(opening) or MONTH_NUMBER.search(PurePosixPath(scene.document.name).stem)
    year = known.get("most named year") or known.get("year of the name")
    if said is None:
        return
    number = int(said[1])
    if year and year.start:
        yield "numbered month", month_of(year.start.year, number)
        return
    written = known.get("published") or known.get("month of the name")
    if written and written.end:
        first = fiscal_start(written.end)
        last = month_of(first, number)
        yield "numbered month", last if last.start and last.start <= written.end else month_of(first - 1, number)


def told_year(told_in: Sequence[Anchor]) -> int | None:
    """The year in which the financial year began that the story is told in, as far as it is known."""
    known = dict(told_in)
    last = next((known[name].end for name in TOLD_YEAR if name in known), None)
    return fiscal_start(last) if last else None


def _counted_months(scene: Scene, first: int | None) -> Iterator[Anchor]:
    """The month up to which the story counts most often: "after seven months"; and that which it names most without a year."""
    if first is None:
        return
    numbers = Counter(number for sentence in scene.told for number in counted(scene.text, sentence.start, sentence.end))
    yield from (("counted months", month_of(first, number)) for number, _ in numbers.most_common(1))
    named = Counter(found for sentence in scene.told for mention in sentence.times if (found := in_the_year(mention, first)))
    yield from (("most named month without a year", period) for period, _ in named.most_common(1))
