"""The passes over one story: each field in its turn, and then what figures of one number, one list or one sentence lend one another."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from pipeline.attribution.basis import VARIANCES, basis
from pipeline.attribution.context import Sentence
from pipeline.attribution.decision import WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.attribution.inheritance import inherit
from pipeline.attribution.measure import Last, measure
from pipeline.attribution.parties import decide_parties
from pipeline.attribution.period import period
from pipeline.attribution.speaker import speaker
from pipeline.model import Basis, Measure, Money, Organisation, PassageKind, Period

POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.SHORTFALL, Measure.OVERSPEND, Measure.CONTROL_TOTAL})
IN_BRACKETS = re.compile(r"\s*[(;/]\s*")


def decide(drafts: list[Draft], told: Sequence[Sentence], published: datetime.date | None) -> None:
    """Decides every field of the drafts of one story, or leaves it open. `told` are all its sentences."""
    _decide_measures(drafts)
    for draft in drafts:
        draft.decisions["speaker"] = speaker(draft.context)
        draft.decisions["period"] = period(draft.context, draft.value("measure"))
    _decide_bases(drafts, published)
    decide_parties(drafts, told)
    inherit(drafts, "period")
    _year_of_the_story(drafts)
    _conversions(drafts)


def _decide_measures(drafts: list[Draft]) -> None:
    last = None
    for draft in drafts:
        decision = draft.decisions["measure"] = measure(draft.context, last)
        last = Last(draft.context.sentence, decision) if decision else None
    inherit(drafts, "measure")


def _decide_bases(drafts: list[Draft], published: datetime.date | None) -> None:
    for i, draft in enumerate(drafts):
        lent = _lender_of_measure(drafts, draft) or _position_before(drafts[max(0, i - 4) : i], draft) or _before_in_list(drafts[i - 1] if i else None, draft)
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


def _year_of_the_story(drafts: list[Draft]) -> None:
    """A position without a time is of the one year that the story tells of this body's positions."""
    told: dict[Organisation, set[Period]] = {}
    for draft in drafts:
        when, body = draft.value("period"), draft.value("organisation")
        if draft.value("measure") in POSITIONS and body and when and when.start and when.end:
            told.setdefault(body, set()).add(when)
    for draft in drafts:
        years = told.get(draft.value("organisation"), set())
        if draft.value("measure") in POSITIONS and draft.value("period") is None and len(years) == 1:
            draft.decisions["period"] = Decision(next(iter(years)), "the year that the story tells of", WEAK)


def _conversions(drafts: list[Draft]) -> None:
    """400m euros ($528m; £275m): sums in brackets behind a sum, in other currencies, say the same again."""
    for last, draft in pairwise(drafts):
        if _is_conversion(last.context.money, draft.context.money, draft.context.text):
            draft.decisions = {field: d and replace(d, rule=f"conversion: {d.rule}") for field, d in last.decisions.items()}


def _is_conversion(first: Money, other: Money, text: str) -> bool:
    return first.currency != other.currency and bool(IN_BRACKETS.fullmatch(text, first.end, other.start))
