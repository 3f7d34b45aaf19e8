"""When: the times that a sum may be about, with what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.attribution.choices.anchors import Anchor
from pipeline.attribution.choices.bodies import group
from pipeline.attribution.choices.derived import days, derived
from pipeline.attribution.choices.evidence import Candidate, crossed
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.choices.standing import standing
from pipeline.attribution.choices.words import Words, plain
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.draft import Draft
from pipeline.attribution.period import BALANCES, POSITIONS, is_elsewhen, nearness
from pipeline.attribution.years import glossed, of_the_year, to_date
from pipeline.model import Measure, Period, PeriodMention

EARLIER = 3  # sentences that are looked back to, and two whose times may lead to others
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
# words of the sentence that tell which of a year's times is meant
HINTS = {
    "to date": r"year[- ]to[- ]date|\bYTD\b|so far|to date|cumulative",
    "full year": r"full[- ]year|year[- ]end|outturn|for the year|end of the year|the year as a whole|annual",
    "in month": r"\bin[- ]month\b|in the month|for the month|monthly",
    "that": r"\b(?:that|the same) (?:year|period|month)",
    "now": r"\bnow\b|currently|at present|stands? at",
    "year before": r"a year (?:earlier|ago|before)|previous year|last year|year before|prior year",
    "next year": r"next year|coming year",
    "part": r"half|quarter",
    "forecast": r"forecast|expect|project|on course|predict",
    "past": r"\b(?:was|were|had|ended|closed|finished|made|lost|recorded|reported)\b",
    "future": r"\b(?:will|would|could)\b",
    "at": r"\bat the end of|as at|at \d|balance",
}
_KINDS = {name: re.compile(pattern) for name, pattern in KINDS.items()}
_HINTS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in HINTS.items()}
PUBLIC = re.compile(r"\b(?:NHS|CCG|ICB|STP|PCT|[Cc]ouncil|[Tt]rust|hospital|[Aa]uthority|University|police)\b")
BESIDE = 50  # characters
LENGTHS = (0, 8, 32, 100, 360, 367)  # days
FARTHEST = 20  # half words

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
    _derived(calendar, told_in)
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
        candidate.add([f"rule {decision.rule.split(': ')[-1]} {decision.strength}", f"rule {calendar.side_of_publication(decision.value)}"])
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
    none.add([f"none, {calendar.measure}"])


def _derived(calendar: Calendar, told_in: list[Anchor]) -> None:
    """Times that others lead to, by the hints of the sentence."""
    context = calendar.context
    here, hints = context.sentence, list(_hints(calendar))
    for mention in here.times:
        side = "before" if mention.end <= context.money.start else "after"
        far = sum(_gap(mention, context.money.start, context.money.end) >= edge for edge in (15, BESIDE))
        for step, period in derived(mention.period):
            if step != "same":
                candidate = calendar.at(period)
                _lead(calendar, candidate, f"in the sentence, {step}", hints)
                candidate.add([f"{step}, {side} {far} {kind(mention)}"])
                candidate.found_at(mention.start, mention.end)
    for back, sentence in enumerate(calendar.scene.before(here, EARLIER - 1), start=1):
        for mention in sentence.times:
            for step, period in derived(mention.period):
                _lead(calendar, calendar.at(period), f"{back} back, {step}", hints)
    for anchor, anchored in told_in:
        for step, period in derived(anchored):
            if anchor != "published" or step not in ("same", "as at its end"):
                _lead(calendar, calendar.at(period), f"{anchor}, {step}", hints)


def _lead(calendar: Calendar, candidate: Candidate[Period], step: str, hints: list[str]) -> None:
    calendar.tell(candidate, [step])
    candidate.add(f"{step} | {hint}" for hint in hints)


def _hints(calendar: Calendar) -> Iterator[str]:
    """Which hints the sentence gives, those beside the sum apart, and whether the story is of public bodies."""
    context, text = calendar.context, calendar.context.text
    low, high = max(context.sentence.start, context.money.start - BESIDE), min(context.sentence.end, context.money.end + BESIDE)
    found = [name for name, pattern in _HINTS.items() if pattern.search(text, context.sentence.start, context.sentence.end)]
    yield from found or ["no hint"]
    yield from (f"beside {name}" for name in found if _HINTS[name].search(text, low, high))
    yield f"times {min(2, len(context.sentence.times))}"
    story = context.sentence.story
    yield "public" if PUBLIC.search(text, story.start, story.end) else "private"


def kind(mention: PeriodMention) -> str:
    """What kind of words name a time."""
    surface = mention.surface.lower()
    return "+".join(name for name, pattern in _KINDS.items() if pattern.search(surface)) or "other"
