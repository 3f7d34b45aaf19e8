"""Chooses the value of each field by the weights, with its confidence and the alternatives that lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from pipeline.attribution.choices.evidence import Candidate, Observation
from pipeline.attribution.choices.weights import Labels
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.model import Alternative

T = TypeVar("T")
WEIGHED = "weighed words"
SURE, LIKELY = 0.9, 0.6  # from which a choice is as good as words tied to the figure, or as those of its sentence
MENTIONED = 0.02  # below it an alternative is not worth telling
MOST = 3  # alternatives that are told


def choose_label(draft: Draft, field: str, kind: Callable[[str], T], observed: Sequence[Observation], weights: Labels) -> None:
    """Decides measure or basis; the rules' decision keeps its name where the weights agree with it."""
    shares = weights.probabilities(o.name for o in observed)
    label, confidence = next(iter(shares.items()))
    told = [Alternative(other, _decimal(share)) for other, share in list(shares.items())[1:] if share >= MENTIONED][:MOST]
    ruled = draft.decisions.get(field)
    if ruled is not None and ruled.value == kind(label):
        chosen: Decision[T] = replace(ruled, strength=max(ruled.strength, _strength(confidence)))
    else:
        name = weights.strongest((o.name for o in observed if o.start is not None), label)
        seen = next((o for o in observed if o.name == name), Observation(""))
        chosen = Decision(kind(label), WEIGHED, _strength(confidence), seen.start, seen.end)
    draft.decisions[field] = replace(chosen, confidence=_decimal(confidence), alternatives=tuple(told))


def choose_value(draft: Draft, field: str, candidates: Sequence[Candidate[Any]], shares: Sequence[float], show: Callable[[Any], str]) -> None:
    """Decides a field whose values the text names; None is a decision too."""
    ranked = sorted(zip(candidates, shares, strict=True), key=lambda option: -option[1])
    (best, confidence), rest = ranked[0], ranked[1:]
    told = [Alternative(show(c.value) if c.value else None, _decimal(share)) for c, share in rest if share >= MENTIONED][:MOST]
    ruled = draft.decisions.get(field)
    if ruled is not None and ruled.value == best.value:
        chosen: Decision[Any] = replace(ruled, strength=max(ruled.strength, _strength(confidence)))
    else:
        chosen = Decision(best.value, WEIGHED if best.value else "not said", _strength(confidence), best.start, best.end)
    draft.decisions[field] = replace(chosen, confidence=_decimal(confidence), alternatives=tuple(told))


def _strength(confidence: float) -> int:
    return STRONG if confidence >= SURE else FAIR if confidence >= LIKELY else WEAK


def _decimal(share: float) -> Decimal:
    return Decimal(f"{share:.3f}")
