"""What is being counted: the measure cue that stands nearest to the figure."""

from dataclasses import replace

from pipeline.attribution.context import Context
from pipeline.attribution.cues import cue_list, distance
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.model import Measure

NEAR = 3.0


def measure(context: Context, last: Decision[Measure] | None) -> Decision[Measure] | None:
    """The nearest cue of the sentence; else the measure of the sum before it (`last`), or the words that introduce a list."""
    return _nearest(context, context.sentence.start, context.sentence.end) or _carried(last) or _introduced(context)


def _carried(last: Decision[Measure] | None) -> Decision[Measure] | None:
    return replace(last, rule="as the sum before", strength=WEAK) if last else None


def _nearest(context: Context, start: int, end: int) -> Decision[Measure] | None:
    money, best = context.money, None
    for cue in cue_list("measure").find(context.text, start, end):
        far = distance(context.text, cue, money.start, money.end, context.spans)
        if far is not None and (best is None or far < best[0]):
            best = far, cue
    if best is None:
        return None
    far, cue = best
    return Decision(Measure(cue.label), "nearest cue", STRONG if far <= NEAR else FAIR, cue.start, cue.end)


def _introduced(context: Context) -> Decision[Measure] | None:
    """A bullet or a bare sentence takes its noun from the last sentence before it that has one."""
    for sentence in reversed(context.previous):
        cues = list(cue_list("measure").find(context.text, sentence.start, sentence.end))
        if cues:
            return Decision(Measure(cues[-1].label), "sentence before", WEAK, cues[-1].start, cues[-1].end)
    return None
