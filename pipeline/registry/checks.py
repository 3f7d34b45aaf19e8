"""What must hold of the rows of a register; each check raises RegisterError with the place, the reason and what to do next."""

from __future__ import annotations

import functools
import graphlib
import sys
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from pipeline.errors import RegisterError
from pipeline.registry.folding import fold
from pipeline.registry.register import Body, Span

ALIAS_KINDS = ("official_former", "short", "acronym", "hospital_site", "place_metonym", "misspelling")
SUCCESSION_KINDS = ("merger", "absorption", "split", "statutory_replacement")
ROLES = ("provider", "commissioner", "council", "partner")


def known(id: str, bodies: Mapping[str, Body], where: str) -> str:
    """The id of a body that is there."""
    if id not in bodies:
        raise RegisterError(f"the id {id!r} is not in organisations.csv", where=where, next="add the body there first")
    return bodies[id].id


def one_of(value: str, allowed: tuple[str, ...], what: str, where: str) -> str:
    """A word of a closed list."""
    if value not in allowed:
        raise RegisterError(f"the {what} is {value!r}", where=where, next=f"write one of {', '.join(allowed)}")
    return sys.intern(value)


def flag(value: str, where: str) -> bool:
    """`true` or `false`."""
    if value not in {"true", "false"}:
        raise RegisterError(f"ambiguous is {value!r}", where=where, next="write true or false")
    return value == "true"


def named(name: str, what: str, where: str) -> str:
    """The folded form of a name that can be looked up."""
    form = fold(name)
    if not form:
        why = "has no letter or digit" if name.strip() else "is empty"
        raise RegisterError(f"{what} {why}", where=where, next="write the name, or delete the row")
    return form


def day(value: str, where: str) -> date | None:
    """The date of a cell; None where it is empty."""
    try:
        return _date(value) if value else None
    except ValueError as error:
        raise RegisterError(f"{value!r} is not a date", where=where, next="write it as 2019-03-31") from error


def span(start: str, end: str, where: str) -> Span:
    """First and last day; either may be open."""
    if not start and not end:
        return None, None
    first, last = day(start, where), day(end, where)
    if first and last and first > last:
        raise RegisterError(f"it ends ({end}) before it begins ({start})", where=where, next="swap or correct the dates")
    return first, last


def two(first: str, second: str, what: str, where: str) -> None:
    """A relation is between two bodies."""
    if first == second:
        raise RegisterError(f"{first} is {what} of itself", where=where, next="correct one of the two ids")


def acyclic(pairs: Mapping[tuple[str, str], str], what: str) -> None:
    """Nobody comes back to itself along pairs of ids; the mapping says where the row of each pair is."""
    ahead: dict[str, list[str]] = defaultdict(list)
    for start, end in pairs:
        ahead[start].append(end)
    try:
        graphlib.TopologicalSorter(ahead).prepare()
    except graphlib.CycleError as error:
        circle: list[str] = error.args[1][::-1]  # graphlib walks the pairs backwards
        where = pairs[circle[0], circle[1]]
        raise RegisterError(f"{what} in a circle: {' → '.join(circle)}", where=where, next="correct one of these rows") from error


@functools.lru_cache(maxsize=4096)
def _date(value: str) -> date:
    found = date.fromisoformat(value)
    if found.isoformat() != value:  # it also reads 20190331 and 2019-W13-7
        raise ValueError(value)
    return found
