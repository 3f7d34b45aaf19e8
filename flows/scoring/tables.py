"""What an evaluation amounts to: shares by field, how often each rule was right, and whether confidence keeps its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import mean

from flows.scoring.evaluation import FIELDS, MEANING, Evaluation, Found, Pair

DECIDED = ("measure", "basis", "organisation", "counterparty", "period")  # by rules that evidence names
LEFT_OPEN = "not said"  # the rule of a field for which nothing spoke
BANDS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / max(1, self.of)


@dataclass(frozen=True, slots=True)
class RuleTally:
    """How often a rule decided a field of a figure that is in the gold, and how often rightly."""

    rule: str
    decided: int
    right: int

    @property
    def wrong(self) -> int:
        return self.decided - self.right


@dataclass(frozen=True, slots=True)
class Band:
    """The figures whose confidence is at least `low` and below `high` (the last band holds 1): their mean confidence, and how many mean the right thing."""

    low: Decimal
    high: Decimal
    figures: int
    confidence: Decimal
    right: int


def shares(evaluation: Evaluation) -> dict[str, Share]:
    """Precision and recall of figures with the right amount; then over all gold figures that say a field (one that was not found is wrong) how many
    have it right, and as `all4` how many have organisation, measure, basis and period right together. A field that no row says is left out."""
    hits = sum(pair.has_amount for pair in evaluation.pairs)
    found = sum(pair.found is not None for pair in evaluation.pairs) + len(evaluation.spurious)
    table = {"precision": Share(hits, found), "recall": Share(hits, len(evaluation.pairs))}
    for name, fields in (*((field, (field,)) for field in FIELDS), ("all4", MEANING)):
        scored = [pair for pair in evaluation.pairs if pair.scores(*fields)]
        if scored:
            table[name] = Share(sum(pair.is_right(*fields) for pair in scored), len(scored))
    return table


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rules(evaluation: Evaluation) -> dict[str, list[RuleTally]]:
    """For each field the rules that decided it in figures that were found, those with the most errors first."""
    tallied = {field: _tallied(evaluation, field) for field in DECIDED}
    return {field: sorted(found, key=lambda tally: (-tally.wrong, -tally.decided, tally.rule)) for field, found in tallied.items() if found}


def _tallied(evaluation: Evaluation, field: str) -> list[RuleTally]:
    judged = [(_rule(pair.found, field), pair.is_right(field)) for pair in evaluation.pairs if pair.found and pair.scores(field)]
    decided, right = Counter(rule for rule, _ in judged), Counter(rule for rule, is_right in judged if is_right)
    return [RuleTally(rule, number, right[rule]) for rule, number in decided.items()]


def _rule(found: Found, field: str) -> str:
    why = found.why(field)
    return why.rule if why else LEFT_OPEN


def reliability(evaluation: Evaluation) -> list[Band]:
    """Tenths of confidence, the highest first, with the found figures of which the gold says the whole meaning; empty bands are left out.

    Where confidence keeps its word, the share that is right is the mean confidence.
    """
    weighed: dict[int, list[tuple[Decimal, Pair]]] = {}
    for confidence, pair in _weighed(evaluation):
        weighed.setdefault(min(int(confidence * BANDS), BANDS - 1), []).append((confidence, pair))
    return [_band(number, members) for number, members in sorted(weighed.items(), reverse=True)]


def surest_half(evaluation: Evaluation) -> Share:
    """How many of the half with the most confidence have the whole meaning right."""
    weighed = sorted(_weighed(evaluation), key=lambda item: -item[0])
    surest = weighed[: (len(weighed) + 1) // 2]
    return Share(sum(pair.is_right(*MEANING) for _, pair in surest), len(surest))


def _weighed(evaluation: Evaluation) -> Iterator[tuple[Decimal, Pair]]:
    """The found figures that have a confidence, and of which the gold says the whole meaning."""
    for pair in evaluation.pairs:
        confidence = pair.found.figure.confidence if pair.found else None
        if confidence is not None and pair.scores(*MEANING):
            yield confidence, pair


def _band(number: int, members: list[tuple[Decimal, Pair]]) -> Band:
    right = sum(pair.is_right(*MEANING) for _, pair in members)
    average = round(mean(confidence for confidence, _ in members), 3)
    return Band(Decimal(number) / BANDS, Decimal(number + 1) / BANDS, len(members), average, right)
