"""Reads a register from its folder of CSV files, and refuses one that does not hold together."""

from __future__ import annotations

import csv
import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from pipeline.errors import RegisterError
from pipeline.registry.folding import fold
from pipeline.registry.register import Alias, Body, Membership, Register, Succession, Term

REGISTER = Path(__file__).parent.parent / "register"


@functools.lru_cache(maxsize=4)
def load(folder: Path = REGISTER) -> Register:
    """Reads and checks a register folder. Raises RegisterError with file, line and reason where it does not hold together."""
    bodies = _bodies(folder)
    return Register(
        MappingProxyType(bodies),
        MappingProxyType(_aliases(folder, bodies)),
        MappingProxyType(_memberships(folder, bodies)),
        MappingProxyType(_successions(folder, bodies)),
        _terms(folder),
    )


def _bodies(folder: Path) -> dict[str, Body]:
    bodies: dict[str, Body] = {}
    places: dict[str, str] = {}
    for where, row in _rows(folder / "organisations.csv", ("id", "name", "kind", "opened", "closed", "parent_id")):
        if not (row["id"] and row["name"] and row["kind"]):
            raise RegisterError("a body without id, name or kind", where=where, next="fill in the empty cell")
        if row["id"] in bodies:
            raise RegisterError(f"the id {row['id']} is there twice", where=where, next="give each body one row")
        bodies[row["id"]] = Body(row["id"], row["name"], row["kind"], *_span(row["opened"], row["closed"], where), row["parent_id"] or None)
        places[row["id"]] = where
    for body in bodies.values():
        if body.parent_id:
            _known(body.parent_id, bodies, places[body.id])
    return bodies


def _aliases(folder: Path, bodies: Mapping[str, Body]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = defaultdict(list)
    for body in bodies.values():
        found[fold(body.name)].append(Alias(body.id, body.name, "name", None, None, False))
    for where, row in _rows(folder / "aliases.csv", ("id", "alias", "kind", "valid_from", "valid_to", "ambiguous")):
        _known(row["id"], bodies, where)
        if row["ambiguous"] not in {"true", "false"}:
            raise RegisterError(f"ambiguous is {row['ambiguous']!r}", where=where, next="write true or false")
        alias = Alias(row["id"], row["alias"], row["kind"], *_span(row["valid_from"], row["valid_to"], where), row["ambiguous"] == "true")
        found[fold(alias.text)].append(alias)
    return {form: tuple(rows) for form, rows in found.items() if form}


def _memberships(folder: Path, bodies: Mapping[str, Body]) -> dict[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = defaultdict(list)
    for where, row in _rows(folder / "memberships.csv", ("member_id", "group_id", "start", "end", "role")):
        _known(row["member_id"], bodies, where)
        _known(row["group_id"], bodies, where)
        found[row["group_id"]].append(Membership(row["member_id"], row["group_id"], *_span(row["start"], row["end"], where), row["role"]))
    return {group: tuple(rows) for group, rows in found.items()}


def _successions(folder: Path, bodies: Mapping[str, Body]) -> dict[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = defaultdict(list)
    for where, row in _rows(folder / "successions.csv", ("predecessor_id", "successor_id", "date", "kind")):
        _known(row["predecessor_id"], bodies, where)
        _known(row["successor_id"], bodies, where)
        found[row["predecessor_id"]].append(Succession(row["predecessor_id"], row["successor_id"], _day(row["date"], where), row["kind"]))
    return {predecessor: tuple(rows) for predecessor, rows in found.items()}


def _terms(folder: Path) -> tuple[Term, ...]:
    return tuple(
        Term(row["term"], frozenset(row["kinds"].removeprefix("group:").split("|")), row["kinds"].startswith("group:"))
        for _, row in _rows(folder / "generic_terms.csv", ("term", "kinds"))
    )


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise RegisterError(f"no column {', '.join(missing)}", where=f"{path}, line 1", next=f"the columns are {', '.join(columns)}")
            for row in reader:
                where = f"{path}, line {reader.line_num}"
                if None in row or None in row.values():
                    raise RegisterError("a row with too few or too many cells", where=where, next="quote names that hold a comma")
                yield where, row
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(f"cannot be read ({error})", where=str(path), next="a register is a folder of five CSV files") from error


def _known(id: str, bodies: Mapping[str, Body], where: str) -> None:
    if id not in bodies:
        raise RegisterError(f"the id {id} is not in organisations.csv", where=where, next="add the body there first")


def _day(value: str, where: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise RegisterError(f"{value!r} is not a date", where=where, next="write it as 2019-03-31") from error


def _span(start: str, end: str, where: str) -> tuple[date | None, date | None]:
    first, last = _day(start, where), _day(end, where)
    if first and last and first > last:
        raise RegisterError(f"it ends ({end}) before it begins ({start})", where=where, next="swap or correct the dates")
    return first, last
