"""What figures of one number lend one another: a story repeats its numbers, and says in one place what it leaves out in another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.attribution.decision import FAIR, STRONG, WEAK
from pipeline.model import Money

if TYPE_CHECKING:
    from pipeline.attribution.attribute import Draft


def inherit(drafts: list[Draft], field: str) -> None:
    """A figure whose own words decide `field` weakly or not at all takes it from the best-founded figure with the same number."""
    own = [draft.decisions.get(field) for draft in drafts]
    for i, draft in enumerate(drafts):
        decision = own[i]
        wanted = STRONG if draft.context.is_summary else FAIR
        if decision is not None and decision.strength >= wanted:
            continue
        donors = [j for j in range(len(drafts)) if j != i and _may_lend(drafts[j], draft, field)]
        best = max(donors, key=lambda j: (_strength(own[j]), -abs(j - i)), default=None)
        if best is not None and _strength(own[best]) > _strength(decision):
            lent = own[best]
            assert lent is not None  # noqa: S101 - a donor without a decision has strength 0
            draft.decisions[field] = replace(lent, rule=f"same number: {lent.rule}", strength=WEAK)


def _may_lend(donor: Draft, draft: Draft, field: str) -> bool:
    if not _same_number(donor.context.money, draft.context.money, draft.context.is_summary):
        return False
    # a number may recur by chance: who and when are lent only between figures of one measure and basis
    same_thing = all(donor.value(key) == draft.value(key) for key in ("measure", "basis"))
    return field in ("measure", "basis") or same_thing or draft.context.is_summary


def _same_number(a: Money, b: Money, may_round: bool) -> bool:
    if a.currency != b.currency or a.per != b.per:
        return False
    if a.amount is not None and a.amount == b.amount:
        return True
    return may_round and None not in (a.low, a.high, b.low, b.high) and a.low <= b.high and b.low <= a.high  # type: ignore[operator]


def _strength(decision: object) -> int:
    return getattr(decision, "strength", 0)
