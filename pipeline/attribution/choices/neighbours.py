"""A second look: figures of one story share their bodies and times, so what was likely for the others speaks for a candidate too."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.attribution.choices.evidence import Candidate
from pipeline.attribution.draft import Draft

T = TypeVar("T")
FLOOR = 0.001  # so that no likelihood is zero
REACH = 50  # figures to either side that count as the story
NEIGHBOURS = (("last", -1), ("next", 1), ("last but one", -2))

Likely = dict[Hashable, float]


def second_look(
    drafts: Sequence[Draft], options: Sequence[Sequence[Candidate[T]]], shares: Sequence[Sequence[float]], name: Callable[[T | None], Hashable]
) -> list[list[Candidate[T]]]:
    """The candidates of each figure with further evidence: how likely they were, and how likely the same value was for the figures around it.

    `shares` are the probabilities of the first look, `name` tells two values of the field apart.
    """
    likely = [dict(zip((name(c.value) for c in candidates), found, strict=True)) for candidates, found in zip(options, shares, strict=True)]
    seen = []
    for i, candidates in enumerate(options):
        others = _others(likely, i)
        further = [
            _alone(share, max(shares[i])) | dict(_around(drafts, likely, i, name(c.value))) | dict(_among(others, name(c.value), drafts[i]))
            for c, share in zip(candidates, shares[i], strict=True)
        ]
        seen.append([replace(c, evidence=c.evidence | more) for c, more in zip(candidates, further, strict=True)])
    return seen


def _alone(share: float, highest: float) -> dict[str, float]:
    """How likely the candidate was by itself."""
    return {"likely": math.log(share + FLOOR)} | ({"likeliest": 1.0} if share == highest else {})


def _others(likely: Sequence[Likely], i: int) -> Likely:
    """How likely the likeliest values of the other figures are, taken together."""
    total: Likely = {}
    for found in (*likely[max(0, i - REACH) : i], *likely[i + 1 : i + 1 + REACH]):
        best = max(found, key=found.__getitem__)
        total[best] = total.get(best, 0.0) + found[best]
    return total


def _around(drafts: Sequence[Draft], likely: Sequence[Likely], i: int, value: Hashable) -> Iterator[tuple[str, float]]:
    here = drafts[i]
    for title, step in NEIGHBOURS:
        if 0 <= i + step < len(drafts):
            other = drafts[i + step]
            share = likely[i + step].get(value, 0.0)
            place = "same sentence" if other.context.sentence is here.context.sentence else "elsewhere"
            same = [field for field in ("measure", "basis") if other.value(field) == here.value(field)]
            yield f"{title}, {place}", share
            yield f"{title}, {place}, same {' and '.join(same) or 'nothing'}", share
            yield f"{title}, {place}, {here.value('measure')} with {other.value('measure')}", share


def _among(others: Likely, value: Hashable, draft: Draft) -> Iterator[tuple[str, float]]:
    total = sum(others.values())
    if total:
        share = others.get(value, 0.0) / total
        yield "share of the figures", share
        yield f"share of the figures | {draft.value('measure')}", share
        if max(others, key=others.__getitem__) == value:
            yield "most of the figures", 1.0
