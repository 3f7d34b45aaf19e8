"""A gold set beside what was found in its documents: which labelled figure is which found one, and what was found besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows import records
from flows.scoring.agreement import right, right_amount
from flows.scoring.documents import document_of
from flows.scoring.matching import match
from pipeline.model import Evidence, Figure

Row = dict[str, Any]
FIELDS = ("bound", "per", "measure", "basis", "organisation", "counterparty", "period")
MEANING = ("organisation", "measure", "basis", "period")
NO_FIGURE = ("boilerplate", "not_money")  # gold rows that say so are there to be passed over


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that was found, and what `crossfoot extract` prints for it."""

    figure: Figure
    row: Row

    def why(self, field: str) -> Evidence | None:
        """How a field was decided; None where nothing says so."""
        return next((evidence for evidence in self.figure.evidence if evidence.field == field), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled figure, and the found one that it was matched with, if any."""

    wanted: Row
    found: Found | None

    @property
    def has_amount(self) -> bool:
        """Whether it was found with the right number and currency."""
        return self.found is not None and right_amount(self.wanted, self.found.row)

    def scores(self, *fields: str) -> bool:
        """Whether the gold says what these fields should be."""
        return all(field in self.wanted for field in fields)

    def is_right(self, *fields: str) -> bool:
        """Whether it was found, and these fields are as the gold wants them."""
        return self.found is not None and all(right(field, self.wanted[field], self.found.row[field]) for field in fields)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every figure of the gold with its partner, and the found figures that are none of them."""

    pairs: tuple[Pair, ...]
    spurious: tuple[Found, ...]


def evaluate(gold: Sequence[tuple[str, Row]], figures: Mapping[str, Sequence[Figure]]) -> Evaluation:
    """Compares gold rows (each with its place in its file) with the figures of the documents that were read, under the names of those.

    Raises CrossfootError where a row is about none of these documents.
    """
    by_document: defaultdict[str, list[Row]] = defaultdict(list)
    for where, row in gold:
        by_document[document_of(row["document"], where, figures)].append(row)
    pairs: list[Pair] = []
    spurious: list[Found] = []
    for document, rows in by_document.items():
        found = [Found(figure, records.figure(figure)) for figure in figures[document]]
        joined = _join([row for row in rows if not any(row.get(key) for key in (*NO_FIGURE, "optional"))], found)
        pairs += joined
        spurious += _besides([row for row in rows if row.get("optional")], joined, found)
    return Evaluation(tuple(pairs), tuple(spurious))


def _join(wanted: Sequence[Row], found: Sequence[Found]) -> list[Pair]:
    partners = match(wanted, [one.row for one in found])
    return [Pair(row, None if j is None else found[j]) for row, j in zip(wanted, partners, strict=True)]


def _besides(optional: Sequence[Row], joined: Sequence[Pair], found: Sequence[Found]) -> list[Found]:
    """What was found and is no partner; figures that the gold calls optional are neither hits nor misses."""
    taken = {id(pair.found) for pair in joined}
    rest = [one for one in found if id(one) not in taken]
    excused = set(match(optional, [one.row for one in rest]))
    return [one for j, one in enumerate(rest) if j not in excused]
