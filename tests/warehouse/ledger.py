"""Small ledgers: claims as short rows, made into real readings, shards and warehouses."""

from __future__ import annotations

import datetime
import functools
import hashlib
import itertools
import re
import tempfile
from collections.abc import Sequence
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


def period(words: str | dict[str, str | None] | None) -> Period | None:
    """`2018-19` is the financial year, other words a label without dates; a dict gives label, start and end."""
    if isinstance(words, dict):
        return Period(str(words["label"]), *(datetime.date.fromisoformat(day) if day else None for day in (words["start"], words["end"])))
    if words is None or not re.fullmatch(r"\d{4}-\d\d", words):
        return Period(words) if words else None
    year = int(words[:4])
    return Period(words, datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31))


def money(claim: Claim, start: int, surface: str) -> Money:
    bound = Bound(claim.get("bound", "exact"))
    amount = None if bound is Bound.RANGE else number(claim["amount"])
    low, high = claim.get("interval", (claim.get("amount"), claim.get("amount")))
    return Money(start, start + len(surface), surface, amount, number(low), number(high), claim.get("currency", "GBP"), bound, claim.get("per"))


def figure(claim: Claim, document_id: str, start: int, surface: str) -> Figure:
    measure, basis = claim.get("measure", "deficit"), claim.get("basis", "actual")
    return Figure(
        document_id=document_id,
        document=claim.get("document", "a.txt"),
        money=money(claim, start, surface),
        sentence=claim.get("sentence", surface).replace("{}", surface),
        sentence_start=start,
        measure=Measure(measure) if measure else None,
        basis=Basis(basis) if basis else None,
        organisation=_organisation(claim.get("organisation", "ods:AAA")),
        counterparty=_organisation(claim.get("counterparty")),
        period=period(claim.get("period", "2018-19")),
        cell=claim.get("cell"),
        subject=tuple(claim.get("subject", "").split()),
        context=CellContext(claim["row"], "£", None, Decimal(1)) if claim.get("row") else None,
    )


def _organisation(name: str | None) -> Organisation | None:
    if name is None:
        return None
    return Organisation(name, f"{name.split('#')[0]} NHS Trust") if ":" in name else Organisation(None, name)


def readings(claims: Sequence[Claim], equations: Sequence[Claim] = ()) -> list[Reading]:
    """One reading a document that the claims name; the surface of each claim is its `name`; byline, clues, shingles and note (more text) are of its first.

    The `own_clues` of a claim hold for its figure alone.
    """
    names = dict.fromkeys(claim.get("document", "a.txt") for claim in claims)
    return [_reading(name, [claim for claim in claims if claim.get("document", "a.txt") == name], equations) for name in names]


def _reading(name: str, claims: Sequence[Claim], equations: Sequence[Claim]) -> Reading:
    surfaces = [f"£{claim['name']}" for claim in claims]
    text = "\n".join([" ".join(surfaces), *filter(None, [claims[0].get("note")])])
    identity = hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()
    starts = itertools.accumulate((len(surface) + 1 for surface in surfaces), initial=0)
    figures = {claim["name"]: figure(claim, identity, start, surface) for claim, start, surface in zip(claims, starts, surfaces, strict=False)}
    return Reading(
        document=Document(identity, name, claims[0].get("kind", "news"), text, _byline(claims[0])),
        figures=tuple(figures.values()),
        equations=tuple(_equation(equation, figures) for equation in equations if equation["total"] in figures),
        clues=(
            *(OriginClue(0, *clue) for clue in claims[0].get("clues", ())),
            *(OriginClue(0, *clue, figure_id=figures[claim["name"]].id) for claim in claims for clue in claim.get("own_clues", ())),
        ),
        shingles=tuple((0, digest) for digest in claims[0].get("shingles", ())),
    )


def _byline(claim: Claim) -> Byline:
    return Byline(**{field: claim.get(field) for field in ("publisher", "published_at", "modified_at", "url", "guid")})


def _equation(equation: Claim, figures: dict[str, Figure]) -> Equation:
    return Equation(tuple(_term(factor, figures[term]) for factor, term in equation["terms"]), figures[equation["total"]], "stated")


def _term(factor: str | list[str | None], figure: Figure) -> Term:
    """A factor is a number, or a number with the low and the high end that its words allow."""
    if isinstance(factor, str):
        return Term(Decimal(factor), figure)
    return Term(Decimal(str(factor[0])), figure, (number(factor[1]), number(factor[2])))


def apart(place: int, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one case, under names and of organisations that no other case has: many cases share a ledger, and none sees another."""

    def own(claim: Claim) -> Claim:
        organisation = claim.get("organisation", "ods:AAA")
        return {**claim, "name": f"{place}.{claim['name']}", "organisation": organisation and f"{organisation}#{place}"}

    return [own(claim) for claim in claims]


@functools.cache
def _template() -> tempfile.TemporaryDirectory[str]:
    """The schema is made once a process: a copy of it costs a tenth."""
    folder = tempfile.TemporaryDirectory()
    with duckdb.connect(f"{folder.name}/empty.duckdb") as connection:
        create(connection)
    return folder


def empty() -> duckdb.DuckDBPyConnection:
    """A warehouse in memory that holds nothing."""
    connection = duckdb.connect()
    connection.execute(f"ATTACH '{_template().name}/empty.duckdb' AS template (READ_ONLY)")
    connection.execute("COPY FROM DATABASE template TO memory; DETACH template")
    return connection


def ledger(folder: Path, made: Sequence[Reading]) -> duckdb.DuckDBPyConnection:
    """A warehouse in memory that holds these readings, reconciled by the real rules."""
    shards.write(made, [], folder)
    connection = empty()
    load(connection, folder, REGISTER)
    reconcile(connection)
    return connection


def verdicts(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[str, Decimal | None, str, int]]:
    """Verdict, gap, explanation and origins of every judged pair, by the names of its two claims."""
    found = connection.execute("""
        SELECT l.surface, r.surface, verdict, gap, explanation, origins
        FROM compared JOIN figures AS l ON l.figure_id = left_figure_id JOIN figures AS r ON r.figure_id = right_figure_id""")
    return {(left[1:], right[1:]): (verdict, gap, explanation, origins) for left, right, verdict, gap, explanation, origins in found.fetchall()}
