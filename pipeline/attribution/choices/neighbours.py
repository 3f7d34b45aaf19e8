"""A second look: figures of one story share their bodies and times, so what was likely for the others speaks for a candidate too."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from pipeline.attribution.choices.evidence import Candidate
from pipeline.attribution.context import Context
from pipeline.attribution.draft import Draft

T = TypeVar("T")
FLOOR = 0.001  # so that no likelihood is zero
MOST = 6  # candidates that are looked at again, the likeliest first
REACH = 50  # figures to either side that count as the story
JOINT = re.compile(r"\W{0,3}([a-z]{0,12}(?: [a-z]{1,12}){0,2})\W{0,3}", re.IGNORECASE)
BESIDE = 150  # characters
NEIGHBOURS = (("last", -1), ("next", 1), ("last but one", -2))

Likely = dict[Hashable, float]


def second_look(
    drafts: Sequence[Draft], options: Sequence[Sequence[Candidate[T]]], shares: Sequence[Sequence[float]], name: Callable[[T | None], Hashable]
) -> list[list[Candidate[T]]]:
    """The likeliest candidates of each figure with further evidence: how likely they were, and how likely the same value was for the figures around it.

    `shares` are the probabilities of the first look, `name` tells two values of the field apart.
    """
    likely = [dict(zip((name(c.value) for c in candidates), found, strict=True)) for candidates, found in zip(options, shares, strict=True)]
    seen = []
    for i, candidates in enumerate(options):
        company, others, highest = _company_shares(drafts, likely, i), list(_around(drafts, likely, i)), max(shares[i])
        again = []
        for share, candidate in sorted(zip(shares[i], candidates, strict=True), key=lambda option: -option[0])[:MOST]:
            value = name(candidate.value)
            further = _alone(share, share == highest) | _beside(others, value) | dict(_among(company, value, drafts[i]))
            again.append(Candidate(candidate.value, candidate.evidence | further, candidate.start, candidate.end))
        seen.append(again)
    return seen


def _alone(share: float, is_highest: bool) -> dict[str, float]:
    """How likely the candidate was by itself."""
    return {"likely": math.log(share + FLOOR)} | ({"likeliest": 1.0} if is_highest else {})


def _beside(others: Sequence[tuple[tuple[str, ...], Likely]], value: Hashable) -> dict[str, float]:
    """How likely the value was for the figures beside it, each under all its names."""
    return {title: likely.get(value, 0.0) for titles, likely in others for title in titles}


def _company_shares(drafts: Sequence[Draft], likely: Sequence[Likely], i: int) -> dict[str, Likely]:
    """How likely the likeliest values of the other figures are, taken together: of all, of those of the passage, and of those that count the same."""
    total: dict[str, Likely] = {}
    for k in (*range(max(0, i - REACH), i), *range(i + 1, min(len(drafts), i + 1 + REACH))):
        best = max(likely[k], key=likely[k].__getitem__)
        for name in _company(drafts[k], drafts[i]):
            found = total.setdefault(name, {})
            found[best] = found.get(best, 0.0) + likely[k][best]
    return total


def _company(other: Draft, here: Draft) -> Iterator[str]:
    yield "figures"
    if other.context.sentence.passage is here.context.sentence.passage:
        yield "figures of the passage"
    if other.value("measure") == here.value("measure"):
        yield "figures of the measure"


def _around(drafts: Sequence[Draft], likely: Sequence[Likely], i: int) -> Iterator[tuple[tuple[str, ...], Likely]]:
    """The figures beside one: how each stands to it, in several words, and how likely each value was for it."""
    here = drafts[i]
    for title, step in NEIGHBOURS:
        if 0 <= i + step < len(drafts):
            other = drafts[i + step]
            place = "same sentence" if other.context.sentence is here.context.sentence else "elsewhere"
            same = " and ".join(field for field in ("measure", "basis") if other.value(field) == here.value(field)) or "nothing"
            measures = f"{here.value('measure')} with {other.value('measure')}"
            stands = (place, between(other.context, here.context), f"{place}, same {same}", f"{place}, {measures}")
            yield tuple(f"{title}, {how}" for how in stands), likely[i + step]


def between(one: Context, other: Context) -> str:
    """What stands between two sums: the joint in one sentence, else how far the sentences lie apart; and whether somebody else is named there."""
    first, second = sorted((one, other), key=lambda context: context.money.start)
    low, high = first.money.end, second.money.start
    named = any(low <= m.start < high for sentence in (first.sentence, second.sentence) for m in sentence.bodies)
    others = "with others between" if named else "with nobody between"
    if first.sentence is second.sentence:
        joint = JOINT.fullmatch(first.text, low, high)
        return f"joined by {joint[1].lower()}" if joint else f"same sentence, {others}"
    passage = "passage" if first.sentence.passage is second.sentence.passage else "text"
    return f"{'next sentence' if high - low <= BESIDE else 'further on'} of the {passage}, {others}"


def _among(company: dict[str, Likely], value: Hashable, draft: Draft) -> Iterator[tuple[str, float]]:
    measure = draft.value("measure")
    for name, found in company.items():
        share = found.get(value, 0.0) / sum(found.values())
        yield f"share of the {name}", share
        yield f"share of the {name} | {measure}", share
        if share and max(found, key=found.__getitem__) == value:
            yield f"most of the {name}", 1.0
