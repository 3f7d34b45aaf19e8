"""The weights of evidence, as `make train` learns them, and what they say of candidates."""

from __future__ import annotations

import csv
import functools
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.attribution.choices.evidence import Candidate

FOLDER = Path(__file__).with_name("weights")
EVIDENCE = "evidence"


class Labels:
    """Weights of evidence for each label of a field: a multinomial logistic regression."""

    def __init__(self, labels: Sequence[str], rows: Mapping[str, int], weights: NDArray[np.float32]) -> None:
        self.labels, self.rows, self.weights = tuple(labels), rows, weights

    def probabilities(self, names: Iterable[str]) -> dict[str, float]:
        """The probability of each label, the likeliest first."""
        found = [self.rows[name] for name in dict.fromkeys(names) if name in self.rows]
        shares = softmax(self.weights[found].sum(axis=0).tolist())
        return dict(sorted(zip(self.labels, shares, strict=True), key=lambda option: -option[1]))

    def strongest(self, names: Iterable[str], label: str) -> str | None:
        """The evidence that speaks most for a label."""
        column = self.labels.index(label)
        return max((name for name in names if name in self.rows), key=lambda name: self.weights[self.rows[name], column], default=None)


class Ranking:
    """Weights of evidence about candidates: a conditional logistic regression, whose candidates differ from figure to figure."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def probabilities(self, candidates: Sequence[Candidate[Any]]) -> list[float]:
        """The probability of each candidate, by its evidence."""
        shared = {id(candidate.shared): candidate.shared for candidate in candidates}  # each once
        weighed = {which: self._score(evidence) for which, evidence in shared.items()}
        return softmax([self._score(candidate.evidence) + weighed[id(candidate.shared)] for candidate in candidates])

    def _score(self, evidence: Mapping[str, float]) -> float:
        known, total = self.weights, 0.0
        for name, value in evidence.items():
            weight = known.get(name)
            if weight is not None:
                total += weight * value
        return total


def softmax(scores: Sequence[float]) -> list[float]:
    """Shares of one, in proportion to the exponential of each score.

    >>> [round(share, 2) for share in softmax([0.0, 0.0, 1.0])]
    [0.21, 0.21, 0.58]
    """
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


@functools.cache
def labels(field: str) -> Labels:
    """The shipped weights of a field whose values are labels."""
    with _file(field).open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    weights = np.array([[float(cell or 0) for cell in row[1:]] for row in rows], np.float32)
    return Labels(header[1:], {row[0]: i for i, row in enumerate(rows)}, weights)


@functools.cache
def ranking(field: str) -> Ranking:
    """The shipped weights of a field whose candidates the text names."""
    with _file(field).open(encoding="utf-8", newline="") as lines:
        number = functools.cache(float)  # one object for each number: there are few, and they stay at hand
        return Ranking({sys.intern(row[EVIDENCE]): number(row["weight"]) for row in csv.DictReader(lines)})


def _file(field: str) -> Path:
    return FOLDER / f"{field}.csv"
