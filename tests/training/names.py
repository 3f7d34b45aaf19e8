"""Prints how well names are told by cross-validation, then learns from all labelled texts and writes the weights."""

import csv
from collections.abc import Mapping

from pipeline.organisations.weighing import WEIGHTS
from pipeline.registry import load
from tests.training.labels import examples, labelled
from tests.training.validation import learn, table

SMALLEST = 0.05  # a weight below it is left out


def train() -> None:
    """Every labelled text is read once."""
    known = list(examples(labelled(), load()))
    print(*table(known), sep="\n")
    write(learn(known))
    print(f"learnt from {len(known):,} possible names: {WEIGHTS}")


def write(weights: Mapping[str, float]) -> None:
    """Replaces the weights that are shipped, whole or not at all."""
    fresh = WEIGHTS.with_suffix(".new")
    with fresh.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("evidence", "weight"))
        writer.writerows((name, f"{weight:.2f}") for name, weight in weights.items() if abs(weight) >= SMALLEST)
    fresh.replace(WEIGHTS)
