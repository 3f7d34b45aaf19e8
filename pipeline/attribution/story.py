"""The passes over one story: each field in its turn, and then what figures of one number, one list or one sentence lend one another."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from pipeline.attribution.bases import decide_bases
from pipeline.attribution.choices.fields import BASIS, COUNTERPARTY, MEASURE, ORGANISATION, PERIOD, LabelField, ValueField
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.draft import Draft
from pipeline.attribution.fiscal import settle_years
from pipeline.attribution.inheritance import inherit
from pipeline.attribution.lending import lend_years
from pipeline.attribution.measure import Last, measure
from pipeline.attribution.parties import decide_parties
from pipeline.attribution.period import period
from pipeline.attribution.speaker import speaker
from pipeline.model import Money
from pipeline.registry import Register

IN_BRACKETS = re.compile(r"\s*[(;/]\s*")


def decide(scene: Scene, register: Register) -> None:
    """Decides every field of the figures of one story, or leaves it open."""
    for apply_rules, field in PASSES:
        apply_rules(scene, register)
        field.decide(scene)
    conversions(scene.drafts)


def _measures(scene: Scene, register: Register) -> None:
    last = None
    for draft in scene.drafts:
        decision = draft.decisions["measure"] = measure(draft.context, last)
        last = Last(draft.context.sentence, decision) if decision else None
    inherit(scene.drafts, "measure")


def _bases(scene: Scene, register: Register) -> None:
    for draft in scene.drafts:
        draft.decisions["speaker"] = speaker(draft.context)
        draft.decisions["period"] = period(draft.context, draft.value("measure"))
    decide_bases(scene.drafts, scene.published)


def _parties_and_years(scene: Scene, register: Register) -> None:
    decide_parties(scene.drafts, scene.told)
    settle_years(scene.drafts, register)
    inherit(scene.drafts, "period")
    lend_years(scene.drafts)


def _nothing_more(scene: Scene, register: Register) -> None:
    """The rules have spoken already."""


# the rules speak, then their answer is weighed; what is decided is known to the rules that follow
PASSES: tuple[tuple[Callable[[Scene, Register], None], LabelField | ValueField], ...] = (
    (_measures, MEASURE),
    (_bases, BASIS),
    (_parties_and_years, PERIOD),
    (_nothing_more, ORGANISATION),
    (_nothing_more, COUNTERPARTY),
)


def conversions(drafts: list[Draft]) -> None:
    """400m euros ($528m; £275m): sums in brackets behind a sum, in other currencies, say the same again."""
    for last, draft in pairwise(drafts):
        if _is_conversion(last.context.money, draft.context.money, draft.context.text):
            draft.decisions = {field: d and replace(d, rule=f"conversion: {d.rule.removeprefix('conversion: ')}") for field, d in last.decisions.items()}


def _is_conversion(first: Money, other: Money, text: str) -> bool:
    return first.currency != other.currency and bool(IN_BRACKETS.fullmatch(text, first.end, other.start))
