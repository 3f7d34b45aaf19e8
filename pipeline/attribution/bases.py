"""The bases of one story's figures: each by its own words, else by those of the figure or the words that it leans on."""

import datetime
from bisect import bisect_right
from typing import Any

from pipeline.attribution.basis import VARIANCES, basis
from pipeline.attribution.cues import cue_list
from pipeline.attribution.decision import WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.attribution.inheritance import inherit
from pipeline.model import Basis, Measure, PassageKind, Period


def decide_bases(drafts: list[Draft], published: datetime.date | None) -> None:
    """Decides the basis of every draft of a story; measures and periods are decided already."""
    for i, draft in enumerate(drafts):
        lent = (
            _lender_of_measure(drafts, draft)
            or _introduced(draft)
            or _position_before(drafts[max(0, i - 4) : i], draft)
            or _before_in_list(drafts[i - 1] if i else None, draft)
        )
        draft.decisions["basis"] = basis(draft.context, draft.value("measure"), _lies_ahead(draft.value("period"), published), lent)
    inherit(drafts, "basis")


def _lender_of_measure(drafts: list[Draft], draft: Draft) -> Decision[Any] | None:
    """The basis of the sum whose sentence gave this one its measure."""
    noun = draft.decisions["measure"]
    if noun is None or noun.start is None:
        return None
    place = bisect_right(drafts, noun.start, key=lambda d: d.context.sentence.start) - 1
    sentence = drafts[place].context.sentence if place >= 0 else draft.context.sentence
    return drafts[place].decisions.get("basis") if sentence is not draft.context.sentence and noun.start < sentence.end else None


def _introduced(draft: Draft) -> Decision[Any] | None:
    """The basis of the words over a list: "Working together has brought some money in. The partnership lists:"."""
    if draft.context.sentence.passage.kind is not PassageKind.BULLET:
        return None
    over = [s for s in draft.context.previous if s.passage.kind is PassageKind.PARAGRAPH][-2:]
    cues = [cue for s in over for cue in cue_list("basis").find(draft.context.text, s.start, s.end)]
    return Decision(Basis(cues[-1].label), "words over the list", WEAK, cues[-1].start, cues[-1].end) if cues else None


def _before_in_list(last: Draft | None, draft: Draft) -> Decision[Any] | None:
    """The basis of the sum before, of one measure, where it stands in the same sentence, in the one before, or in one list."""
    if last is None or last.value("measure") != draft.value("measure"):
        return None
    here, there = draft.context.sentence, last.context.sentence
    one_list = here.passage.kind is there.passage.kind is PassageKind.BULLET
    near = here is there or (here.passage == there.passage and there in draft.context.previous[-1:]) or one_list
    return last.decisions.get("basis") if near else None


def _position_before(before: list[Draft], draft: Draft) -> Decision[Any] | None:
    """A distance from plan came to be as the position did: "the forecast deficit is £48m against a plan of £15m, a variance of £33m"."""
    if draft.value("measure") not in VARIANCES:
        return None
    here = [d for d in before if d.context.sentence is draft.context.sentence and d.value("measure") in (Measure.DEFICIT, Measure.SURPLUS)]
    return next((d.decisions["basis"] for d in reversed(here) if d.value("basis") is not Basis.PLAN), None)


def _lies_ahead(when: Period | None, published: datetime.date | None) -> bool:
    if when is None:
        return False
    by_then = when.label.startswith("by ")
    if published is None:
        return by_then
    return bool(when.start and when.start > published) or (by_then and bool(when.end and when.end > published))
