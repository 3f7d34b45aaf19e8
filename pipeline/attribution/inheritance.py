"""What figures of one number lend one another: a story repeats its numbers, and says in one place what it leaves out in another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.model import Money

# how many figures away, in either direction, a lender may stand
REACH = 100


def inherit(drafts: list[Draft], field: str) -> None:
    """A figure whose own words decide `field` weakly or not at all takes it from the best-founded figure with the same number."""
    own = [draft.decisions.get(field) for draft in drafts]
    by_number = defaultdict(list)
    for i, draft in enumerate(drafts):
        by_number[_number(draft)].append(i)
    for i, draft in enumerate(drafts):
        if _strength(own[i]) >= (STRONG if draft.context.is_summary else FAIR):
            continue
        candidates = _nearest(range(len(drafts)) if draft.context.is_summary else by_number[_number(draft)], i)
        lenders = [j for j in candidates if j != i and _strength(own[j]) > _strength(own[i]) and _may_lend(drafts[j], draft, field)]
        if lenders:
            lent = own[max(lenders, key=lambda j: (_strength(own[j]), -abs(j - i)))]
            draft.decisions[field] = replace(lent, rule=f"same number: {lent.rule}", strength=WEAK) if lent else None


def _nearest(places: Sequence[int], here: int) -> Sequence[int]:
    """The places round about; a document of thousands of figures is not compared with itself."""
    middle = bisect_left(places, here)
    return places[max(0, middle - REACH) : middle + REACH]


def _number(draft: Draft) -> tuple[object, ...]:
    money = draft.context.money
    return money.currency, money.per, money.amount or (money.low, money.high)


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
    if not may_round or a.low is None or a.high is None or b.low is None or b.high is None:
        return False
    return a.low <= b.high and b.low <= a.high


def _strength(decision: Decision[Any] | None) -> int:
    return decision.strength if decision else 0
