"""What a batch of readings says, as rows: one function a table, one plain dict a row, columns named as in the schema."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any

from pipeline.model import Byline, Document, LinkDecision, Organisation, Period, Reading, content_id

Row = dict[str, Any]
Box = tuple[Decimal, Decimal, Decimal, Decimal] | None

_MONEY = Decimal("0.0001")
_FACTOR = Decimal("0.000000000000001")
_POINT = Decimal("0.001")
_SHARE = Decimal("0.01")
_CONFIDENCE = Decimal("0.001")


def documents(reading: Reading) -> Iterator[Row]:
    document = reading.document
    heeded = {"decisions_hash": decisions_hash(reading.decisions)}
    yield {"document_id": document.id, "name": document.name, "kind": document.kind, **_byline(document.byline), "text": document.text, **heeded}


def stories(reading: Reading) -> Iterator[Row]:
    for number, story in enumerate(reading.document.stories):
        yield {"document_id": reading.document.id, "story": number, **_span(story.start, story.end), **_byline(story.byline)}


def passages(reading: Reading) -> Iterator[Row]:
    for passage in reading.document.passages:
        yield {"document_id": reading.document.id, **_span(passage.start, passage.end), "kind": passage.kind.value, "page": passage.page}


def cells(reading: Reading) -> Iterator[Row]:
    for table in reading.document.tables:
        for cell in table.cells:
            yield {
                "document_id": reading.document.id,
                "table_number": table.number,
                "row": cell.row,
                "column": cell.column,
                "row_span": cell.row_span,
                "column_span": cell.column_span,
                "is_header": cell.row <= table.header_rows or cell.column <= table.header_columns,
                "reference": cell.reference,
                **_span(cell.start, cell.end),
                "page": cell.page,
                **_bbox(cell.bbox),
            }


def figures(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        money, context = figure.money, figure.context
        yield {
            "figure_id": figure.id,
            "document_id": figure.document_id,
            "story": _story(reading.document, money.start),
            **_span(money.start, money.end),
            "surface": money.surface,
            "amount": _money(money.amount, ROUND_HALF_EVEN),
            "low": _money(money.low, ROUND_FLOOR),
            "high": _money(money.high, ROUND_CEILING),
            "currency": money.currency,
            "bound": money.bound.value,
            "per": money.per,
            "sentence": figure.sentence,
            "sentence_start": figure.sentence_start,
            "page": figure.page,
            "cell": figure.cell,
            **_bbox(figure.bbox),
            "row_label": context.row_label if context else None,
            "column_label": context.column_label if context else None,
            "unit_source": figure.unit_source,
            "printed_value": _money(context.printed_value, ROUND_HALF_EVEN) if context else None,
            **_confidence(figure.confidence),
        }


def claims(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        yield {
            "figure_id": figure.id,
            "document_id": figure.document_id,
            **_organisation("organisation", figure.organisation),
            **_organisation("counterparty", figure.counterparty),
            "measure": figure.measure.value if figure.measure else None,
            "basis": figure.basis.value if figure.basis else None,
            **_period(figure.period),
            "speaker": figure.speaker,
            "subject": " ".join(figure.subject) or None,
        }


def evidence(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        for why in figure.evidence:
            span = {"start_char": why.start, "end_char": why.end}
            decision = {"field": why.field, "rule": why.rule, **span, **_confidence(why.confidence)}
            yield {"figure_id": figure.id, "document_id": figure.document_id, **decision}


def evidence_alternatives(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        for why in figure.evidence:
            for position, other in enumerate(why.alternatives, start=1):
                lost = {"field": why.field, "position": position, "value": other.value, **_confidence(other.confidence)}
                yield {"figure_id": figure.id, "document_id": figure.document_id, **lost}


def organisation_mentions(reading: Reading) -> Iterator[Row]:
    for mention in reading.organisations:
        yield {
            "mention_id": content_id(reading.document.id, mention.start, mention.end),
            "document_id": reading.document.id,
            **_span(mention.start, mention.end),
            "surface": mention.surface,
            "form": mention.form.value,
            **_organisation("organisation", mention.organisation),
            "kind": mention.kind,
            "rule": mention.rule,
            "confidence": mention.confidence.quantize(_SHARE),
            "alternatives": _listed(mention.alternatives),
            "members": _listed(mention.members),
        }


def period_mentions(reading: Reading) -> Iterator[Row]:
    for mention in reading.periods:
        row = {"document_id": reading.document.id, **_span(mention.start, mention.end), "surface": mention.surface, **_period(mention.period)}
        yield row | {"alternatives": "; ".join(other.label for other in mention.alternatives) or None}


def equations(reading: Reading) -> Iterator[Row]:
    for equation in reading.equations:
        yield {"equation_id": equation.id, "document_id": reading.document.id, "total_figure_id": equation.total.id, "rule": equation.rule}


def equation_terms(reading: Reading) -> Iterator[Row]:
    for equation in reading.equations:
        for position, term in enumerate(equation.terms, start=1):
            row = {"equation_id": equation.id, "document_id": reading.document.id, "position": position}
            low, high = term.interval
            factor = {"factor": _factor(term.factor, ROUND_HALF_EVEN), "factor_low": _factor(low, ROUND_FLOOR), "factor_high": _factor(high, ROUND_CEILING)}
            yield {**row, **factor, "figure_id": term.figure.id}


def origin_clues(reading: Reading) -> Iterator[Row]:
    for clue in reading.clues:
        span = {"start_char": clue.start, "end_char": clue.end}
        what = {"figure_id": clue.figure_id, "kind": clue.kind, "key": clue.key}
        yield {"document_id": reading.document.id, "story": clue.story, **what, **span}


def shingles(reading: Reading) -> Iterator[Row]:
    for story, digest in reading.shingles:
        yield {"document_id": reading.document.id, "story": story, "hash": digest}


def decisions_hash(decisions: Sequence[LinkDecision]) -> str | None:
    """What tells readings by other decisions of persons apart: a hash of those that a document was read with, None where there were none.

    >>> decisions_hash([]) is None
    True
    """
    return content_id(*(part for d in decisions for part in (d.verdict.value, d.name, d.organisation_id, d.document_id))) if decisions else None


def _listed(organisations: Sequence[Organisation]) -> str | None:
    return "; ".join(organisation.id or organisation.name for organisation in organisations) or None


def _story(document: Document, start: int) -> int:
    return max(bisect.bisect_right([story.start for story in document.stories], start) - 1, 0)


def _span(start: int, end: int) -> Row:
    return {"start_char": start, "end_char": end}


def _byline(byline: Byline) -> Row:
    made = {"title": byline.title, "publisher": byline.publisher, "author": byline.author}
    published = {"published_at": byline.published_at, "published_on": byline.published_on}
    modified = {"modified_at": byline.modified_at, "modified_on": byline.modified_on}
    return {**made, **published, **modified, "url": byline.url, "guid": byline.guid}


def _organisation(role: str, organisation: Organisation | None) -> Row:
    known = organisation or Organisation(None, "")
    return {f"{role}_id": known.id, f"{role}_name": known.name or None}


def _period(period: Period | None) -> Row:
    return {
        "period_label": period.label if period else None,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
    }


def _bbox(box: Box) -> Row:
    sides = [side.quantize(_POINT) for side in box] if box else [None] * 4
    return dict(zip(("bbox_left", "bbox_bottom", "bbox_right", "bbox_top"), sides, strict=True))


def _confidence(value: Decimal | None) -> Row:
    return {"confidence": None if value is None else value.quantize(_CONFIDENCE)}


def _factor(value: Decimal | None, rounding: str) -> Decimal | None:
    return None if value is None else value.quantize(_FACTOR, rounding=rounding)


def _money(value: Decimal | None, rounding: str) -> Decimal | None:
    # an interval that is finer than a hundredth of a penny is widened, never narrowed
    return None if value is None else value.quantize(_MONEY, rounding=rounding)
