"""What is being counted: the measure cue that stands nearest to the figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.attribution.comparatives import is_comparative
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.cues import cue_list, distance
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.model import Measure, PassageKind

NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Last:
    """The sum before: its sentence and its measure."""

    sentence: Sentence
    decision: Decision[Measure]


def measure(context: Context, last: Last | None) -> Decision[Measure] | None:
    """The nearest cue of the sentence; else what the sentences before it, the heading above it, or the headline are about.

    `last` is the sum before, with its sentence and its measure: "£1.3m for X" and then "£2m for Y".
    """
    if last and last.sentence is context.sentence and is_comparative(context):
        return replace(last.decision, rule="as the sum that it compares")
    return _nearest(context) or _introduced(context, last)


def _nearest(context: Context) -> Decision[Measure] | None:
    money, best = context.money, None
    for cue in context.within_reach(cue_list("measure").find(context.text, context.sentence.start, context.sentence.end)):
        far = distance(context.text, cue, money.start, money.end, context.spans)
        if far is not None and (best is None or far < best[0]):
            best = far, cue
    if best is None:
        return None
    far, cue = best
    return Decision(Measure(cue.label), "nearest cue", STRONG if far <= NEAR else FAIR, cue.start, cue.end)


def _introduced(context: Context, last: Last | None) -> Decision[Measure] | None:
    if last and last.sentence is context.sentence:
        return replace(last.decision, rule="as the sum before", strength=WEAK)
    for sentence in _leading_up_to(context):
        if last and last.sentence is sentence:
            return replace(last.decision, rule="as the sum before", strength=WEAK)
        # a cue of negative weight ("position") needs its sum beside it
        if cues := [cue for cue in cue_list("measure").find(context.text, sentence.start, sentence.end) if cue.weight >= 0]:
            return Decision(Measure(cues[-1].label), "sentence before", WEAK, cues[-1].start, cues[-1].end)
    return None


def _leading_up_to(context: Context) -> Iterator[Sentence]:
    """What introduces a sentence, the nearest first; a bullet looks to the bullets above it and to the words over the list."""
    if context.sentence.passage.kind is not PassageKind.BULLET:
        yield from reversed(context.previous)
    else:
        above = takewhile(lambda s: s.passage.kind is PassageKind.BULLET, reversed(context.previous))
        yield from above
        yield from (s for s in context.previous[-1:] if context.text[s.end - 1] == ":")
    yield from (s for s in (context.heading, context.headline) if s)
