"""Times that other times lead to, with the way there and the hints of the sentence as evidence."""

from __future__ import annotations

from pipeline.attribution.choices.anchors import Anchor, told_year
from pipeline.attribution.choices.calendar import Calendar, kind
from pipeline.attribution.choices.derived import derived
from pipeline.attribution.choices.evidence import Candidate, crossed
from pipeline.attribution.choices.undated import counted, in_the_year, month_of, opened
from pipeline.model import Period, PeriodMention

EARLIER = 2  # sentences whose times may lead to others
EDGES = (15, 50)  # characters between a time and the sum
Hints = list[str]


def lead_on(calendar: Calendar, told_in: list[Anchor], hints: Hints) -> None:
    """Adds the times that those of the sentence, of the sentences before it and of the story lead to."""
    here, year = calendar.context.sentence, told_year(told_in)
    for mention in here.times:
        _from_the_sentence(calendar, mention, hints)
        _opened(calendar, mention, hints)
    if year is not None:
        _within(calendar, year, hints)
    for back, sentence in enumerate(calendar.scene.before(here, EARLIER), start=1):
        for mention in sentence.times:
            _lead(calendar, f"{back} back", mention.period, [])
    for anchor, anchored in told_in:
        _lead(calendar, anchor, anchored, hints, () if anchor != "published" else ("same", "as at its end"))


def _from_the_sentence(calendar: Calendar, mention: PeriodMention, hints: Hints) -> None:
    money = calendar.context.money
    side = "before" if mention.end <= money.start else "after"
    gap = max(money.start - mention.end, mention.start - money.end, 0)
    far = sum(gap >= edge for edge in EDGES)
    for step, period in derived(mention.period):
        if step != "same":
            candidate = calendar.at(period)
            _speak(calendar, candidate, f"in the sentence, {step}", hints)
            candidate.add([f"{step}, {side} {far} {kind(mention)}"])
            candidate.found_at(mention.start, mention.end)


def _opened(calendar: Calendar, mention: PeriodMention, hints: Hints) -> None:
    """Since 2013; until June."""
    if period := opened(calendar.context.text, mention):
        candidate = calendar.at(period)
        _speak(calendar, candidate, f"{period.label.split()[0]} a time of the sentence", hints)
        candidate.found_at(mention.start, mention.end)


def _within(calendar: Calendar, year: int, hints: Hints) -> None:
    """Months of the sentence whose year the story tells."""
    here = calendar.context.sentence
    for mention in here.times:
        if period := in_the_year(mention, year):
            _lead(calendar, "month of the sentence", period, hints)
    for number in sorted(set(counted(calendar.context.text, here.start, here.end))):
        _lead(calendar, "counted in the sentence", month_of(year, number), hints)


def _lead(calendar: Calendar, way: str, period: Period, hints: Hints, but: tuple[str, ...] = ()) -> None:
    for step, other in derived(period):
        if step not in but:
            _speak(calendar, calendar.at(other), f"{way}, {step}", hints)


def _speak(calendar: Calendar, candidate: Candidate[Period], step: str, hints: Hints) -> None:
    candidate.add(crossed([step], *calendar.crossings, *hints))
