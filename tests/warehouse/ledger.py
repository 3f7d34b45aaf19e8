"""Small ledgers: claims as short rows, made into real readings, shards and warehouses."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from pipeline.model import (
    Basis,
    Bound,
    Byline,
    CellContext,
    Document,
    Equation,
    Figure,
    Measure,
    Money,
    Organisation,
    OriginClue,
    Period,
    Reading,
    Story,
    Term,
)
from warehouse import shards
from warehouse.load import load
from warehouse.reconcile import reconcile
from warehouse.statements import create

REGISTER = Path(__file__).parent / "register"
Claim = dict[str, Any]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def period(words: str | None) -> Period | None:
    """`2018-19` is the financial year; other words are a label without dates."""
    if words is None or len(words) != 7 or not words[:4].isdigit():
        return Period(words) if words else None
    year = int(words[:4])
    return Period(words, datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31))


def money(claim: Claim, start: int, surface: str) -> Money:
    bound = Bound(claim.get("bound", "exact"))
    amount = None if bound is Bound.RANGE else number(claim["amount"])
    low, high = claim.get("interval", (claim.get("amount"), claim.get("amount")))
    return Money(start, start + len(surface), surface, amount, number(low), number(high), claim.get("currency", "GBP"), bound, claim.get("per"))


def figure(claim: Claim, document_id: str, start: int, surface: str) -> Figure:
    organisation, counterparty = claim.get("organisation", "ods:AAA"), claim.get("counterparty")
    return Figure(
        document_id=document_id,
        document=claim.get("document", "a.txt"),
        money=money(claim, start, surface),
        sentence=surface,
        sentence_start=start,
        measure=Measure(claim["measure"]) if claim.get("measure", "deficit") and claim.setdefault("measure", "deficit") else None,
        basis=Basis(claim["basis"]) if claim.setdefault("basis", "actual") else None,
        organisation=_organisation(organisation),
        counterparty=_organisation(counterparty),
        period=period(claim.get("period", "2018-19")),
        cell=claim.get("cell"),
        context=CellContext(claim["row"], "£", None, Decimal(1)) if claim.get("row") else None,
    )


def _organisation(name: str | None) -> Organisation | None:
    if name is None:
        return None
    return Organisation(name, f"{name} NHS Trust") if ":" in name else Organisation(None, name)


def readings(claims: Sequence[Claim], equations: Iterable[dict[str, Any]] = ()) -> list[Reading]:
    """One reading a document that the claims name, and one story a `story`; each claim's surface is its `name`."""
    names = list(dict.fromkeys(claim.get("document", "a.txt") for claim in claims))
    return [_reading(name, [claim for claim in claims if claim.get("document", "a.txt") == name], list(equations)) for name in names]


def _reading(name: str, claims: Sequence[Claim], equations: Sequence[dict[str, Any]]) -> Reading:
    claims = sorted(claims, key=lambda claim: claim.get("story", 0))
    text = "".join(f"£{claim['name']}. " for claim in claims)
    identity = hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()
    first = claims[0]
    byline = Byline(title=name, publisher=first.get("publisher"), published_at=first.get("published_at"), url=first.get("url"))
    figures, start, starts = {}, 0, [0]
    for before, claim in zip([first, *claims], claims, strict=False):
        starts += [start] if claim.get("story", 0) != before.get("story", 0) else []
        figures[claim["name"]] = figure(claim, identity, start, f"£{claim['name']}")
        start += len(claim["name"]) + 3
    stories = tuple(Story(begin, end, byline if begin == 0 else Byline()) for begin, end in zip(starts, [*starts[1:], len(text)], strict=True))
    clues = tuple(OriginClue(0, *clue) for clue in first.get("clues", ()))
    stated = tuple(
        Equation(tuple(Term(Decimal(factor), figures[term]) for factor, term in equation["terms"]), figures[equation["total"]], "stated")
        for equation in equations
        if equation["total"] in figures
    )
    document = Document(identity, name, claims[0].get("kind", "news"), text, byline, stories=stories)
    return Reading(document, tuple(figures.values()), stated, clues=clues)


def ledger(folder: Path, claims: Sequence[Claim], equations: Iterable[dict[str, Any]] = ()) -> duckdb.DuckDBPyConnection:
    """A warehouse in memory that holds these claims, reconciled by the real rules."""
    shards.write(readings(claims, equations), [], folder)
    connection = duckdb.connect()
    create(connection)
    load(connection, folder, REGISTER)
    reconcile(connection)
    return connection


def verdicts(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[str, Decimal | None, str, int]]:
    """Verdict, gap, explanation and origins of every pair, by the names of its two claims."""
    found = connection.execute("""
        SELECT l.surface, r.surface, verdict, gap, explanation, origins
        FROM reconciliations JOIN figures AS l ON l.figure_id = left_figure_id JOIN figures AS r ON r.figure_id = right_figure_id""")
    return {(left[1:], right[1:]): (verdict, gap, explanation, origins) for left, right, verdict, gap, explanation, origins in found.fetchall()}
