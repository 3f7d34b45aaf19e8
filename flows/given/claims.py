"""What a given row says of its figure: whose it is, what is counted, on which basis, for when."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from flows.given.rows import Given
from flows.lines import check, is_number
from pipeline.errors import CrossfootError, ModelError
from pipeline.model import Basis, CellContext, Measure, Organisation, Period
from pipeline.periods import find_periods
from pipeline.registry import Register

Label = TypeVar("Label", bound=StrEnum)
PAGES_AT_MOST = 1_000_000


def claim(given: Given, register: Register) -> dict[str, Any]:
    """The fields of a `Figure` that say what it is about. Raises CrossfootError with file and line for what the label guide does not know."""
    return {
        "measure": label(given, "measure", Measure),
        "basis": label(given, "basis", Basis),
        "organisation": _organisation(given, "organisation", register),
        "counterparty": _organisation(given, "counterparty", register),
        "period": _period(given),
        "speaker": given.words("speaker"),
        "page": _page(given),
        "cell": given.words("cell"),
    }


def label(given: Given, field: str, labels: type[Label]) -> Label | None:
    """The value of a field that has one of a few words."""
    word = given.words(field)
    check(word is None or word in [*labels], f"{field} is {word}", given.where, f"write one of {', '.join(labels)}")
    return labels(word) if word else None


def cell_context(given: Given, amount: Decimal | None) -> CellContext | None:
    """The labels of a table's cell, where the row has them."""
    row, column = given.words("row_label"), given.words("column_label")
    if row is None and column is None:
        return None
    printed = given.first("printed_value")
    check(printed is None or is_number(printed), "printed_value is no number", given.where, "write it as the cell has it: -15.5")
    return CellContext(row or "", column or "", given.words("unit_source"), Decimal(printed if printed is not None else amount or 0))


def _organisation(given: Given, role: str, register: Register) -> Organisation | None:
    part = _part(given, role, "name")
    body, name = part.words("id"), part.words("name")
    if body is None:
        return Organisation(None, name) if name else None
    return Organisation(body, name or (register.bodies[body].name if body in register.bodies else body))


def _period(given: Given) -> Period | None:
    part = _part(given, "period", "label")
    label, start, end = part.words("label"), _day(part, "start"), _day(part, "end")
    if not (label or start or end):
        return None
    if label and not part.row.keys() & {"start", "end"}:
        return _read(label)
    try:
        return Period(label or f"{start or ''}/{end or ''}", start, end)
    except ModelError as error:
        raise given.refuse("the period ends before it starts", "write the first day as start, the last as end") from error


def _read(label: str) -> Period:
    """A label without days means what it says; one that needs the date of its text to be understood stays open."""
    read = [mention.period for mention in find_periods(label, None, fiscal=True) if mention.surface == label]
    return Period(label, read[0].start, read[0].end) if read else Period(label)


def _day(part: Given, field: str) -> datetime.date | None:
    day = part.words(field)
    try:
        return datetime.date.fromisoformat(day) if day else None
    except ValueError as error:
        raise part.refuse(f"{field} of the period is {day}", "write days as 2019-10-23") from error


def _page(given: Given) -> int | None:
    page = given.first("page")
    check(page is None or (type(page) is int and 1 <= page <= PAGES_AT_MOST), "page is no page", given.where, "count pages from 1")
    return page  # type: ignore[no-any-return]


def _part(given: Given, field: str, name: str) -> Given:
    """A field that is an object; the bare words stand for an object with a name."""
    value = given.first(field)
    if value is not None and not isinstance(value, dict | str):
        raise CrossfootError(f"{field} is neither an object nor a name", where=given.where, next=f'write {{"{name}": …}}')
    return Given(given.where, value if isinstance(value, dict) else {name: value})
