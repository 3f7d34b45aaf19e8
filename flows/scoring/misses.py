"""What was wrong, one row a field: where it stands, what the gold wanted, what was found, and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.scoring.evaluation import FIELDS, Evaluation, Found, Pair
from pipeline.model import Evidence

Row = dict[str, Any]
NUMBER = ("currency", "amount", "low", "high")


def misses(evaluation: Evaluation) -> Iterator[Row]:
    """Every wrong field of every figure that the gold has, in its order; `figure` is the field of one that was not found, or is none.

    `wanted` may be a list of acceptable values; `rule` and `confidence` are null where nothing was weighed or decided.
    """
    for pair in evaluation.pairs:
        yield from _of(pair, pair.found) if pair.found else [_not_found(pair.wanted)]
    for found in evaluation.spurious:
        yield _place(found) | _miss("figure", None, found.row["surface"])


def _of(pair: Pair, found: Found) -> Iterator[Row]:
    if not pair.has_amount:
        wanted = {key: pair.wanted[key] for key in NUMBER if key in pair.wanted}
        yield _place(found) | _miss("amount", wanted, {key: found.row[key] for key in wanted})
    for field in FIELDS:
        if pair.scores(field) and not pair.is_right(field):
            yield _place(found) | _miss(field, pair.wanted[field], found.row[field], found.why(field))


def _not_found(wanted: Row) -> Row:
    place = {"document": wanted["document"], "start": wanted.get("start"), "surface": wanted.get("surface")}
    return place | {"sentence": wanted.get("sentence") or wanted.get("context")} | _miss("figure", wanted.get("surface"), None)


def _place(found: Found) -> Row:
    return {key: found.row[key] for key in ("document", "start", "surface", "sentence")}


def _miss(field: str, wanted: Any, found: Any, why: Evidence | None = None) -> Row:
    return {"field": field, "wanted": wanted, "found": found, "rule": why.rule if why else None, "confidence": why.confidence if why else None}
