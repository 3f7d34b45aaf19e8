"""Given rows as readings: figures in their documents, what the texts say of sums and sources, and the equations that are given besides."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from flows.given.claims import cell_context, claim
from flows.given.rows import Files, Given
from flows.given.sums import money
from flows.given.tables import tables_of
from flows.given.texts import Placed, Span, placed
from flows.lines import check, is_number
from pipeline.knowledge import Knowledge
from pipeline.language import read_around
from pipeline.model import Document, Equation, Figure, Organisation, Period, Reading, Term
from pipeline.registry import Register
from pipeline.sentences import body_passages, sentences

RULE = "given"
ALIKE_AT_MOST = 1_000  # every two of them are compared
TOO_MANY = f"more than {ALIKE_AT_MOST:,} figures of one organisation and period"
TERMS_AT_MOST, FACTOR_AT_MOST = 1_000, 1_000_000_000
LARGEST = Decimal(10) ** 22  # what the terms of one equation may make
CLOSE, FINEST = Fraction(1, 10_000), Decimal("1E-15")  # how near to a fraction of twelfths a factor means it; the finest that tables hold

Reach = tuple[Decimal | None, Decimal | None] | None


@dataclass(frozen=True, slots=True)
class Readings:
    """A reading for each document, and for the id of each figure the row that gave it, and where it starts in the text that its reader has."""

    readings: tuple[Reading, ...]
    rows: Mapping[str, Given]
    starts: Mapping[str, int | None]

    def called(self, figure_id: str) -> str:
        """What a person calls a figure: the id of its row, else the place of the row in the files."""
        given = self.rows[figure_id]
        return str(given.words("id") or given.where)


def readings(files: Files, knowledge: Knowledge) -> Readings:
    """Everything that given files say. Raises CrossfootError with file and line for what does not hold together."""
    by_document: defaultdict[str, list[Given]] = defaultdict(list)
    for given in files.figures:
        by_document[given.row["document"]].append(given)
    found: list[Reading] = []
    alike: Counter[tuple[Organisation | None, Period | None]] = Counter()
    rows: dict[str, Given] = {}
    starts: dict[str, int | None] = {}
    for name, figures in by_document.items():
        place = placed(name, files.documents.get(name), figures)
        told = _figures(place, figures, knowledge.register)
        for figure, given in zip(told, figures, strict=True):
            alike[figure.organisation, figure.period] += 1
            check(alike[figure.organisation, figure.period] <= ALIKE_AT_MOST or not figure.organisation, TOO_MANY, given.where, "give fewer at a time")
            rows[figure.id] = given
            starts[figure.id] = figure.money.start if figure.money.start < place.made_up else given.row.get("start")
        found.append(read_around(replace(place.document, tables=tables_of(told)), told, knowledge))
    return Readings(tuple(_with_equations(found, list(_equations(files.equations, found, rows)))), rows, starts)


def _figures(place: Placed, figures: Sequence[Given], register: Register) -> list[Figure]:
    lines = [line for passage in body_passages(place.document) for line in sentences(place.document.text, passage.start, passage.end)]
    return [_figure(place.document, figure, span, lines, register) for figure, span in zip(figures, place.spans, strict=True)]


def _figure(document: Document, given: Given, span: Span, lines: Sequence[Span], register: Register) -> Figure:
    said = claim(given, register)
    total = money(given, document.text, *span)
    context = cell_context(given, total.amount)
    if said["cell"] or context:
        path = f"{context.row_label} | {context.column_label}" if context else total.surface
        return Figure(document.id, document.name, total, given.words("sentence") or path, span[0], context=context, **said)
    start, end = _sentence(lines, span)
    return Figure(document.id, document.name, total, document.text[start:end], start, **said)


def _sentence(lines: Sequence[Span], span: Span) -> Span:
    """The sentence that holds a span, the span itself in boiler-plate; a sum may be broken over the line that ends its sentence."""
    place = bisect_right(lines, span[0], key=lambda line: line[0]) - 1
    if place < 0 or lines[place][1] <= span[0]:
        return span
    return lines[place][0], max(lines[place][1], span[1])


def _equations(given: Sequence[Given], found: Sequence[Reading], rows: Mapping[str, Given]) -> Iterator[Equation]:
    by_id = {rows[figure.id].words("id"): figure for reading in found for figure in reading.figures}
    for one in given:
        terms = one.row["terms"]
        check(isinstance(terms, list) and 1 <= len(terms) <= TERMS_AT_MOST, "terms are no list", one.where, 'write [{"factor": 1, "id": …}, …]')
        equation = Equation(tuple(_term(one, term, by_id) for term in terms), _of(one, one.row["total"], by_id), RULE)
        check(sum(map(_size, equation.terms)) < LARGEST, "more than any sum of money", one.where, "look for a slip in its factors")
        yield equation


def _size(term: Term) -> Decimal:
    money = term.figure.money
    return abs(term.factor) * max(abs(end) for end in (money.amount, money.low, money.high) if end is not None)


def _term(given: Given, term: Any, by_id: Mapping[str | None, Figure]) -> Term:
    factor, named = (term.get("factor", 1), term.get("id")) if isinstance(term, dict) else (1, term)
    is_factor = is_number(factor) and 0 < abs(factor) < FACTOR_AT_MOST
    check(is_factor, f"a factor is {str(factor)[:20]}", given.where, "write a number: 1, or -1 for what is taken away")
    share, reach = _share(Decimal(str(factor)))
    return Term(share, _of(given, named, by_id), reach)


def _share(factor: Decimal) -> tuple[Decimal, Reach]:
    """A factor with the interval that its digits allow: 0.3333 is a third, 0.12 is 11.5 to 12.5 per cent, a whole number is itself."""
    if factor == factor.to_integral_value():
        return factor, None
    fraction = Fraction(factor).limit_denominator(12)
    if abs(Fraction(factor) - fraction) < CLOSE:
        return (Decimal(fraction.numerator) / fraction.denominator).quantize(FINEST), None
    half = Decimal(5).scaleb(int(factor.as_tuple().exponent) - 1)
    return factor, (factor - half, factor + half)


def _of(given: Given, named: Any, by_id: Mapping[str | None, Figure]) -> Figure:
    if not isinstance(named, str) or named not in by_id:
        raise given.refuse(f"no figure has the id {str(named)[:40]}", "give the figure, with that id, in one of the files")
    return by_id[named]


def _with_equations(found: Sequence[Reading], given: Sequence[Equation]) -> Iterator[Reading]:
    """The sums of a text with those that are given for it; one that is both counts once."""
    settled = {_sides(equation) for equation in given}
    for reading in found:
        own = {equation.id: equation for equation in given if equation.total.document_id == reading.document.id}
        stated = [equation for equation in reading.equations if _sides(equation) not in settled]
        yield replace(reading, equations=(*stated, *own.values()))


def _sides(equation: Equation) -> tuple[str, frozenset[tuple[Decimal, str]]]:
    return equation.total.id, frozenset((term.factor, term.figure.id) for term in equation.terms)
