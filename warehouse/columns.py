"""The columns of a shard, and of what a home adds to the register: one Arrow schema a table, under the names that the warehouse gives them."""

from __future__ import annotations

import pyarrow as pa

_MONEY, _POINT, _FACTOR, _SHARE = pa.decimal128(28, 4), pa.decimal128(12, 3), pa.decimal128(24, 15), pa.decimal128(3, 2)
_CONFIDENCE = {"confidence": pa.decimal128(4, 3)}
_BOX = {"bbox_left": _POINT, "bbox_bottom": _POINT, "bbox_right": _POINT, "bbox_top": _POINT}
_SPAN = {"start_char": pa.int32(), "end_char": pa.int32()}
_PERIOD = {"period_label": pa.string(), "period_start": pa.date32(), "period_end": pa.date32()}


def _texts(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, pa.string())


def _days(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, pa.date32())


def _judged(side: str) -> dict[str, pa.DataType]:
    """A figure as it was when it was judged."""
    places = dict.fromkeys((f"{side}_{name}" for name in ("start_char", "occurrence", "occurrences")), pa.int32())
    return _texts(*(f"{side}_{name}" for name in ("figure_id", "document_id", "document", "surface"))) | places


_BYLINE = _texts("title", "publisher", "author", "published_at") | _days("published_on") | _texts("modified_at") | _days("modified_on") | _texts("url", "guid")

COLUMNS: dict[str, pa.Schema] = {
    name: pa.schema(columns)
    for name, columns in {
        "documents": _texts("document_id", "name", "kind") | _BYLINE | _texts("text", "decisions_hash"),
        "stories": _texts("document_id") | {"story": pa.int32()} | _SPAN | _BYLINE,
        "passages": _texts("document_id") | _SPAN | _texts("kind") | {"page": pa.int32()},
        "cells": _texts("document_id")
        | dict.fromkeys(("table_number", "row", "column", "row_span", "column_span"), pa.int32())
        | {"is_header": pa.bool_(), "reference": pa.string()}
        | _SPAN
        | {"page": pa.int32()}
        | _BOX,
        "figures": _texts("figure_id", "document_id")
        | {"story": pa.int32()}
        | _SPAN
        | {"surface": pa.string(), "amount": _MONEY, "low": _MONEY, "high": _MONEY}
        | _texts("currency", "bound", "per", "sentence")
        | {"sentence_start": pa.int32(), "page": pa.int32(), "cell": pa.string()}
        | _BOX
        | _texts("row_label", "column_label", "unit_source")
        | {"printed_value": _MONEY}
        | _CONFIDENCE,
        "claims": _texts("figure_id", "document_id", "organisation_id", "organisation_name", "counterparty_id", "counterparty_name", "measure", "basis")
        | _PERIOD
        | _texts("speaker", "subject"),
        "evidence": _texts("figure_id", "document_id", "field", "rule") | _SPAN | _CONFIDENCE,
        "evidence_alternatives": _texts("figure_id", "document_id", "field") | {"position": pa.int32(), "value": pa.string()} | _CONFIDENCE,
        "organisation_mentions": _texts("mention_id", "document_id")
        | _SPAN
        | _texts("surface", "form", "organisation_id", "organisation_name", "kind", "rule")
        | {"confidence": _SHARE}
        | _texts("alternatives", "members"),
        "period_mentions": _texts("document_id") | _SPAN | _texts("surface") | _PERIOD | _texts("alternatives"),
        "equations": _texts("equation_id", "document_id", "total_figure_id", "rule"),
        "equation_terms": _texts("equation_id", "document_id")
        | {"position": pa.int32(), "factor": _FACTOR, "factor_low": _FACTOR, "factor_high": _FACTOR, "figure_id": pa.string()},
        "origin_clues": _texts("document_id") | {"story": pa.int32()} | _texts("figure_id", "kind", "key") | _SPAN,
        "shingles": _texts("document_id") | {"story": pa.int32(), "hash": pa.int64()},
        "quarantine": _texts("name", "sha256", "reason", "next"),
    }.items()
}

ADDED: dict[str, pa.Schema] = {
    name: pa.schema(columns)
    for name, columns in {
        "organisations": _texts("organisation_id", "name", "kind") | _days("opened", "closed") | _texts("parent_id"),
        "aliases": _texts("organisation_id", "alias", "kind") | _days("valid_from", "valid_to") | {"is_ambiguous": pa.bool_()},
        "link_decisions": {"position": pa.int32(), "decided_at": pa.timestamp("us")}
        | _texts("decided_by", "verdict", "name", "organisation_id", "document_id", "document", "note"),
        "judgements_made": {"position": pa.int32(), "decided_at": pa.timestamp("us")}
        | _texts("decided_by", "verdict", "topic_id", "topic")
        | _judged("left")
        | _judged("right")
        | _texts("note"),
        "wanted": _texts("document_id", "decisions_hash"),
    }.items()
}
