"""The organisation register: who exists, under which names, since when, and what belongs to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

Span = tuple[date | None, date | None]
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Body:
    """One row of organisations.csv; `closed` is the last day of its life."""

    id: str
    name: str
    kind: str
    opened: date | None
    closed: date | None
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which a body goes, and from when to when. An ambiguous one counts only with support from the document."""

    id: str
    text: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    ambiguous: bool

    def valid(self, on: date) -> bool:
        return (self.valid_from or on) <= on <= (self.valid_to or on)


@dataclass(frozen=True, slots=True)
class Succession:
    """`successor_id` took over from `predecessor_id`."""

    predecessor_id: str
    successor_id: str
    date: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class Membership:
    """`member_id` belongs to `group_id` from start to end."""

    member_id: str
    group_id: str
    start: date | None
    end: date | None
    role: str

    def holds(self, on: date | None) -> bool:
        """Whether it holds on that day (ever, without one)."""
        return on is None or (self.start or on) <= on <= (self.end or on)


@dataclass(frozen=True, slots=True)
class Term:
    """A common noun for bodies of some kinds: "the trust"; `group` where it is a plural and names several at once."""

    text: str
    kinds: frozenset[str]
    group: bool


@dataclass(frozen=True, eq=False)
class Register:
    """The whole register, looked up by id, by the folded form of a name, by group and by predecessor.

    Every row of its files is in one of the mappings; the official name of a body is an alias of the kind `name`.
    """

    bodies: Mapping[str, Body]
    aliases: Mapping[str, tuple[Alias, ...]]
    memberships: Mapping[str, tuple[Membership, ...]]
    successions: Mapping[str, tuple[Succession, ...]]
    terms: tuple[Term, ...]

    def of_kind(self, kind: str) -> tuple[Body, ...]:
        return self._kinds.get(kind, ())

    def members(self, group_id: str, on: date | None = None) -> tuple[Body, ...]:
        """The bodies that belong to a group (on that day; ever, without one)."""
        return tuple(self.bodies[row.member_id] for row in self.memberships.get(group_id, ()) if row.holds(on))

    def groups_of(self, member_id: str, on: date | None = None) -> tuple[Body, ...]:
        """The groups that a body belongs to (on that day; ever, without one)."""
        return tuple(self.bodies[row.group_id] for row in self._groups.get(member_id, ()) if row.holds(on))

    def successors(self, id: str) -> tuple[Body, ...]:
        """Who took over from a body, directly."""
        return tuple(self.bodies[row.successor_id] for row in self.successions.get(id, ()))

    def predecessors(self, id: str) -> tuple[Body, ...]:
        """Whom a body took over from, directly."""
        return tuple(self.bodies[row.predecessor_id] for row in self._predecessors.get(id, ()))

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[Body, ...]]:
        return grouped(self.bodies.values(), lambda body: body.kind)

    @cached_property
    def _groups(self) -> Mapping[str, tuple[Membership, ...]]:
        return grouped((row for rows in self.memberships.values() for row in rows), lambda row: row.member_id)

    @cached_property
    def _predecessors(self) -> Mapping[str, tuple[Succession, ...]]:
        return grouped((row for rows in self.successions.values() for row in rows), lambda row: row.successor_id)


def grouped(rows: Iterable[_Row], key: Callable[[_Row], str]) -> dict[str, tuple[_Row, ...]]:
    """The rows by their key, in their order."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {name: tuple(group) for name, group in found.items()}


def overlap(one: Span, other: Span) -> bool:
    """Whether two times, of which any end may be open, share a day."""
    return (one[0] or date.min) <= (other[1] or date.max) and (other[0] or date.min) <= (one[1] or date.max)
