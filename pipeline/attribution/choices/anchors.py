"""The times that a whole story is told in: when it was published, the year and the month of its title or file name, those that it names most."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.attribution.choices.derived import YEAR, calendar_year, days, end_of_month, financial_year, fiscal_start, month
from pipeline.attribution.choices.scene import Scene
from pipeline.model import Period

YEAR_IN_NAME = re.compile(r"(?<!\d)(20[0-2]\d)[-_ ](\d\d)(?!\d)")
MONTH_IN_NAME = re.compile(r"(?<!\d)(20[0-2]\d)[-_ ]?(0[1-9]|1[0-2])(?!\d)")
MONTH_NUMBER = re.compile(r"\b(?:month|m)[ -_]?(1[0-2]|[1-9])\b", re.IGNORECASE)
OPENING = 3  # sentences

Anchor = tuple[str, Period]


def anchors(scene: Scene) -> list[Anchor]:
    """Every anchor of a story with its name."""
    found = [*_published(scene), *_of_the_name(scene), *_named_most(scene)]
    return [*found, *_numbered_month(scene, dict(found))]


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
        yield "numbered month", _month_of(year.start.year, number)
        return
    written = known.get("published") or known.get("month of the name")
    if written and written.end:
        first = fiscal_start(written.end)
        last = _month_of(first, number)
        yield "numbered month", last if last.start and last.start <= written.end else _month_of(first - 1, number)


def _month_of(first: int, number: int) -> Period:
    return month(datetime.date(first + (number > 9), (number + 2) % 12 + 1, 1))
