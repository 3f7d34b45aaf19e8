"""Chooses the value of each field by the weights, with its confidence and the alternatives that lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from pipeline.attribution.choices.evidence import Candidate, Observation
from pipeline.attribution.choices.weights import Labels
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.model import Alternative

T = TypeVar("T")
WEIGHED, NOT_SAID = "weighed words", "not said"
# likelihoods are drawn together by it: on articles that were kept back, figures said to be right in 6 of 10 cases then are
TEMPERATURE = 1.25
SURE, LIKELY = 0.9, 0.6  # from which a choice is as good as words tied to the figure, or as those of its sentence
MENTIONED = 0.02  # below it an alternative is not worth telling
MOST = 3  # alternatives that are told


def choose_label(draft: Draft, field: str, kind: Callable[[str], T], observed: Sequence[Observation], weights: Labels) -> None:
    """Decides measure or basis; the rules' decision keeps its name where the weights agree with it."""
    shares = weights.probabilities(o.name for o in observed)
    ruled: Decision[T] | None = draft.decisions.get(field)
    ranked = sorted(zip(shares, _tempered(shares.values()), strict=True), key=lambda option: -option[1])
    label, confidence = ranked[0]
    if ruled is not None and ruled.value == label:
        chosen = replace(ruled, strength=max(ruled.strength, _strength(confidence)))
    else:
        name = weights.strongest((o.name for o in observed if o.start is not None), label)
        seen = next((o for o in observed if o.name == name), Observation(""))
        chosen = Decision(kind(label), WEIGHED, _strength(confidence), seen.start, seen.end)
    draft.decisions[field] = replace(chosen, confidence=_decimal(confidence), alternatives=_told(ranked[1:]))


def choose_value(draft: Draft, field: str, candidates: Sequence[Candidate[Any]], shares: Sequence[float], show: Callable[[Any], str]) -> None:
    """Decides a field whose values the text names; None is a decision too."""
    ruled: Decision[Any] | None = draft.decisions.get(field)
    ranked = sorted(zip(candidates, _tempered(shares), strict=True), key=lambda option: -option[1])
    best, confidence = ranked[0]
    if ruled is not None and ruled.value == best.value:
        chosen = replace(ruled, strength=max(ruled.strength, _strength(confidence)))
    else:
        chosen = Decision(best.value, WEIGHED if best.value else NOT_SAID, _strength(confidence), best.start, best.end)
    others = [(None if c.value is None else show(c.value), share) for c, share in ranked[1:]]
    draft.decisions[field] = replace(chosen, confidence=_decimal(confidence), alternatives=_told(others))


def _tempered(shares: Iterable[float]) -> list[float]:
    drawn = [share ** (1 / TEMPERATURE) for share in shares]
    total = sum(drawn)
    return [share / total for share in drawn]


def _told(others: Sequence[tuple[str | None, float]]) -> tuple[Alternative, ...]:
    return tuple(Alternative(value, _decimal(share)) for value, share in others if share >= MENTIONED)[:MOST]


def _strength(confidence: float) -> int:
    return STRONG if confidence >= SURE else FAIR if confidence >= LIKELY else WEAK


def _decimal(share: float) -> Decimal:
    return Decimal(f"{share:.3f}")
