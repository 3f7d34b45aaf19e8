"""Softmax regression: the weights under which the right answers are most likely, drawn towards zero. One form for labels, one for candidates."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PENALTY = 3.0  # on half the square of each weight
STEPS = 150
TINY = 1e-12

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Design:
    """The evidence of figures or of candidates: a row for each, a column for each name."""

    names: tuple[str, ...]
    matrix: csr_matrix

    def take(self, rows: Sequence[int]) -> Design:
        """Some of the rows."""
        return Design(self.names, self.matrix[rows])

    def common(self, rarest: int) -> Design:
        """What is seen in at least `rarest` rows, in the order of the names."""
        seen = np.flatnonzero(self.matrix.getnnz(axis=0) >= rarest)
        columns = sorted(seen.tolist(), key=self.names.__getitem__)
        return Design(tuple(self.names[column] for column in columns), self.matrix[:, columns].tocsr())


def design(found: Iterable[Mapping[str, float]]) -> Design:
    """One row for each mapping of evidence.

    >>> design([{"near": 1.0}, {"near": 1.0, "far": 0.5}]).matrix.toarray().tolist()
    [[1.0, 0.0], [1.0, 0.5]]
    """
    places: dict[str, int] = {}
    columns, values, ends = array("i"), array("d"), array("q", [0])
    for evidence in found:
        columns.extend(places.setdefault(name, len(places)) for name in evidence)
        values.extend(evidence.values())
        ends.append(len(columns))
    return Design(tuple(places), csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape=(len(ends) - 1, len(places))))


def fit_labels(seen: Design, right: Sequence[Collection[object]], labels: Sequence[object], rarest: int) -> tuple[tuple[str, ...], Matrix]:
    """A row of weights for each name seen at least `rarest` times, a column for each label; `right` are the acceptable labels of each figure."""
    known = seen.common(rarest)
    matrix, back = known.matrix, known.matrix.T.tocsr()
    wanted = np.array([[label in answers for label in labels] for answers in right], float)
    shape = len(known.names), len(labels)

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(shape)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        hit = (shares * wanted).sum(axis=1) + TINY
        slope = back @ (shares - shares * wanted / hit[:, None]) + PENALTY * weights
        return float(-np.log(hit).sum() + PENALTY / 2 * (flat @ flat)), slope.ravel()

    return known.names, _least(loss, shape[0] * shape[1]).reshape(shape)


def fit_ranking(seen: Design, sizes: Sequence[int], right: Sequence[bool], rarest: int) -> dict[str, float]:
    """The weight of each name seen at least `rarest` times; `sizes` says how many candidates each figure has, of whom one or more are right."""
    known = seen.common(rarest)
    matrix, back = known.matrix, known.matrix.T.tocsr()
    starts, of = np.concatenate(([0], np.cumsum(sizes)[:-1])), np.repeat(np.arange(len(sizes)), sizes)
    wanted = np.array(right, float)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        shares = powers / np.add.reduceat(powers, starts)[of]
        hit = np.add.reduceat(shares * wanted, starts) + TINY
        slope = back @ (shares - shares * wanted / hit[of]) + PENALTY * weights
        return float(-np.log(hit).sum() + PENALTY / 2 * (weights @ weights)), slope

    return dict(zip(known.names, _least(loss, len(known.names)).tolist(), strict=True))


def _least(loss: object, size: int) -> Matrix:
    found: Matrix = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found
