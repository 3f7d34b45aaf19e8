"""Figures of table cells: a bare number under a £ or £000 header is a sum, and its row and column say of what.

The unit is looked for in the cell, its row, its column, and the caption, in that order; a number without one is not a figure.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from pipeline.attribution.bodies import main_body
from pipeline.attribution.cues import cue_list
from pipeline.grids import Labels, labelled
from pipeline.model import (
    Basis,
    Bound,
    Cell,
    CellContext,
    Document,
    Evidence,
    Figure,
    Measure,
    Money,
    Organisation,
    OrganisationMention,
    PassageKind,
    Period,
    PeriodMention,
    Table,
)

NUMBER = re.compile(r"\s*(?P<negative>[(\-−–])?\s*(?P<sign>£|€|\$)?\s*(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>m|bn|k)?\s*\)?\s*")
UNIT = re.compile(r"(?P<sign>£|€|\$)\s*['’‘]?\s*(?P<scale>000s?|million|billion|thousand|mn?\b|bn\b|k\b)?", re.IGNORECASE)
SIGNS = {"£": "GBP", "€": "EUR", "$": "USD"}
SCALES = {"": 1, "k": 10**3, "000": 10**3, "000s": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
# a column of percentages or heads in a table of £000
NO_MONEY = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\bWTEs?\b|\bheadcount\b|\bnumber of\b|\bdays\b|\bratio\b|\brating\b|\bRAG\b|\bpage\b", re.IGNORECASE)
VARIANCE = re.compile(r"\bvariance\b|\bvar\b|\bvs\.? plan\b|against plan", re.IGNORECASE)
PAYS = frozenset({Measure.COST, Measure.BUDGET, Measure.INVESTMENT})
HALF = Decimal("0.5")
Mention = TypeVar("Mention", OrganisationMention, PeriodMention)


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency and a scale, and the words that say so."""

    currency: str
    scale: int
    source: str


class Surroundings:
    """The bodies and the times of a document by their place, and the body that stands over each table."""

    def __init__(self, document: Document, organisations: Sequence[OrganisationMention], periods: Sequence[PeriodMention]) -> None:
        self._organisations, self._periods = organisations, periods
        main = main_body(organisations, headline_end=0)
        self._main = main.organisation if main else None
        self._headings = [p for p in document.passages if p.kind in (PassageKind.HEADING, PassageKind.HEADLINE)]

    def organisation_of(self, labels: Labels, table: Table) -> Organisation | None:
        """The body of the row or column, else of the caption, else of the heading above, else the one that the document is about."""
        spans = [(header.start, header.end) for header in labels.headers] + ([table.caption] if table.caption else []) + self._heading_over(table)
        return next((m.organisation for span in spans for m in _within(self._organisations, *span)), self._main)

    def period_of(self, labels: Labels, table: Table) -> Period | None:
        """The time of the row or column, else of the caption."""
        spans = [(header.start, header.end) for header in labels.headers] + ([table.caption] if table.caption else [])
        return next((m.period for span in spans for m in _within(self._periods, *span)), None)

    def _heading_over(self, table: Table) -> list[tuple[int, int]]:
        above = bisect_right(self._headings, table.cells[0].start, key=lambda passage: passage.start) - 1
        return [(self._headings[above].start, self._headings[above].end)] if above >= 0 else []


def table_figures(document: Document, organisations: Sequence[OrganisationMention], periods: Sequence[PeriodMention]) -> list[Figure]:
    """The sums of all tables of the document, in the order of its text."""
    if not document.tables:
        return []
    around = Surroundings(document, organisations, periods)
    found = (_figure(document, table, cell, labels, around) for table in document.tables for cell, labels in labelled(document, table))
    return sorted((f for f in found if f), key=lambda f: f.money.start)


def _figure(document: Document, table: Table, cell: Cell, labels: Labels, around: Surroundings) -> Figure | None:
    printed = NUMBER.fullmatch(document.text, cell.start, cell.end)
    unit = _unit(printed, labels) if printed else None
    if printed is None or unit is None:
        return None
    value = Decimal(printed["digits"].replace(",", ""))
    signed = -value if printed["negative"] else value
    measure = _measure(labels, signed)
    return Figure(
        document_id=document.id,
        document=document.name,
        money=_money(document.text, printed, value, unit),
        sentence=f"{labels.row} | {labels.column}",
        sentence_start=cell.start,
        measure=measure,
        basis=_basis(labels, measure),
        organisation=around.organisation_of(labels, table),
        period=around.period_of(labels, table),
        page=cell.page,
        cell=cell.reference,
        bbox=cell.bbox,
        context=CellContext(labels.row, labels.column, unit.source, signed),
        evidence=tuple(Evidence(field, "header path") for field in ("measure", "basis", "organisation", "period")),
    )


def _within(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    first = bisect_left(mentions, start, key=_start)
    last = bisect_left(mentions, end, lo=first, key=_start)
    return (mention for mention in mentions[first:last] if mention.end <= end)


def _start(mention: OrganisationMention | PeriodMention) -> int:
    return mention.start


def _unit(printed: re.Match[str], labels: Labels) -> Unit | None:
    if printed["sign"]:
        return Unit(SIGNS[printed["sign"]], SCALES[(printed["scale"] or "").lower()], "cell")
    if any(NO_MONEY.search(label) and not UNIT.search(label) for label in (labels.row, labels.column)):
        return None
    for place, label in (("row", labels.row), ("column header", labels.column), ("caption", labels.caption)):
        if match := UNIT.search(label):
            return Unit(SIGNS[match["sign"]], SCALES[(match["scale"] or "").lower()], f"{place}: {match[0].strip()}")
    return None


def _money(text: str, printed: re.Match[str], value: Decimal, unit: Unit) -> Money:
    start, end = printed.start(), printed.end()
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    amount = value * unit.scale
    half = HALF.scaleb(int(value.as_tuple().exponent)) * unit.scale
    return Money(start, end, text[start:end], amount, amount - half, amount + half, unit.currency, Bound.EXACT)


def _measure(labels: Labels, signed: Decimal) -> Measure | None:
    """The measure of the row, else of the column, else of the caption; brackets turn a surplus into a deficit, and a variance names its side."""
    measure = next((m for m in map(_cue_measure, (labels.row, labels.column, labels.caption)) if m), None)
    if VARIANCE.search(labels.column):
        adverse = signed < 0
        if measure in PAYS:
            return Measure.OVERSPEND if adverse else Measure.UNDERSPEND
        return Measure.SHORTFALL if adverse else Measure.OTHER
    if "surplus" in (labels.row + labels.column + labels.caption).lower() and measure in (Measure.SURPLUS, Measure.DEFICIT):
        return Measure.DEFICIT if signed < 0 else Measure.SURPLUS
    return measure


def _cue_measure(label: str) -> Measure | None:
    cue = next(iter(cue_list("measure").find(label, 0, len(label))), None)
    return Measure(cue.label) if cue else None


def _basis(labels: Labels, measure: Measure | None) -> Basis | None:
    if measure is Measure.CONTROL_TOTAL:
        return Basis.PLAN  # a control total is set, whatever the column is about
    cues = [cue for label in (labels.column, labels.row, labels.caption) for cue in cue_list("basis").find(label, 0, len(label))]
    if cues:
        return Basis(cues[-1].label if len(cues) == 1 else cues[0].label)
    return Basis.PLAN if re.search(r"\bbudget\b", labels.column, re.IGNORECASE) else Basis.ACTUAL if measure else None
