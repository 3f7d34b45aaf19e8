"""What crossfoot prints for a figure, a mention, a document: plain rows with the field names of the label guide."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pipeline.model import Document, Figure, MentionForm, Organisation, OrganisationMention, Passage, Period, PeriodMention, Story, Table

Row = dict[str, Any]


def figure(f: Figure) -> Row:
    """A figure with exactly the fields of the label guide; a cell's come with its labels besides."""
    row: Row = {
        "document": f.document,
        "start": f.money.start,
        "end": f.money.end,
        "page": f.page,
        "cell": f.cell,
        "bbox": f.bbox,
        "surface": f.money.surface,
        "amount": number(f.money.amount),
        "low": number(f.money.low),
        "high": number(f.money.high),
        "currency": f.money.currency,
        "bound": f.money.bound,
        "per": f.money.per,
        "measure": f.measure,
        "basis": f.basis,
        "organisation": organisation(f.organisation),
        "counterparty": organisation(f.counterparty),
        "period": period(f.period),
        "speaker": f.speaker,
        "sentence": f.sentence,
    }
    if f.context:
        row |= {
            "row_label": f.context.row_label,
            "column_label": f.context.column_label,
            "printed_value": number(f.context.printed_value),
        }
    if f.context or f.unit_source:
        row["unit_source"] = f.unit_source
    return row


def organisation(value: Organisation | None) -> Row | None:
    return {"id": value.id, "name": value.name} if value else None


def period(value: Period | None) -> Row | None:
    if value is None:
        return None
    return {"label": value.label, "start": value.start.isoformat() if value.start else None, "end": value.end.isoformat() if value.end else None}


def number(value: Decimal | None) -> int | Decimal | None:
    """Whole numbers as integers; the rest as the exact decimal."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value.normalize()


def money_mention(f: Figure) -> Row:
    return {"document": f.document, "start": f.money.start, "end": f.money.end, "surface": f.money.surface}


def period_mention(document: Document, m: PeriodMention) -> Row:
    meant = period(m.period) or {}
    row = {"document": document.name, "start": m.start, "end": m.end, "surface": m.surface}
    return row | {
        "label": meant["label"],
        "period_start": meant["start"],
        "period_end": meant["end"],
        "alternatives": [other.label for other in m.alternatives],
    }


def organisation_mention(document: Document, m: OrganisationMention) -> Row:
    """A name with whom it means and why; a description says besides of which form it is, and a group who belongs to it."""
    row = {"document": document.name, "start": m.start, "end": m.end, "surface": m.surface, "id": m.organisation.id, "name": m.organisation.name}
    row |= {"rule": m.rule, "confidence": number(m.confidence), "alternatives": [organisation(other) for other in m.alternatives]}
    return row if m.form is MentionForm.NAME else row | {"form": m.form, "members": [organisation(member) for member in m.members]}


def document(d: Document) -> Row:
    """A document as it was read; `text` is its canonical text up to the end of the body, boiler-plate passages follow after it."""
    return {
        "document": d.name,
        "title": d.byline.title,
        "publisher": d.byline.publisher,
        "author": d.byline.author,
        "published_at": d.byline.published_at,
        "modified_at": d.byline.modified_at,
        "url": d.byline.url,
        "kind": d.kind,
        "text": d.body,
        "passages": [_passage(d, p) for p in d.passages],
        "tables": [_table(d, t) for t in d.tables],
        "stories": [_story(s) for s in d.stories],
    }


def _passage(d: Document, p: Passage) -> Row:
    return {"kind": p.kind, "start": p.start, "end": p.end, "page": p.page, "text": d.text[p.start : p.end]}


def _table(d: Document, t: Table) -> Row:
    caption = d.text[slice(*t.caption)] if t.caption else None
    return {"number": t.number, "page": t.page, "caption": caption, "header_rows": t.header_rows, "cells": list(_cells(d, t))}


def _cells(d: Document, t: Table) -> Iterator[Row]:
    for c in t.cells:
        place = {"row": c.row, "column": c.column, "row_span": c.row_span, "column_span": c.column_span, "cell": c.reference}
        yield place | {"start": c.start, "end": c.end, "text": d.text[c.start : c.end], "page": c.page, "bbox": c.bbox}


def _story(s: Story) -> Row:
    return {
        "start": s.start,
        "end": s.end,
        "title": s.byline.title,
        "publisher": s.byline.publisher,
        "published_at": s.byline.published_at,
        "modified_at": s.byline.modified_at,
        "url": s.byline.url,
    }
