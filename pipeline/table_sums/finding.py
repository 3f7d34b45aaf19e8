"""The sums of all tables of a document as equations between its figures."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.model import Document, Equation, Figure, Term
from pipeline.table_sums.carrying import carried_over
from pipeline.table_sums.footing import Places, Sum, foot
from pipeline.table_sums.sections import Line, Section, in_one_unit, sections
from pipeline.table_sums.variances import variances
from pipeline.table_sums.words import NOT_ADDITIVE, SELECTED, STANDING, TOTAL, Role, role


def find_table_sums(document: Document, figures: Sequence[Figure]) -> list[Equation]:
    """What the tables state of their own numbers, in the order of the totals."""
    parts = list(sections(document, figures))
    found = [equation for section in parts for equation in _equations(section)]
    found += (_equation(stated, "carried over") for stated in carried_over(parts))
    return sorted(found, key=lambda e: (e.total.money.start, e.rule))


def _equations(section: Section) -> Iterator[Equation]:
    for rule, sums in (("rows and total", _down(section)), ("columns and total", _across(section)), ("plan and variance", variances(section))):
        yield from (_equation(stated, rule) for stated in sums)


def _down(section: Section) -> Iterator[Sum]:
    """Rows that make a row; a caption that calls them a selection speaks against a total that is all."""
    closed = frozenset(place for place, label in enumerate(section.columns) if NOT_ADDITIVE.search(label))
    turning = frozenset(place for place, label in enumerate(section.columns) if role(label) in (Role.VARIANCE, Role.CHANGE))
    return foot(in_one_unit(section.rows), Places(closed, turning, may_stand_alone=not SELECTED.search(section.caption)))


def _across(section: Section) -> Iterator[Sum]:
    """Columns that make a column: plans are summed to plans, variances to variances, and all else to all else."""
    closed = frozenset(place for place, row in enumerate(section.rows) if NOT_ADDITIVE.search(row.label) or STANDING.search(row.label))
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    is_above = any(TOTAL.search(label.rpartition(" > ")[0]) for label in section.columns)
    for line in section.transposed():
        if not NOT_ADDITIVE.search(line.label):
            groups[line.label.rpartition(" > ")[2] if is_above else _kind(line.label)].append(line)
    for lines in groups.values():
        yield from foot(in_one_unit(lines), Places(closed, frozenset(), may_stand_alone=False))


def _kind(label: str) -> str:
    kind = role(label)
    return "" if kind in (None, Role.RESULT) else kind


def _equation(stated: Sum, rule: str) -> Equation:
    """Figures are magnitudes: the sign of each printed number goes into its factor, and that of the total into all; what is taken away comes last."""
    turn = -1 if stated.total.value < 0 else 1
    terms = (Term(Decimal(turn * sign * (-1 if entry.value < 0 else 1)), entry.figure) for sign, entry in stated.terms)
    return Equation(tuple(sorted(terms, key=lambda term: term.factor < 0)), stated.total.figure, rule)
