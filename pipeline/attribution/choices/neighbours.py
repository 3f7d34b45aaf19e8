"""A second look: figures of one story share their bodies and times, so what was likely for the others speaks for a candidate too."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Sequence
from operator import itemgetter
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
Beside = tuple[list[str], Likely]  # how a figure stands to the one before or after it, in several words, and how likely each value was for it


def second_look(
    drafts: Sequence[Draft], options: Sequence[Sequence[Candidate[T]]], shares: Sequence[Sequence[float]], name: Callable[[T | None], Hashable]
) -> list[list[Candidate[T]]]:
    """The likeliest candidates of each figure with further evidence: how likely they were, and how likely the same value was for the figures around it.

    `shares` are the probabilities of the first look, `name` tells two values of the field apart.
    """
    story = _Story(drafts, [dict(zip((name(c.value) for c in candidates), found, strict=True)) for candidates, found in zip(options, shares, strict=True)])
    seen = []
    for i, candidates in enumerate(options):
        others, company, highest = story.beside(i), story.company(i), max(shares[i])
        again = []
        for share, candidate in sorted(zip(shares[i], candidates, strict=True), key=lambda option: -option[0])[:MOST]:
            value = name(candidate.value)
            evidence = candidate.evidence | _alone(share, share == highest) | _beside(others, value)
            for each in company:
                each.tell(value, evidence)
            again.append(Candidate(candidate.value, evidence, candidate.start, candidate.end, candidate.shared))
        seen.append(again)
    return seen


def _alone(share: float, is_highest: bool) -> dict[str, float]:
    """How likely the candidate was by itself."""
    return {"likely": math.log(share + FLOOR)} | ({"likeliest": 1.0} if is_highest else {})


def _beside(others: Sequence[Beside], value: Hashable) -> dict[str, float]:
    """How likely the value was for the figures beside it, each under all its names."""
    return {title: share for titles, likely in others for share in (likely.get(value, 0.0),) for title in titles}


class _Company:
    """The likeliest values of other figures of the story, taken together."""

    def __init__(self, name: str, measure: object, found: Likely) -> None:
        self.share, self.share_of_measure, self.most = f"share of the {name}", f"share of the {name} | {measure}", f"most of the {name}"
        self.found, self.total, self.best = found, sum(found.values()), max(found, key=found.__getitem__)

    def tell(self, value: Hashable, evidence: dict[str, float]) -> None:
        """Adds how much of the company a value has."""
        share = self.found.get(value, 0.0) / self.total
        evidence[self.share] = evidence[self.share_of_measure] = share
        if share and self.best == value:
            evidence[self.most] = 1.0


class _Story:
    """What was decided and what was likely for the figures of a story."""

    def __init__(self, drafts: Sequence[Draft], likely: Sequence[Likely]) -> None:
        self.contexts, self.likely = [draft.context for draft in drafts], likely
        self.measures, self.bases = [draft.value("measure") for draft in drafts], [draft.value("basis") for draft in drafts]
        self.best = [max(found.items(), key=itemgetter(1)) for found in likely]

    def company(self, i: int) -> list[_Company]:
        """The other figures, and those of them that stand in the same passage, and that count the same."""
        figures, of_the_passage, of_the_measure = Likely(), Likely(), Likely()
        passage, measure = self.contexts[i].sentence.passage, self.measures[i]
        for k in (*range(max(0, i - REACH), i), *range(i + 1, min(len(self.best), i + 1 + REACH))):
            value, share = self.best[k]
            figures[value] = figures.get(value, 0.0) + share
            if self.contexts[k].sentence.passage is passage:
                of_the_passage[value] = of_the_passage.get(value, 0.0) + share
            if self.measures[k] == measure:
                of_the_measure[value] = of_the_measure.get(value, 0.0) + share
        named = (("figures", figures), ("figures of the passage", of_the_passage), ("figures of the measure", of_the_measure))
        return [_Company(name, measure, found) for name, found in named if found]

    def beside(self, i: int) -> list[Beside]:
        """The figures beside one."""
        return [(self._standing(title, i, i + step), self.likely[i + step]) for title, step in NEIGHBOURS if 0 <= i + step < len(self.likely)]

    def _standing(self, title: str, i: int, k: int) -> list[str]:
        here, other = self.contexts[i], self.contexts[k]
        place = "same sentence" if other.sentence is here.sentence else "elsewhere"
        pairs = (("measure", self.measures), ("basis", self.bases))
        same = " and ".join(field for field, values in pairs if values[i] == values[k]) or "nothing"
        stands = (place, between(other, here), f"{place}, same {same}", f"{place}, {self.measures[i]} with {self.measures[k]}")
        return [f"{title}, {how}" for how in stands]


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
