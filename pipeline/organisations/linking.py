"""Finds the organisations that a text names, and links them to the register."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.model import Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate, Scan, find_candidates, scan
from pipeline.organisations.descriptions import add_described, add_introduced
from pipeline.organisations.groups import find_groups, find_listed
from pipeline.organisations.mentions import select, unregistered
from pipeline.registry import Alias, Body, Register, fold

_HEALTH = frozenset(
    {"nhs", "nhse", "nhsi", "stp", "stps", "ccg", "ccgs", "ics", "icb", "icbs", "hospital", "hospitals", "trust", "trusts", "health", "healthcare", "clinical"}
)
_NEAR = 150  # words between a place and a word of health care, for the place to mean its health system
_LOCATIVE = frozenset({"in", "across", "throughout", "around", "of", "the", "within"})


def find_organisations(text: str, register: Register, on: date | None = None, names: Sequence[tuple[int, int]] = ()) -> list[OrganisationMention]:
    """The organisations that a text mentions, in its order, none overlapping another.

    `on` is the day of publication: names are read as they were used then. `names` are spans that a name finder proposes for bodies
    that the register lacks; they are kept with a null id.

    >>> from pipeline.registry import load
    >>> [(m.surface, m.organisation.id) for m in find_organisations("Norfolk and Waveney STP owes NHS England £5m.", load())]
    [('Norfolk and Waveney STP', 'ods:QMM'), ('NHS England', 'gov:nhs-england')]
    """
    linker = _Linker(scan(text), register, on)
    candidates = list(find_candidates(linker.scan, register))
    sure = [m for c in candidates if (m := linker.sure(c))]
    places = [m for c in candidates if (m := linker.place(c))]
    listed = [m for c, ids in find_listed(linker.scan, candidates, register) if (m := linker.listed(c, ids))]
    support = {m.organisation.id for m in select(text, [*sure, *places]) if m.organisation.id}
    names = [(start, end) for start, end in names if not _is_common(text[start:end], register)]
    weak = [m for c in candidates if (m := linker.weak(c, support))]
    groups = find_groups(linker.scan, candidates, register, support)
    found = select(text, listed, [*sure, *places, *weak, *groups])
    found = select(text, [*found, *unregistered(text, names, found)])
    return add_described(text, add_introduced(text, found, register), register)


@dataclass(frozen=True, slots=True)
class _Linker:
    """Says which body a candidate means."""

    scan: Scan
    register: Register
    on: date | None
    health: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "health", [i for i, word in enumerate(self.scan.folded) if word in _HEALTH])

    def sure(self, candidate: Candidate) -> OrganisationMention | None:
        """A name that means one body, whatever stands around it."""
        readings = self._readings(candidate)
        return None if len(readings) > 1 or _is_ambiguous(readings) else self._mention(candidate, next(iter(readings)), _rule(candidate))

    def place(self, candidate: Candidate) -> OrganisationMention | None:
        """A place of several words that stands for its health system, in a text about health care."""
        if not candidate.is_place or candidate.first == candidate.last or not self._near_health(candidate):
            return None
        readings = self._readings(candidate)
        systems = [body_id for body_id in readings if self._body(body_id).kind == "stp" and self._alive(body_id)]
        return self._mention(candidate, systems[0], "place") if len(systems) == 1 and _is_ambiguous(readings) else None

    def listed(self, candidate: Candidate, ids: Collection[str]) -> OrganisationMention | None:
        alive = [body_id for body_id in ids if self._alive(body_id)]
        return self._mention(candidate, alive[0], "register name") if len(alive) == 1 else None

    def weak(self, candidate: Candidate, support: Collection[str]) -> OrganisationMention | None:
        """A name that needs the document's support; several readings that it does not tell apart are kept as alternatives."""
        readings = self._readings(candidate)
        if len(readings) == 1 and not _is_ambiguous(readings):
            return None
        usable = {body_id: rows for body_id, rows in readings.items() if not _all(rows, "place_metonym") or self._stands_for(candidate, body_id)}
        supported = [body_id for body_id in usable if body_id in support] or [body_id for body_id in usable if self._kin(candidate, body_id, support)]
        if len(supported) == 1:
            return self._mention(candidate, supported[0], _rule(candidate))
        if len(usable) < 2 or (_all(candidate.aliases, "acronym") and not self._near_health(candidate)):
            return None
        return self._undecided(candidate, usable)

    def _readings(self, candidate: Candidate) -> dict[str, list[Alias]]:
        """The bodies that a name can mean on the day, as far as the day tells."""
        rows: Iterable[Alias] = candidate.aliases
        if self.on:
            on = self.on
            rows = [row for row in rows if row.valid(on)] or rows
            rows = [row for row in rows if self._alive(row.id)] or rows
        readings: dict[str, list[Alias]] = {}
        for row in rows:
            readings.setdefault(row.id, []).append(row)
        return readings

    def _alive(self, id: str) -> bool:
        body = self._body(id)
        return self.on is None or (body.opened or self.on) <= self.on <= (body.closed or self.on)

    def _kin(self, candidate: Candidate, id: str, support: Collection[str]) -> bool:
        """Whether what is named besides makes this body likely: the one that it belongs to, or for a region a health system or health care."""
        body = self._body(id)
        if body.kind == "region":
            spelt_out = not candidate.is_place and self._near_health(candidate)
            return spelt_out or any(self._body(other).kind == "stp" and self._body(other).parent_id == id for other in support)
        # a parent is too little for a name that is a common word
        return body.parent_id in support and (candidate.first < candidate.last or _all(candidate.aliases, "acronym"))

    def _stands_for(self, candidate: Candidate, id: str) -> bool:
        """Whether a place can mean this body: never a council, and the region only where the words are not about the area."""
        kind = self._body(id).kind
        if kind in {"council", "statistical_region"} or candidate.first == candidate.last:
            return False
        return kind != "region" or candidate.first == 0 or self.scan.folded[candidate.first - 1] not in _LOCATIVE

    def _near_health(self, candidate: Candidate) -> bool:
        at = bisect.bisect_left(self.health, candidate.first - _NEAR)
        return at < len(self.health) and self.health[at] <= candidate.last + _NEAR

    def _undecided(self, candidate: Candidate, ids: Iterable[str]) -> OrganisationMention:
        surface = self.scan.text[candidate.start : candidate.end]
        others = tuple(Organisation(body_id, self._body(body_id).name) for body_id in sorted(ids))
        return OrganisationMention(candidate.start, candidate.end, surface, Organisation(None, surface), _rule(candidate), None, others)

    def _mention(self, candidate: Candidate, id: str, rule: str) -> OrganisationMention:
        body = self._body(id)
        surface = self.scan.text[candidate.start : candidate.end]
        return OrganisationMention(candidate.start, candidate.end, surface, Organisation(id, body.name), rule, body.kind)

    def _body(self, id: str) -> Body:
        return self.register.bodies[id]


def _is_common(name: str, register: Register) -> bool:
    """Whether the register knows a name as a place or as a common noun, so that a name finder adds nothing."""
    form = fold(name)
    aliases = register.aliases.get(form, ())
    return (bool(aliases) and _all(aliases, "place_metonym")) or form in _term_forms(register)


@functools.lru_cache(maxsize=4)
def _term_forms(register: Register) -> frozenset[str]:
    return frozenset(fold(term.text) for term in register.terms)


def _is_ambiguous(readings: dict[str, list[Alias]]) -> bool:
    return any(row.ambiguous for rows in readings.values() for row in rows)


def _all(rows: Iterable[Alias], kind: str) -> bool:
    return all(row.kind == kind for row in rows)


def _rule(candidate: Candidate) -> str:
    if _all(candidate.aliases, "acronym"):
        return "acronym"
    return "place" if _all(candidate.aliases, "place_metonym") else "register name"
