"""Logistic regression by Newton's method: the weights under which the labels are most likely, drawn towards zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.organisations.weighing import BIAS

PENALTY = 2.0  # on half the square of each weight but the bias
STEPS = 30  # far more than it takes to settle
DIGITS = 2  # that weights are rounded to

Matrix = NDArray[np.float64]


def fit(evidence: Sequence[Mapping[str, float]], labels: Sequence[bool], names: Sequence[str]) -> dict[str, float]:
    """The weight of the bias and of each named evidence, rounded; each item of `evidence` has its label.

    >>> fit([{"loud": 1.0}, {"loud": 1.0}, {"soft": 1.0}, {}], [True, True, False, False], ["loud", "soft"])
    {'(bias)': -0.17, 'loud': 0.43, 'soft': -0.2}
    """
    wanted = np.array(labels, float)
    design = np.array([[1.0, *(found.get(name, 0.0) for name in names)] for found in evidence])
    penalty = np.array([0.0] + [PENALTY] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        weights -= _step(design, wanted, penalty, weights)
    # a zero is added, because a small negative weight is rounded to a negative zero
    return {name: round(float(weight), DIGITS) + 0.0 for name, weight in zip([BIAS, *names], weights, strict=True)}


def _step(design: Matrix, wanted: Matrix, penalty: Matrix, weights: Matrix) -> Matrix:
    likely = 1 / (1 + np.exp(-design @ weights))
    slope = design.T @ (likely - wanted) + penalty * weights
    curvature = (design.T * (likely * (1 - likely))) @ design + np.diag(penalty)
    return np.linalg.solve(curvature, slope).astype(np.float64)
