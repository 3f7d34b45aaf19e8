"""A change of the register: what it says to a reader, and what it does to the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

SORTS = ("Added", "Renamed", "Closed", "Reopened", "Parent changed", "Succession added", "Membership added")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that a file gets; columns that are not named stay empty."""

    file: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of organisations.csv that gets another value."""

    id: str
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change, one of SORTS."""

    sort: str
    line: str
    edits: tuple[Row | Cell, ...]


def iso(day: date | None) -> str:
    """A date as the files have it; empty where it is not known."""
    return day.isoformat() if day else ""
