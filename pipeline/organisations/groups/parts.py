"""The bodies of a kind that the register knows in a health system, in a region, and altogether."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.registry import Body, Register

# what the plurals for one kind of body take in besides
WIDER = {
    "trust": frozenset({"trust", "foundation_trust", "care_trust", "ambulance_trust", "hsc_trust"}),
    "provider": frozenset({"trust", "foundation_trust", "care_trust", "provider"}),
    "company": frozenset({"company", "consultancy", "news_publisher"}),
    "trade_union": frozenset({"trade_union", "professional_body"}),
}
_HOSPITAL = re.compile(r"\b(?:hospitals?|infirmary)\b")
_OTHER_CARE = re.compile(r"\b(?:mental|community|partnership|ambulance|care trust)\b")
_FEWEST = 7  # of all bodies of a kind, for their number alone to tell that all are meant
_GROUP = "ccg_group"


@dataclass(frozen=True)
class Parts:
    """Looks the register up as things stood on the day `on`, or at any time."""

    register: Register
    on: date | None

    def systems(self, ids: Iterable[str]) -> frozenset[str]:
        """The health systems that some bodies are, run or lie in."""
        return frozenset(system for body_id in ids for system in self._systems(self.register.bodies[body_id]))

    def of_system(self, system: str, kind: str) -> tuple[Body, ...]:
        """Its commissioning groups, or its trusts; trusts that serve it from elsewhere are no part of it."""
        if kind in ("trust", "provider"):
            rows = [row for row in self.register.memberships.get(system, ()) if row.role == "provider" and row.holds(self.on)]
            return tuple(body for row in rows if (body := self.register.bodies[row.member_id]).kind in WIDER["trust"] and self.is_alive(body))
        together = [body for body in self.register.of_kind(_GROUP) if body.parent_id == system and self.is_alive(body)]
        members = self.register.members(together[0].id if together else system, self.on) if kind == "ccg" else ()
        return tuple(body for body in members if body.kind == kind and self.is_alive(body))

    def of_region(self, region: Body, kind: str) -> tuple[Body, ...]:
        """Its health systems, or their boards."""
        bodies = self.register.bodies
        alive = (body for body in self.register.of_kind(kind) if self.is_alive(body))
        return tuple(body for body in alive if (system := bodies.get(body.id.removesuffix("-icb"))) and system.parent_id == region.id)

    def altogether(self, kind: str) -> tuple[Body, ...]:
        """All of a kind, where the register has every one of a good many and a day tells which."""
        bodies = [body for body in self.register.of_kind(kind) if self.is_alive(body)]
        return tuple(bodies) if self.on and kind in ("icb", "ambulance_trust") and len(bodies) >= _FEWEST else ()

    def together(self, ids: Iterable[str | None]) -> Body | None:
        """The body that stands for just these, as the register has for the commissioning groups of some systems."""
        wanted = frozenset(ids)
        first = next(iter(wanted), None)
        groups = [group for group in self.register.groups_of(first, self.on) if group.kind == _GROUP and self.is_alive(group)] if first else []
        return next((group for group in groups if frozenset(body.id for body in self.register.members(group.id)) == wanted), None)

    def is_alive(self, body: Body) -> bool:
        return self.on is None or (body.opened or self.on) <= self.on <= (body.closed or self.on)

    def is_acute(self, body: Body) -> bool:
        """Whether the names of a trust are those of a hospital, and of no other care."""
        return _is_acute(self.register, body.id)

    def _systems(self, body: Body) -> list[str]:
        if body.kind in ("stp", "icb"):
            return [body.id.removesuffix("-icb")]
        if body.kind == _GROUP:
            return [body.parent_id] if body.parent_id else []
        return [group.id for group in self.register.groups_of(body.id, self.on) if group.kind == "stp"] if body.kind in ("ccg", "council") else []


@functools.lru_cache(maxsize=4096)
def _is_acute(register: Register, body_id: str) -> bool:
    own, sites = _names(register)[body_id]
    return bool(_HOSPITAL.search(f"{own} {sites}")) and not _OTHER_CARE.search(own)


@functools.lru_cache(maxsize=4)
def _names(register: Register) -> dict[str, tuple[str, str]]:
    """The names of every body, folded: its own, and those of its hospitals."""
    own: defaultdict[str, list[str]] = defaultdict(list)
    sites: defaultdict[str, list[str]] = defaultdict(list)
    for form, rows in register.aliases.items():
        for row in rows:
            (sites if row.kind == "hospital_site" else own)[row.id].append(form)
    return {body_id: ("|".join(own[body_id]), "|".join(sites[body_id])) for body_id in register.bodies}
