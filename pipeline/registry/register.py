"""The organisation register: who exists, under which names, since when, and what belongs to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True, slots=True)
class Term:
    """A common noun for bodies of some kinds: "the trust"; `group` where it is a plural and names several at once."""

    text: str
    kinds: frozenset[str]
    group: bool


@dataclass(frozen=True, eq=False)
class Register:
    """The whole register, looked up by id, by the folded form of a name, by group and by predecessor."""

    bodies: Mapping[str, Body]
    aliases: Mapping[str, tuple[Alias, ...]]
    memberships: Mapping[str, tuple[Membership, ...]]
    successions: Mapping[str, tuple[Succession, ...]]
    terms: tuple[Term, ...]

    def of_kind(self, kind: str) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies.values() if body.kind == kind)

    def members(self, group_id: str, on: date | None = None) -> tuple[Body, ...]:
        """The bodies that belong to a group (on that day; ever, without one)."""
        rows = self.memberships.get(group_id, ())
        return tuple(self.bodies[row.member_id] for row in rows if on is None or (row.start or on) <= on <= (row.end or on))

    def successors(self, id: str) -> tuple[Body, ...]:
        return tuple(self.bodies[row.successor_id] for row in self.successions.get(id, ()))
