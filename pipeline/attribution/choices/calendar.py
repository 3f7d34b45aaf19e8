"""The candidates for the time of one figure, and the kinds of words that name a time."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from pipeline.attribution.choices.candidates import group
from pipeline.attribution.choices.evidence import Candidate, crossed
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.draft import Draft
from pipeline.attribution.period import POSITIONS
from pipeline.attribution.years import of_the_year
from pipeline.model import Measure, Period, PeriodMention

KINDS = {
    "last": r"last|previous|before|earlier",
    "this": r"this|current|now",
    "next": r"next|coming|following",
    "by": r"^by ",
    "for some time": r"\b(?:over|within|in|for) .*(?:years|months|weeks|days|decade)",
    "financial year": r"\d{4}\s*[-/–]\s*\d\d",
    "month": r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "quarter": r"quarter|half|q[1-4]|six months|three months|nine months",
    "year": r"^(?:in )?\d{4}$",
    "day": r"day\b|week|today|morning",
    "since": r"since|from|until",
}
_KINDS = {name: re.compile(pattern) for name, pattern in KINDS.items()}

Key = tuple[str, object, object] | None


class Calendar:
    """The candidates of one figure, each once, however many times lead to it."""

    def __init__(self, scene: Scene, draft: Draft) -> None:
        self.scene, self.context = scene, draft.context
        self.measure: Measure | None = draft.value("measure")
        self.crossings = group(draft), str(draft.value("basis"))
        self.is_position = self.measure in POSITIONS
        self.candidates: dict[Key, Candidate[Period]] = {}

    def at(self, period: Period | None) -> Candidate[Period]:
        name = (period.label.casefold(), period.start, period.end) if period else None
        return self.candidates.setdefault(name, Candidate(period))

    def tell(self, candidate: Candidate[Period], names: Iterable[str]) -> None:
        """Evidence that weighs differently for each measure and basis."""
        candidate.add(crossed(names, *self.crossings))

    def meant(self, mention: PeriodMention) -> Period:
        return of_the_year(mention.period, self.is_position)

    def side_of_publication(self, period: Period | None) -> str:
        if period is None or period.end is None:
            return "open"
        if self.scene.published is None:
            return "undated"
        return "ahead" if period.start and period.start > self.scene.published else "past" if period.end < self.scene.published else "now"


def kind(mention: PeriodMention) -> str:
    """What kind of words name a time."""
    return _kind(mention.surface.lower())


@functools.lru_cache(maxsize=4096)
def _kind(surface: str) -> str:
    return "+".join(name for name, pattern in _KINDS.items() if pattern.search(surface)) or "other"
