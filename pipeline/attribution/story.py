"""The passes over one story: each field in its turn, and then what figures of one number, one list or one sentence lend one another."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.attribution.bases import decide_bases
from pipeline.attribution.context import Sentence
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


def decide(drafts: list[Draft], told: Sequence[Sentence], published: datetime.date | None, register: Register) -> None:
    """Decides every field of the drafts of one story, or leaves it open. `told` are all its sentences."""
    _decide_measures(drafts)
    for draft in drafts:
        draft.decisions["speaker"] = speaker(draft.context)
        draft.decisions["period"] = period(draft.context, draft.value("measure"))
    decide_bases(drafts, published)
    decide_parties(drafts, told)
    settle_years(drafts, register)
    inherit(drafts, "period")
    lend_years(drafts)
    _conversions(drafts)


def _decide_measures(drafts: list[Draft]) -> None:
    last = None
    for draft in drafts:
        decision = draft.decisions["measure"] = measure(draft.context, last)
        last = Last(draft.context.sentence, decision) if decision else None
    inherit(drafts, "measure")


def _conversions(drafts: list[Draft]) -> None:
    """400m euros ($528m; £275m): sums in brackets behind a sum, in other currencies, say the same again."""
    for last, draft in pairwise(drafts):
        if _is_conversion(last.context.money, draft.context.money, draft.context.text):
            draft.decisions = {field: d and replace(d, rule=f"conversion: {d.rule}") for field, d in last.decisions.items()}


def _is_conversion(first: Money, other: Money, text: str) -> bool:
    return first.currency != other.currency and bool(IN_BRACKETS.fullmatch(text, first.end, other.start))
