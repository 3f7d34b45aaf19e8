"""When: the times that a sum may be about, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.attribution.choices.anchors import Anchor
from pipeline.attribution.choices.calendar import Calendar, kind
from pipeline.attribution.choices.domain import domain
from pipeline.attribution.choices.evidence import Candidate, crossed
from pipeline.attribution.choices.hints import hints_of
from pipeline.attribution.choices.leading import lead_on
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.choices.shapes import describe
from pipeline.attribution.choices.standing import standing
from pipeline.attribution.choices.words import Words
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.dates import days
from pipeline.attribution.draft import Draft
from pipeline.attribution.period import BALANCES, is_elsewhen, nearness
from pipeline.attribution.years import glossed, to_date
from pipeline.model import Period, PeriodMention
from pipeline.plain import plain

EARLIER = 3  # sentences that are looked back to
LENGTHS = (0, 8, 32, 100, 360, 367)  # days
FARTHEST = 20  # half words


def times(scene: Scene, i: int, told_in: list[Anchor]) -> list[Candidate[Period]]:
    """Every time that the sum may be about; one of them is none."""
    draft = scene.drafts[i]
    calendar = Calendar(scene, draft)
    mentions = list(glossed(draft.context))
    _of_the_sentence(calendar, mentions)
    _ruled(calendar, draft)
    _earlier(calendar)
    _above(calendar)
    _none(calendar, draft, len(mentions))
    hints = hints_of(scene, draft.context)
    lead_on(calendar, told_in, hints)
    describe(calendar, told_in, hints)
    return list(calendar.candidates.values())


def _of_the_sentence(calendar: Calendar, mentions: list[PeriodMention]) -> None:
    context = calendar.context
    words = calendar.scene.words(context.sentence)
    place = words.place(context.money.start)
    read_as = mentions if calendar.measure in BALANCES else list(to_date(context, mentions))
    for mention in read_as:
        period = calendar.meant(mention)
        candidate = calendar.at(period)
        candidate.found_at(mention.start, mention.end)
        _stand(calendar, candidate, mention, words, place)
        candidate.add([f"opens with {plain(mention.surface.split()[0])}", f"far {min(FARTHEST, int(nearness(context, mention)))}"])
        calendar.tell(candidate, _about(calendar, mention, period))
        calendar.tell(candidate, _among(context, mention, mentions))


def _stand(calendar: Calendar, candidate: Candidate[Period], mention: PeriodMention, words: Words, place: int | None) -> None:
    found = standing(words, place, mention.start, mention.end)
    if found:
        plain_names = list(found.plain())
        candidate.add(plain_names)
        candidate.add(f"{name} of {kind(mention)}" for name in plain_names if " distance " in name)
        calendar.tell(candidate, (name for name in found.telling() if " verb " not in name))


def _about(calendar: Calendar, mention: PeriodMention, period: Period) -> Iterator[str]:
    yield "in the sentence"
    yield f"kind {kind(mention)}"
    yield f"published {calendar.side_of_publication(period)}"
    yield f"length {sum(days(period) >= edge for edge in LENGTHS)}"
    if is_elsewhen(calendar.context, mention):
        yield "of something else"


def _among(context: Context, mention: PeriodMention, mentions: list[PeriodMention]) -> Iterator[str]:
    if len(mentions) == 1:
        yield "the only time"
    here = context.money.start
    own = _gap(mention, here, context.money.end)
    if any(start != here and _gap(mention, start, end) < own and not (mention.end <= here < start) for start, end in context.spans):
        yield "nearer to another sum"


def _gap(mention: PeriodMention, start: int, end: int) -> int:
    return max(start - mention.end, mention.start - end, 0)


def _ruled(calendar: Calendar, draft: Draft) -> None:
    decision = draft.decisions.get("period")
    if decision:
        candidate = calendar.at(decision.value)
        names = [f"rule {decision.rule.split(': ')[-1]} {decision.strength}", f"rule {calendar.side_of_publication(decision.value)}"]
        candidate.add(crossed(names, domain(calendar.scene)))
        calendar.tell(candidate, ["rule"])
        if decision.start is not None and decision.end is not None:
            candidate.found_at(decision.start, decision.end)


def _earlier(calendar: Calendar) -> None:
    for back, sentence in enumerate(calendar.scene.before(calendar.context.sentence, EARLIER), start=1):
        passage = "same" if sentence.passage is calendar.context.sentence.passage else "other"
        for mention in sentence.times:
            period = calendar.meant(mention)
            candidate = calendar.at(period)
            candidate.found_at(mention.start, mention.end)
            candidate.add([f"{back} back {passage}", f"{back} back {kind(mention)}", *([f"{back} back with a sum"] if sentence.money else [])])
            length = sum(days(period) >= edge for edge in LENGTHS)
            calendar.tell(candidate, [f"{back} back {calendar.side_of_publication(period)}", f"{back} back length {length}"])


def _above(calendar: Calendar) -> None:
    context = calendar.context
    above: tuple[tuple[str, Sentence | None], ...] = (("heading", context.heading), ("headline", context.headline), ("opening", calendar.scene.told[0]))
    for name, sentence in above:
        for mention in sentence.times[:2] if sentence and sentence is not context.sentence else ():
            period = calendar.meant(mention)
            candidate = calendar.at(period)
            candidate.add([f"{name} {kind(mention)}"])
            calendar.tell(candidate, [f"{name} {calendar.side_of_publication(period)}"])
            candidate.found_at(mention.start, mention.end)


def _none(calendar: Calendar, draft: Draft, here: int) -> None:
    none = calendar.at(None)
    before = calendar.scene.before(calendar.context.sentence, 1)
    told = sum(len(sentence.times) for sentence in before)
    names = ["none", f"none of {min(here, 2)}", f"none, {calendar.context.sentence.passage.kind.value}", f"none, before {min(told, 1)}"]
    calendar.tell(none, [*names, f"none by rule {draft.decisions.get('period') is None}", f"none per {calendar.context.money.per}"])
    none.add([f"none, {calendar.measure}", f"none, {domain(calendar.scene)}"])
