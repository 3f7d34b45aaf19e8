"""Learns the weights of the attribution, field by field.

Each field is learnt on what the fields before it were held to be, by weights that had not seen the document.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from flows import records
from flows.scoring.agreement import right
from pipeline.attribution.choices import weights as shipped
from pipeline.attribution.choices.fields import LabelField, Options, Shares, ValueField, shares_of
from pipeline.attribution.choices.weights import Labels, Ranking
from pipeline.attribution.story import PASSES
from pipeline.registry import load
from tests.training.scenes import LabelledScene
from tests.training.softmax import design, fit_labels, fit_ranking

FOLDS = 5
RAREST = 3  # evidence seen less often is not learnt
DIGITS = 2
SMALLEST = 0.05  # a weight below it is left out
# sets whose labels were read twice, or list every answer that can be defended, count for more
COUNT = {"newsroom": 4, "articles": 3}
# a time that a reader may leave open is left open: better none than one that is guessed
LEFT_OPEN = frozenset({"period"})
WRITTEN = {"organisation": records.organisation, "counterparty": records.organisation, "period": records.period}


def train(told: Sequence[LabelledScene]) -> None:
    """Decides every field of every story by cross-validation, and writes the weights learnt from all of them."""
    register = load()
    for apply_rules, field in PASSES:
        for each in told:
            apply_rules(each.scene, register)
        if isinstance(field, LabelField):
            _train_labels(field, told)
        else:
            _train_values(field, told)


def decide(told: Iterable[LabelledScene]) -> None:
    """Decides stories by the shipped weights."""
    register = load()
    for each in told:
        for apply_rules, field in PASSES:
            apply_rules(each.scene, register)
            field.decide(each.scene)


def table(told: Sequence[LabelledScene]) -> Iterator[str]:
    """For each set and all of them: how many figures, and the share that is right of each field and of the four that matter most together."""
    fields = [field.name for _, field in PASSES]
    core = [name for name in fields if name != "counterparty"]
    yield f"{'':14}{'figures':>8}" + "".join(f"{name:>14}" for name in [*fields, "all4"])
    for collection in [*dict.fromkeys(each.collection for each in told), "all"]:
        judged = [judgement for each in told if collection in (each.collection, "all") for judgement in _judged(each, fields)]
        shares = [np.mean([row[name] for row in judged]) for name in fields]
        together = np.mean([all(row[name] for name in core) for row in judged])
        yield f"{collection:14}{len(judged):>8}" + "".join(f"{share:>14.3f}" for share in [*shares, together])


def _judged(each: LabelledScene, fields: Sequence[str]) -> Iterator[dict[str, bool]]:
    for draft, gold in zip(each.scene.drafts, each.gold, strict=True):
        if gold:
            yield {name: name not in gold or right(name, gold[name], _written(name, draft.value(name))) for name in fields}


def _train_labels(field: LabelField, told: Sequence[LabelledScene]) -> None:
    observed = [field.observed(each.scene) for each in told]
    labels = sorted({label for each in told for gold in each.gold if gold for label in _answers(gold.get(field.name)) if label})
    rows = [(k, about, _answers(gold[field.name])) for k, of in enumerate(observed) for about, gold in zip(of, told[k].gold, strict=True) if _says(gold, field)]
    seen = design(dict.fromkeys((o.name for o in about), 1.0) for _, about, _ in rows)

    def fit(chosen: Sequence[int]) -> Labels:
        among = set(chosen)
        own = [i for i, (k, _, _) in enumerate(rows) if k in among]
        names, found = fit_labels(seen.take(own), [rows[i][2] for i in own], labels, RAREST)
        return Labels(labels, {name: i for i, name in enumerate(names)}, found.astype(np.float32))

    for learnt, left in _folds(told):
        weights = fit(learnt)
        for k in left:
            field.choose(told[k].scene, observed[k], weights)
    final = fit(range(len(told)))
    names = list(final.rows)
    _write(field.name, labels, ((name, row) for name, row in zip(names, final.weights, strict=True)))


def _says(gold: dict[str, Any] | None, field: LabelField) -> bool:
    return gold is not None and bool(gold.get(field.name))


def _train_values(field: ValueField, told: Sequence[LabelledScene]) -> None:
    options = [field.candidates(each.scene) for each in told]
    alone, shares = _crossed(field, told, options)
    again = [field.look_again(each.scene, found, share) for each, found, share in zip(told, options, shares, strict=True)]
    final, shares = _crossed(field, told, again)
    for each, found, share in zip(told, again, shares, strict=True):
        field.choose(each.scene, found, share)
    _write(field.alone, ["weight"], ((name, [weight]) for name, weight in alone.items()))
    _write(field.name, ["weight"], ((name, [weight]) for name, weight in final.items()))


def _crossed(field: ValueField, told: Sequence[LabelledScene], options: Sequence[Options]) -> tuple[dict[str, float], list[Shares]]:
    """The weights learnt from all stories, and for each story its probabilities by weights learnt from the others' documents."""
    answers = [[_right(field.name, gold, found) for gold, found in zip(each.gold, of, strict=True)] for each, of in zip(told, options, strict=True)]

    figures = [(k, of, answer) for k in range(len(told)) for of, answer in zip(options[k], answers[k], strict=True) if any(answer)]
    seen = design(candidate.everything for _, of, _ in figures for candidate in of)
    starts = np.cumsum([0, *(len(of) for _, of, _ in figures)])
    places = defaultdict(list)
    for i, (k, _, _) in enumerate(figures):
        places[k].append(i)

    def fit(chosen: Sequence[int]) -> dict[str, float]:
        own = [i for k in _counted(chosen, told) for i in places[k]]
        candidates = [row for i in own for row in range(starts[i], starts[i + 1])]
        return fit_ranking(seen.take(candidates), [len(figures[i][1]) for i in own], [one for i in own for one in figures[i][2]], RAREST)

    shares: list[Shares] = [()] * len(told)
    for learnt, left in _folds(told):
        weights = Ranking(fit(learnt))
        for k in left:
            shares[k] = shares_of(options[k], weights)
    return fit(range(len(told))), shares


def _right(name: str, gold: dict[str, Any] | None, found: Sequence[Any]) -> list[bool]:
    """Which candidates are right; none where the gold does not say."""
    if gold is None or name not in gold:
        return [False] * len(found)
    wanted = None if name in LEFT_OPEN and None in _answers(gold[name]) else gold[name]
    return [right(name, wanted, _written(name, candidate.value)) for candidate in found]


def _written(name: str, value: Any) -> Any:
    """A value as the gold has it."""
    write: Callable[[Any], Any] | None = WRITTEN.get(name)
    return write(value) if write else value


def _answers(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]


def _counted(chosen: Sequence[int], told: Sequence[LabelledScene]) -> Iterator[int]:
    """Each story as often as its set counts."""
    for k in chosen:
        yield from [k] * COUNT.get(told[k].collection, 1)


def _folds(told: Sequence[LabelledScene]) -> Iterator[tuple[list[int], list[int]]]:
    """Which stories to learn from and which are left to be decided; a document is never in both."""
    fold = {document: i % FOLDS for i, document in enumerate(dict.fromkeys(each.document for each in told))}
    for left in range(FOLDS):
        yield [k for k, each in enumerate(told) if fold[each.document] != left], [k for k, each in enumerate(told) if fold[each.document] == left]


def _write(name: str, columns: Sequence[str], rows: Iterable[tuple[str, Iterable[float]]]) -> None:
    """Replaces the weights of a field, whole or not at all; what weighs nothing is left out."""
    path: Path = shipped.FOLDER / f"{name}.csv"
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow([shipped.EVIDENCE, *columns])
        for evidence, weights in rows:
            cells = [_cell(weight) for weight in weights]
            if any(cells):
                writer.writerow([evidence, *cells])
    fresh.replace(path)


def _cell(weight: float) -> str:
    return f"{weight:.{DIGITS}f}" if abs(weight) >= SMALLEST else ""
