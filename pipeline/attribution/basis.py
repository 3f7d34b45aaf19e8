"""How the number came to be: the basis cue that governs the figure, else what its measure usually is."""

from dataclasses import replace

from pipeline.attribution.context import Context
from pipeline.attribution.cues import Cue, cue_list, distance
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.model import Basis, Measure

POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.GAP, Measure.SHORTFALL, Measure.OVERSPEND, Measure.UNDERSPEND, Measure.INCOME})
VARIANCES = frozenset({Measure.SHORTFALL, Measure.OVERSPEND, Measure.UNDERSPEND})
# what a sum of this kind is unless the text says otherwise
USUAL = {
    Measure.CONTROL_TOTAL: Basis.PLAN,
    Measure.BUDGET: Basis.PLAN,
    Measure.GAP: Basis.HYPOTHETICAL,
    Measure.INVESTMENT: Basis.AGREED,
    Measure.FUNDING: Basis.AGREED,
    Measure.LOAN: Basis.AGREED,
    Measure.CONTRIBUTION: Basis.REQUESTED,
}
NEAR, FAR = 4.0, 14.0


def basis(context: Context, measure: Measure | None, period_ahead: bool, last: Decision[Basis] | None) -> Decision[Basis]:
    """`period_ahead`: the figure's period had not begun when the document was published. `last`: of the sum before it, of the same measure."""
    best: tuple[float, Cue] | None = None
    for cue in context.within_reach(cue_list("basis").find(context.text, context.sentence.start, context.sentence.end)):
        far = distance(context.text, cue, context.money.start, context.money.end, context.spans)
        if far is not None and far <= FAR and _applies(context.text[cue.start : cue.end], cue.label, measure) and (best is None or far < best[0]):
            best = far, cue
    if measure is Measure.CONTROL_TOTAL:
        return Decision(Basis.PLAN, "a control total is a plan", STRONG)
    if best:
        far, cue = best
        label = _of_position(context.text[cue.start : cue.end]) if measure in POSITIONS and cue.label == "agreed" else Basis(cue.label)
        return Decision(label, "nearest cue", STRONG if far <= NEAR else FAIR, cue.start, cue.end)
    if last:
        return replace(last, rule="as the sum before", strength=WEAK)
    if period_ahead and measure is not None:
        return Decision(Basis.PLAN, "its period lies ahead", WEAK)
    return Decision(USUAL.get(measure, Basis.ACTUAL) if measure else Basis.ACTUAL, "usual for its measure", WEAK)


def _of_position(words: str) -> Basis:
    """A deficit that was agreed is a plan; one that was announced has come."""
    return Basis.PLAN if words.lower().startswith(("agree", "approve", "sign", "commit", "pledge", "promise", "set")) else Basis.ACTUAL


def _applies(words: str, label: str, measure: Measure | None) -> bool:
    """A variance is measured against a plan, so the plan's words say nothing of it, and a debt is as it stands; nobody asks for a deficit, or needs one."""
    if measure in (*VARIANCES, Measure.DEBT) and label in ("plan", "agreed"):
        return False
    return not (measure in POSITIONS and (label == "requested" or words.lower().startswith("need")))
