"""Variance columns: what came less what was planned, or the other way round, as the rows of the table themselves say.

Which plan and which outturn a variance is between, and what its sign means, is what fits most rows; favourable and adverse turn
about between income and cost. A row that is right but for its sign is left alone: it may be of the other kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.table_sums.footing import Sum
from pipeline.table_sums.sections import Entry, Section, one_unit
from pipeline.table_sums.words import ADVERSE_IS_MINUS, ADVERSE_IS_PLUS, OVER_IS_MINUS, OVER_IS_PLUS, RATIO, Role, is_cost, role, span_of

# how many columns away a plan may stand, and how many plans and outturns are tried
REACH, TRIED = 9, 3


class Sign(Enum):
    """What outturn less plan is multiplied with, in rows of income and in rows of cost."""

    RISE = (1, 1)
    FALL = (-1, -1)
    GOOD = (1, -1)
    BAD = (-1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """Outturn, plan and variance of one row."""

    is_cost: bool
    result: Entry
    plan: Entry
    variance: Entry

    def fits(self, sign: Sign) -> bool:
        return abs(sign.value[self.is_cost] * self.gap - self.variance.value) <= self.room

    @property
    def gap(self) -> int:
        return self.result.value - self.plan.value

    @property
    def room(self) -> int:
        return self.result.half + self.plan.half + self.variance.half

    @property
    def fits_either_way(self) -> bool:
        return abs(abs(self.gap) - abs(self.variance.value)) <= self.room

    @property
    def is_telling(self) -> bool:
        """Whether it could hardly fit by chance, and by one sign only."""
        return abs(self.variance.value) > 2 * self.room


@dataclass(frozen=True, slots=True)
class Triple:
    """A variance column with its two others, and its rows."""

    label: str
    rows: tuple[Row, ...]
    is_same_span: bool

    @property
    def right(self) -> int:
        return sum(row.fits_either_way and row.is_telling for row in self.rows)

    @property
    def wrong(self) -> int:
        return sum(not row.fits_either_way for row in self.rows)


def variances(section: Section) -> Iterator[Sum]:
    """The variances of a section, under one convention of signs for all its columns."""
    costs = list(_costs(section))
    best = [_best(section, costs, place) for place, label in enumerate(section.columns) if role(label) in (Role.VARIANCE, Role.CHANGE)]
    triples = [triple for triple in best if triple]
    sign = _convention(section, triples)
    for triple in triples if sign else ():
        may_fail = triple.right >= 2 and triple.wrong <= max(1, triple.right // 3)
        for row in triple.rows:
            if sign and (row.fits(sign) or (may_fail and not row.fits_either_way)):
                factor = sign.value[row.is_cost]
                yield Sum(((factor, row.result), (-factor, row.plan)), row.variance)


def _costs(section: Section) -> Iterator[bool]:
    heading = ""
    for row in section.rows:
        heading = heading if any(row.entries) else row.label
        yield is_cost(row.label, heading)


def _best(section: Section, costs: Sequence[bool], place: int) -> Triple | None:
    """The plan and the outturn between which most rows fit; those of the same time or body first, then the nearest."""
    near = sorted(
        (p for p in range(max(0, place - REACH), min(len(section.columns), place + REACH + 1)) if p != place), key=lambda p: (p > place, abs(p - place))
    )
    kinds = {p: role(section.columns[p]) for p in near}
    span = span_of(section.columns[place])
    if role(section.columns[place]) is Role.CHANGE:
        before = [p for p in near if p < place and kinds[p] not in (Role.VARIANCE, Role.CHANGE)][:2]
        tried = [(before[0], before[1])] if len(before) == 2 else []
    else:
        results = [p for p in near if kinds[p] is Role.RESULT]
        plans = [p for p in near if kinds[p] is Role.PLAN]
        tried = [(r, p) for r in _first(section, results, span) for p in _first(section, plans, span)]
    triples = (_triple(section, costs, result, plan, place, span) for result, plan in tried)
    return max((t for t in triples if t.right > t.wrong or (t.rows and not t.wrong)), key=lambda t: (t.right - t.wrong, t.is_same_span), default=None)


def _first(section: Section, places: Sequence[int], span: str) -> list[int]:
    return sorted(places, key=lambda p: span_of(section.columns[p]) != span)[:TRIED]


def _triple(section: Section, costs: Sequence[bool], result: int, plan: int, variance: int, span: str) -> Triple:
    rows = []
    for row, cost in zip(section.rows, costs, strict=True):
        entries = (row.entries[result], row.entries[plan], row.entries[variance])
        if all(entries) and one_unit(entries) and not RATIO.search(row.label):
            rows.append(Row(cost, *(entry for entry in entries if entry)))
    same = span_of(section.columns[result]) == span_of(section.columns[plan]) == span
    return Triple(section.columns[variance], tuple(rows), same)


def _convention(section: Section, triples: Sequence[Triple]) -> Sign | None:
    """The convention that fits most rows; where two do, the one that a label spells out, else the first: they differ in no row that fits."""
    rows = [row for triple in triples for row in triple.rows if row.is_telling]
    said = next((sign for label in (*(t.label for t in triples), section.caption) if (sign := _said(label))), None)
    fitting = {sign: sum(row.fits(sign) for row in rows) for sign in Sign}
    most = max(fitting.values())
    best = [sign for sign in Sign if fitting[sign] == most]
    if not triples or (rows and not most):
        return None
    return said if said in best else best[0]


def _said(label: str) -> Sign | None:
    rules = ((OVER_IS_MINUS, Sign.FALL), (OVER_IS_PLUS, Sign.RISE), (ADVERSE_IS_MINUS, Sign.GOOD), (ADVERSE_IS_PLUS, Sign.BAD))
    return next((sign for pattern, sign in rules if pattern.search(label)), None)
