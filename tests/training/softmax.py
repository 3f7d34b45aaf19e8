"""Softmax regression: the weights under which the right answers are most likely, drawn towards zero. One form for labels, one for candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PENALTY = 3.0  # on half the square of each weight
STEPS = 150
TINY = 1e-12

Matrix = NDArray[np.float64]


def fit_labels(evidence: Sequence[Collection[str]], right: Sequence[Collection[str]], labels: Sequence[str], rarest: int) -> tuple[list[str], Matrix]:
    """A row of weights for each name seen at least `rarest` times, a column for each label; `right` are the acceptable labels of each figure."""
    names = _names(evidence, rarest)
    design = _design([dict.fromkeys(found, 1.0) for found in evidence], names)
    wanted = np.array([[label in answers for label in labels] for answers in right], float)
    back = design.T.tocsr()

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(len(names), len(labels))
        scores = design @ weights
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        hit = (shares * wanted).sum(axis=1) + TINY
        slope = back @ (shares - shares * wanted / hit[:, None]) + PENALTY * weights
        return float(-np.log(hit).sum() + PENALTY / 2 * (flat @ flat)), slope.ravel()

    found = minimize(loss, np.zeros(len(names) * len(labels)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return names, found.x.reshape(len(names), len(labels))


def fit_ranking(evidence: Sequence[Sequence[Mapping[str, float]]], right: Sequence[Sequence[bool]], rarest: int) -> dict[str, float]:
    """The weight of each name seen at least `rarest` times; `evidence` and `right` are of each candidate of each figure, of whom one or more are right."""
    candidates = [each for options in evidence for each in options]
    names = _names(candidates, rarest)
    design = _design(candidates, names)
    back = design.T.tocsr()
    sizes = np.array([len(options) for options in evidence])
    starts, of = np.concatenate(([0], np.cumsum(sizes)[:-1])), np.repeat(np.arange(len(sizes)), sizes)
    wanted = np.array([one for answers in right for one in answers], float)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = design @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        shares = powers / np.add.reduceat(powers, starts)[of]
        hit = np.add.reduceat(shares * wanted, starts) + TINY
        slope = back @ (shares - shares * wanted / hit[of]) + PENALTY * weights
        return float(-np.log(hit).sum() + PENALTY / 2 * (weights @ weights)), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return dict(zip(names, found.x.tolist(), strict=True))


def _names(evidence: Iterable[Iterable[str]], rarest: int) -> list[str]:
    seen = Counter(name for found in evidence for name in set(found))
    return sorted(name for name, times in seen.items() if times >= rarest)


def _design(evidence: Sequence[Mapping[str, float]], names: Sequence[str]) -> csr_matrix:
    places = {name: i for i, name in enumerate(names)}
    columns, values, ends = [], [], [0]
    for found in evidence:
        known = [(places[name], value) for name, value in found.items() if name in places]
        columns += [place for place, _ in known]
        values += [value for _, value in known]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(evidence), len(names)))
