"""From sums and mentions to figures: each rule in its turn, and then what figures of one number lend one another."""

import datetime
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any, TypeVar

from pipeline.attribution.basis import basis
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.counterparty import counterparty, receives
from pipeline.attribution.decision import WEAK, Decision
from pipeline.attribution.inheritance import inherit
from pipeline.attribution.measure import measure
from pipeline.attribution.organisation import OVERSEERS, main_body, organisation
from pipeline.attribution.period import period
from pipeline.attribution.speaker import speaker
from pipeline.model import Document, Evidence, Figure, Measure, Money, Organisation, OrganisationMention, PassageKind, Period, PeriodMention, Story

M = TypeVar("M", OrganisationMention, PeriodMention)
CARRIED_SENTENCES = 6
POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.SHORTFALL, Measure.OVERSPEND, Measure.CONTROL_TOTAL})
FIELDS = ("measure", "basis", "organisation", "counterparty", "period", "speaker")


@dataclass
class Draft:
    """A figure on its way: its context, and the decisions taken so far by field."""

    context: Context
    decisions: dict[str, Decision[Any] | None]

    def value(self, field: str) -> Any:
        decision = self.decisions.get(field)
        return decision.value if decision else None


def attribute(
    document: Document, sentences: Sequence[Sentence], organisations: Sequence[OrganisationMention], periods: Sequence[PeriodMention]
) -> list[Figure]:
    """One figure for each sum of the sentences, each field decided or left open, with the evidence of each decision."""
    figures: list[Figure] = []
    for story, told in groupby(_with_mentions(sentences, organisations, periods), key=lambda sentence: sentence.story):
        figures += [_figure(draft) for draft in _story(document, story, list(told))]
    return figures


def _with_mentions(
    sentences: Sequence[Sentence], organisations: Sequence[OrganisationMention], periods: Sequence[PeriodMention]
) -> Iterator[Sentence]:
    bodies, times = deque(organisations), deque(periods)
    for sentence in sentences:
        yield replace(sentence, bodies=tuple(_within(sentence, bodies)), times=tuple(_within(sentence, times)))


def _within(sentence: Sentence, mentions: deque[M]) -> Iterator[M]:
    while mentions and mentions[0].start < sentence.end:
        mention = mentions.popleft()
        if sentence.start <= mention.start and mention.end <= sentence.end:
            yield mention


def _story(document: Document, story: Story, told: list[Sentence]) -> list[Draft]:
    drafts = [Draft(context, {}) for context in _contexts(document, told)]
    for last, draft in pairwise([None, *drafts]):
        draft.decisions["measure"] = measure(draft.context, _carried(last, draft, "measure"))
        draft.decisions["speaker"] = speaker(draft.context)
    inherit(drafts, "measure")
    for draft in drafts:
        draft.decisions["period"] = period(draft.context, draft.value("measure"))
    for last, draft in pairwise([None, *drafts]):
        ahead = _lies_ahead(draft.value("period"), story.byline.published_on)
        carried = _carried(last, draft, "basis") if last and last.value("measure") == draft.value("measure") else None
        draft.decisions["basis"] = basis(draft.context, draft.value("measure"), ahead, carried)
    inherit(drafts, "basis")
    _parties(drafts, document.text, told)
    inherit(drafts, "period")
    _year_of_the_story(drafts)
    for last, draft in pairwise(drafts):
        if _is_conversion(last.context.money, draft.context.money, document.text):
            draft.decisions = {field: d and replace(d, rule=f"conversion: {d.rule}") for field, d in last.decisions.items()}
    return drafts


def _is_conversion(sum_: Money, other: Money, text: str) -> bool:
    """400m euros ($528m; £275m): sums in brackets behind a sum, in other currencies, say the same again."""
    return sum_.currency != other.currency and bool(re.fullmatch(r"\s*[(;/]\s*", text[sum_.end : other.start]))


def _contexts(document: Document, told: list[Sentence]) -> Iterator[Context]:
    heading = None
    for i, sentence in enumerate(told):
        if sentence.passage.kind is PassageKind.HEADING:
            heading = sentence
        for money in sentence.money:
            yield Context(document, sentence, money, tuple(told[max(0, i - CARRIED_SENTENCES) : i]), heading)


def _carried(last: Draft | None, draft: Draft, field: str) -> Decision[Any] | None:
    """What the sum before says of `field`, where it stands in the same sentence or in the one before, in one passage or list."""
    if last is None:
        return None
    here, there = draft.context.sentence, last.context.sentence
    one_list = here.passage.kind is there.passage.kind is PassageKind.BULLET
    near = here is there or (here.passage == there.passage and there in draft.context.previous[-1:]) or one_list
    return last.decisions.get(field) if near else None


def _year_of_the_story(drafts: list[Draft]) -> None:
    """A position without a time is of the one financial year that the story tells of this body's positions."""
    told: dict[Organisation, set[Period]] = {}
    for draft in drafts:
        when, body = draft.value("period"), draft.value("organisation")
        if draft.value("measure") in POSITIONS and body and when and when.start and when.end:
            told.setdefault(body, set()).add(when)
    for draft in drafts:
        years = told.get(draft.value("organisation"), set())
        if draft.value("measure") in POSITIONS and draft.value("period") is None and len(years) == 1:
            draft.decisions["period"] = Decision(next(iter(years)), "the year that the story tells of", WEAK)


def _parties(drafts: list[Draft], text: str, told: list[Sentence]) -> None:
    named = [mention for sentence in told for mention in sentence.bodies]
    headline_end = max((s.end for s in told if s.passage.kind is PassageKind.HEADLINE), default=0)
    recipient, main = _main_recipient(text, told), main_body(named, headline_end)
    region = next((m.organisation for m in named if m.kind == "region"), None)
    for draft in drafts:
        draft.decisions["organisation"] = organisation(draft.context, draft.value("measure"), recipient, main, region)
    _giver(drafts)
    inherit(drafts, "organisation")
    for draft in drafts:
        parties = draft.value("measure"), draft.value("basis"), draft.value("organisation"), recipient
        draft.decisions["counterparty"] = counterparty(draft.context, *parties)


def _giver(drafts: list[Draft]) -> None:
    """A contribution without a giver of its own is from those who give in this story."""
    gifts = [d for d in drafts if d.value("measure") is Measure.CONTRIBUTION]
    givers = Counter(d.value("organisation") for d in gifts if (o := d.decisions["organisation"]) and o.strength > WEAK)
    if not givers:
        return
    for draft in gifts:
        decision = draft.decisions["organisation"]
        if decision is None or decision.strength == WEAK:
            draft.decisions["organisation"] = Decision(givers.most_common(1)[0][0], "who gives in this story", WEAK)


def _main_recipient(text: str, told: list[Sentence]) -> Organisation | None:
    """The body that the story's contributions go to: the one that most often stands where a receiver stands."""
    counts = Counter(m.organisation for s in told for m in s.bodies if m.kind not in OVERSEERS and receives(text, s, m))
    return counts.most_common(1)[0][0] if counts else None


def _lies_ahead(when: Period | None, published: datetime.date | None) -> bool:
    if when is None:
        return False
    if published is None:
        return when.label.startswith("by ")
    return bool(when.start and when.start > published) or (when.label.startswith("by ") and bool(when.end and when.end > published))


def _figure(draft: Draft) -> Figure:
    context = draft.context
    evidence = tuple(Evidence(name, d.rule, d.start, d.end) for name in FIELDS if (d := draft.decisions.get(name)))
    return Figure(
        document_id=context.document.id,
        document=context.document.name,
        money=context.money,
        sentence=context.text[context.sentence.start : context.sentence.end],
        sentence_start=context.sentence.start,
        page=context.sentence.passage.page,
        evidence=evidence,
        **{name: draft.value(name) for name in FIELDS},
    )
