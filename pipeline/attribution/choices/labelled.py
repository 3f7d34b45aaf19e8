"""Evidence for measure and basis: what the rules say, the cues of the data files, the words around the sum, and what stands about it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

from pipeline.attribution.choices.around import around
from pipeline.attribution.choices.domain import domain
from pipeline.attribution.choices.evidence import Observation
from pipeline.attribution.choices.kinds import kinds
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.choices.words import TOKEN
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.cues import cue_list, distance
from pipeline.attribution.decision import Decision
from pipeline.attribution.draft import Draft
from pipeline.model import Period
from pipeline.plain import plain

LINKED, NEAR, WITHIN = 1, 3, 8  # words from a cue to its sum
LINKS = 5  # words between two sums that say how they belong together
HEADLINE_WORDS = 14
SMALLEST = 0.001  # pounds


def measure_evidence(scene: Scene, i: int) -> list[Observation]:
    """Everything that is observed about what the figure counts."""
    draft = scene.drafts[i]
    return [*_common(scene, i), *_ruled(draft, "measure", domain(scene))]


def basis_evidence(scene: Scene, i: int) -> list[Observation]:
    """Everything that is observed about how the number came to be; its measure is decided."""
    draft = scene.drafts[i]
    when = Observation(f"period {_when(draft.value('period'), scene)}")
    measure = Observation(f"measure {draft.value('measure')}")
    return [*_common(scene, i), *_cues(draft.context, "basis"), *_ruled(draft, "basis", domain(scene)), when, measure]


def _common(scene: Scene, i: int) -> Iterator[Observation]:
    """What both fields look at; all but the neighbours stays as it is."""
    yield from scene.once(f"around {i}", lambda: list(_fixed(scene, scene.drafts[i].context)))
    yield from _neighbours(scene, i)


def _fixed(scene: Scene, context: Context) -> Iterator[Observation]:
    words = scene.words(context.sentence)
    place = words.place(context.money.start)
    if place is not None:
        yield from around(words, place)
        yield from kinds(words, place)
    yield Observation(f"domain {domain(scene)}")
    yield from _setting(context)
    yield from _cues(context, "measure")


def _cues(context: Context, field: str) -> Iterator[Observation]:
    nearest: dict[str, float] = {}
    for cue in context.within_reach(cue_list(field).find(context.text, context.sentence.start, context.sentence.end)):
        far = distance(context.text, cue, context.money.start, context.money.end, context.spans)
        if far is None:
            yield Observation(f"cue of another sum {cue.label}", cue.start, cue.end)
            continue
        nearest[cue.label] = min(far, nearest.get(cue.label, far))
        yield Observation(f"cue {cue.label} {_how_far(far)}", cue.start, cue.end)
        yield Observation(f"cue {cue.label} {'before' if cue.end <= context.money.start else 'after'}", cue.start, cue.end)
    for rank, label in islice(enumerate(sorted(nearest, key=nearest.__getitem__), start=1), 2):
        yield Observation(f"{field} cue {rank} {label}")


def _how_far(far: float) -> str:
    return "linked" if far <= LINKED else "near" if far <= NEAR else "within" if far <= WITHIN else "far"


def _setting(context: Context) -> Iterator[Observation]:
    money = context.money
    size = money.amount or money.low or money.high
    yield Observation("pounds" if money.currency == "GBP" else "foreign")
    yield Observation(f"bound {money.bound.value}")
    yield Observation(f"per {money.per}")
    yield Observation(f"passage {context.sentence.passage.kind.value}")
    if size:
        yield Observation(f"size {int(math.log10(max(float(size), SMALLEST)))}")
    yield from _labels_above(context)
    if context.spans:
        yield Observation(f"sum {min(context.spans.index((money.start, money.end)), 2)} of {min(len(context.spans), 3)}")


def _labels_above(context: Context) -> Iterator[Observation]:
    """Of what the sentence before, the heading and the headline speak."""
    above: tuple[tuple[str, Sentence | None], ...] = (("heading", context.heading), ("headline", context.headline))
    for name, sentence in above:
        if sentence and sentence is not context.sentence:
            yield from (Observation(f"{name} {cue.label}") for cue in cue_list("measure").find(context.text, sentence.start, sentence.end))
    if context.headline and context.headline is not context.sentence:
        for match in islice(TOKEN.finditer(context.text, context.headline.start, context.headline.end), HEADLINE_WORDS):
            if match[0].isalpha():
                yield Observation(f"headline word {plain(match[0])}")
    for sentence in context.previous[-1:]:
        for field in ("measure", "basis"):
            yield from (Observation(f"sentence before {cue.label}") for cue in cue_list(field).find(context.text, sentence.start, sentence.end))


def _neighbours(scene: Scene, i: int) -> Iterator[Observation]:
    """What the sums before and after it are, and the words that link them."""
    here = scene.drafts[i].context
    if i:
        last = scene.drafts[i - 1]
        same = last.context.sentence is here.sentence
        place = "same sentence" if same else "before"
        yield Observation(f"last {place} {last.value('measure')}")
        yield Observation(f"last {place} {last.value('basis')}")
        if same:
            link = " ".join(plain(word) for word in TOKEN.findall(here.text, last.context.money.end, here.money.start)[:LINKS])
            yield Observation(f"link {link}")
            yield Observation(f"link {link} | last {last.value('measure')}")
    if i + 1 < len(scene.drafts) and scene.drafts[i + 1].context.sentence is here.sentence:
        following = scene.drafts[i + 1]
        yield Observation(f"next {following.value('measure')}")
        yield Observation(f"next {following.value('basis')}")


def _ruled(draft: Draft, field: str, of: str) -> Iterator[Observation]:
    decision: Decision[object] | None = draft.decisions.get(field)
    if decision is None:
        yield from _crossed(f"rule {field} none", of)
        return
    value, rule = getattr(decision.value, "value", decision.value), decision.rule.split(": ")[0]
    yield from _crossed(f"rule {value}", of, decision.start, decision.end)
    yield from _crossed(f"rule {value} | {rule} {decision.strength}", of, decision.start, decision.end)


def _crossed(name: str, of: str, start: int | None = None, end: int | None = None) -> Iterator[Observation]:
    """By itself, and in stories of its domain."""
    yield Observation(name, start, end)
    yield Observation(f"{name} | {of}", start, end)


def _when(period: Period | None, scene: Scene) -> str:
    if period is None:
        return "none"
    if period.end is None:
        return "open"
    if scene.published is None:
        return "undated"
    return "ahead" if period.start and period.start > scene.published else "past" if period.end < scene.published else "now"
