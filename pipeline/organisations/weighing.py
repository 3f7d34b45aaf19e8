"""How likely a name is that of a body: a logistic regression over its evidence, whose weights stand in `weights.csv`."""

from __future__ import annotations

import csv
import functools
import math
from collections.abc import Mapping
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.csv")
BIAS = "(bias)"


def probability(evidence: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Between 0 and 1, by the given weights or those of `weights.csv`, which `make train` learns from the labelled texts of tests/training.

    >>> probability({"head": 1, "SHAPE": 1}) > 0.8 > 0.2 > probability({"PERSON": 1, "two words": 1, "role before": 1})
    True
    """
    weights = weights or shipped()
    return 1 / (1 + math.exp(-weights[BIAS] - sum(weights.get(name, 0.0) * value for name, value in evidence.items())))


@functools.cache
def shipped() -> Mapping[str, float]:
    """The weight of the bias and of each evidence that weighs anything."""
    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        return {row["evidence"]: float(row["weight"]) for row in csv.DictReader(lines)}
