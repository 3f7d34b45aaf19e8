"""How well names are told from other words, measured on documents that the weights were not learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.organisations.names import LIKELY
from pipeline.organisations.weighing import BIAS, probability
from tests.training.labels import Example
from tests.training.softmax import design, fit_labels

FOLDS = 5
RAREST = 3  # evidence seen less often is not learnt
DIGITS = 2


@dataclass(frozen=True, slots=True)
class Score:
    """How many names were rightly taken for a body's, how many wrongly, and how many were missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.missed)
        return f"{precision:9.3f}{recall:9.3f}{2 * self.right / max(1, 2 * self.right + self.wrong + self.missed):9.3f}"


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that the examples teach, the bias first."""
    seen = design({**e.evidence, BIAS: 1.0} for e in examples)
    names, weights = fit_labels(seen, [{e.is_body} for e in examples], [False, True], RAREST)
    return dict(sorted((name, round(float(yes - no), DIGITS) + 0.0) for name, (no, yes) in zip(names, weights, strict=True)))


def table(examples: Sequence[Example]) -> Iterator[str]:
    """For each set and all of them the precision, recall and F1 of names by cross-validation, and those of the baseline."""
    judged = list(cross_validated(examples))
    yield f"{'':12}{'names':>9}{'precision':>12}{'recall':>9}{'F1':>9}   baseline:{'precision':>12}{'recall':>9}{'F1':>9}"
    for collection in [*dict.fromkeys(e.collection for e in examples), "all"]:
        rows = [(e, told) for e, told in judged if collection in (e.collection, "all")]
        told, baseline = scored(rows), scored((e, by_label(e)) for e, _ in rows)
        yield f"{collection:12}{sum(e.is_body for e, _ in rows):>9}   {told}{'':16}{baseline}"


def cross_validated(examples: Sequence[Example]) -> Iterator[tuple[Example, bool]]:
    """Each example with what weights say of it that were learnt from the documents of the other folds."""
    folds = {document: i % FOLDS for i, document in enumerate(dict.fromkeys(e.document for e in examples))}
    for fold in range(FOLDS):
        weights = learn([e for e in examples if folds[e.document] != fold])
        yield from ((e, probability(e.evidence, weights) >= LIKELY) for e in examples if folds[e.document] == fold)


def by_label(example: Example) -> bool:
    """The baseline: the small model says ORG of it, or it has the shape of a name."""
    return not {"ORG", "SHAPE"}.isdisjoint(example.evidence)


def scored(rows: Iterable[tuple[Example, bool]]) -> Score:
    """Counts what was said against what is so."""
    pairs = [(example.is_body, told) for example, told in rows]
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))
