"""Says which body a name of the register means in a text: by itself, by the day, by what else the text names."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model import Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.folding import Folded, automaton_of
from pipeline.registry import Alias, Body, Register

_HEALTH = automaton_of("nhs nhse nhsi stp stps ccg ccgs ics icb icbs hospital hospitals trust trusts health healthcare clinical".split())
_HEALTH_KINDS = frozenset(
    {"trust", "foundation_trust", "care_trust", "ambulance_trust", "ccg", "icb", "pct", "sha", "regulator", "arms_length_body", "national_body"}
)
_NEAR = 900  # characters between a place and a word of health care, for the place to mean its health system
_AROUND = 400  # characters on either side in which other words tell two bodies of one name apart
AHEAD = timedelta(days=400)  # how long before its first day a body is spoken of
_LOCATIVE = re.compile(r"\b(?:in|across|throughout|around|of|the|within)[\W_]{1,4}\Z", re.IGNORECASE)
_AT_A_PLACE = re.compile(r"\b(?:in|across|throughout|around|of|within|near|from|to|at)(?: the)?[\W_]{1,4}\Z", re.IGNORECASE)
_ACTS = re.compile(r"(?:['’]s?)?(?:[,.;:)]|\s(?:and|by|has|have|had|is|was|were|are|will|would|said|says|thinks|lost|made|goes|got|alone|but|while|£))")
_SENTENCE_END = re.compile(r"[.!?][”\"’')]{0,2}\s|\n")
# words of names that tell no two bodies apart
COMMON = frozenset(
    "and the of for in at on with nhs trust foundation hospital hospitals university royal general teaching health care healthcare community services service "
    "partnership board group integrated commissioning clinical ccg icb stp ics ft city county district council st saint new queen queens king kings elizabeth "
    "mary marys victoria children childrens north south east west central national mental".split()
)


@dataclass(frozen=True)
class Linker:
    """Links the candidates of one text, as its words were used on the day `on`."""

    folded: Folded
    register: Register
    on: date | None

    def sure(self, candidate: Candidate) -> OrganisationMention | None:
        """A name that means one body, whatever stands around it."""
        readings = self.readings(candidate)
        return self.mention(candidate, next(iter(readings)), _form(candidate)) if len(readings) == 1 and not _is_ambiguous(readings) else None

    def place(self, candidate: Candidate) -> OrganisationMention | None:
        """A place of several words that stands for its health system, in a text about health care."""
        if not candidate.name.is_place or candidate.name.is_word or not self._near_health(candidate):
            return None
        systems = self.systems(candidate)
        return self.mention(candidate, systems[0], "place") if len(systems) == 1 and _is_ambiguous(self.readings(candidate)) else None

    def systems(self, candidate: Candidate) -> list[str]:
        """The health systems that a place can stand for."""
        return [body_id for body_id in self.readings(candidate) if self._body(body_id).kind == "stp" and self._alive(body_id)]

    def listed(self, candidate: Candidate, ids: Collection[str]) -> OrganisationMention | None:
        """An item that shares the plural head of its list."""
        alive = [body_id for body_id in ids if self._alive(body_id)]
        return self.mention(candidate, alive[0], "register name") if len(alive) == 1 else None

    def weak(self, candidate: Candidate, support: Mapping[str, Collection[int]], is_name: bool) -> OrganisationMention | None:
        """A name that needs the text's support; several readings that it does not tell apart are kept as alternatives.

        `support` are the bodies that the text names for sure, with the places where it does.
        """
        readings = self.readings(candidate)
        if len(readings) == 1 and not _is_ambiguous(readings):
            return None
        usable = {body_id: rows for body_id, rows in readings.items() if not _all(rows, "place_metonym") or self._stands_for(candidate, body_id)}
        for rule, chosen in (
            ("named in full elsewhere", [body_id for body_id in usable if body_id in support]),
            ("listed with its like", self._listed_with_its_like(candidate, readings, support)),
            ("told by the words around it", self._told_by_words(candidate, usable)),
            ("of a body named besides", [body_id for body_id in usable if self._kin(candidate, body_id, support)]),
            ("used as a name", self._used_as_name(candidate, usable, is_name)),
        ):
            if len(chosen) == 1:
                return self.mention(candidate, chosen[0], rule)
        doubtful = _all(candidate.name.aliases, "acronym") or _all(candidate.name.aliases, "place_metonym")
        if len(usable) < 2 or (doubtful and not self._near_health(candidate)):
            return None
        return self._undecided(candidate, usable)

    def readings(self, candidate: Candidate) -> dict[str, list[Alias]]:
        """The bodies that a name can mean on the day, as far as the day tells."""
        rows: Iterable[Alias] = candidate.name.aliases
        if self.on:
            on = self.on
            rows = [row for row in rows if (self._body(row.id).opened or on) <= on + AHEAD]  # nobody speaks of what is not yet thought of
            rows = [row for row in rows if row.valid(on)] or rows
            rows = [row for row in rows if self._alive(row.id)] or rows
        readings: dict[str, list[Alias]] = {}
        for row in rows:
            readings.setdefault(row.id, []).append(row)
        return readings

    def mention(self, candidate: Candidate, body_id: str, rule: str) -> OrganisationMention:
        body = self._body(body_id)
        surface = self.folded.text[candidate.start : candidate.end]
        return OrganisationMention(candidate.start, candidate.end, surface, Organisation(body_id, body.name), rule, body.kind, confidence=CONFIDENCE[rule])

    def _undecided(self, candidate: Candidate, ids: Iterable[str]) -> OrganisationMention:
        surface = self.folded.text[candidate.start : candidate.end]
        others = tuple(Organisation(body_id, self._body(body_id).name) for body_id in sorted(ids))
        return OrganisationMention(
            candidate.start, candidate.end, surface, Organisation(None, surface), "undecided", None, others, confidence=CONFIDENCE["undecided"]
        )

    def _alive(self, body_id: str) -> bool:
        body = self._body(body_id)
        return self.on is None or (body.opened or self.on) <= self.on <= (body.closed or self.on)

    def _listed_with_its_like(self, candidate: Candidate, readings: Mapping[str, list[Alias]], support: Mapping[str, Collection[int]]) -> list[str]:
        """ "Alder Hey, Barnsley and Royal Papworth": beside trusts, a place is the trust of that place."""
        text = self.folded.text
        if not _ACTS.match(text, candidate.end) or _AT_A_PLACE.search(text, max(0, candidate.start - 15), candidate.start):
            return []
        first, last = _sentence(text, candidate.start)
        kinds = {_class(self._body(body_id).kind) for body_id, places in support.items() if any(first <= at < last for at in places)}
        return [body_id for body_id in readings if _class(self._body(body_id).kind) in kinds - {"council"} and self._alive(body_id)]

    def _told_by_words(self, candidate: Candidate, usable: Mapping[str, list[Alias]]) -> list[str]:
        """ "Gateshead's QEH": of several bodies the one whose other names have a word that stands near."""
        if len(usable) < 2:
            return []
        near = {word.casefold() for word in re.findall(r"[A-Z][a-z]{2,30}", self.folded.text[max(0, candidate.start - _AROUND) : candidate.end + _AROUND])}
        own = {body_id: words_of(self.register)[body_id] - COMMON - set(candidate.name.form.split()) for body_id in usable}
        shared = {word for word in near if sum(word in theirs for theirs in own.values()) > 1}
        return [body_id for body_id, theirs in own.items() if (theirs - shared) & near]

    def _kin(self, candidate: Candidate, body_id: str, support: Collection[str]) -> bool:
        """Whether what is named besides makes this body likely: the one that it belongs to, or for a region a health system or health care."""
        body = self._body(body_id)
        if body.kind == "region":
            spelt_out = not candidate.name.is_place and self._near_health(candidate)
            return spelt_out or any(self._body(other).kind == "stp" and self._body(other).parent_id == body_id for other in support)
        if body.kind == "political_party":  # "Labour" beside another party
            return any(self._body(other).kind == body.kind for other in support if other)
        if _AT_A_PLACE.search(self.folded.text, max(0, candidate.start - 15), candidate.start):
            return False
        # a parent is too little for a name that is a common word
        return body.parent_id in support and (not candidate.name.is_word or _all(candidate.name.aliases, "acronym"))

    def _used_as_name(self, candidate: Candidate, usable: Mapping[str, list[Alias]], is_name: bool) -> list[str]:
        """The one body that is no place's, where the name finder takes the words for a name, or a health body's stand amid health care."""
        bodies = [body_id for body_id, rows in usable.items() if not _all(rows, "place_metonym")]
        if is_name or len(bodies) != 1:
            return bodies if is_name else []
        rows = usable[bodies[0]]
        is_official = any(row.kind == "name" for row in rows)
        return bodies if is_official and self._body(bodies[0]).kind in _HEALTH_KINDS and self._near_health(candidate) else []

    def _stands_for(self, candidate: Candidate, body_id: str) -> bool:
        """Whether a place can mean this body: never a council, and the region only where the words are not about the area."""
        kind = self._body(body_id).kind
        if kind in {"council", "statistical_region"} or candidate.name.is_word:
            return False
        return kind != "region" or not _LOCATIVE.search(self.folded.text, max(0, candidate.start - 15), candidate.start)

    def _near_health(self, candidate: Candidate) -> bool:
        at = bisect.bisect_left(self._health, candidate.start - _NEAR)
        return at < len(self._health) and self._health[at] <= candidate.end + _NEAR

    @functools.cached_property
    def _health(self) -> list[int]:
        """Where the words of health care stand."""
        return [start for _, start, _ in self.folded.find(_HEALTH)]

    def _body(self, body_id: str) -> Body:
        return self.register.bodies[body_id]


@functools.lru_cache(maxsize=4)
def words_of(register: Register) -> dict[str, set[str]]:
    """The words of all names of every body."""
    found: dict[str, set[str]] = {body_id: set() for body_id in register.bodies}
    for form, rows in register.aliases.items():
        for row in rows:
            found[row.id].update(form.split())
    return found


def _sentence(text: str, at: int) -> tuple[int, int]:
    before = [m.end() for m in _SENTENCE_END.finditer(text, max(0, at - _AROUND), at)]
    after = _SENTENCE_END.search(text, at, at + _AROUND)
    return (before[-1] if before else max(0, at - _AROUND)), (after.start() + 1 if after else at + _AROUND)


def _class(kind: str) -> str:
    return "trust" if kind.endswith("trust") else kind


def _is_ambiguous(readings: dict[str, list[Alias]]) -> bool:
    return any(row.ambiguous for rows in readings.values() for row in rows)


def _all(rows: Iterable[Alias], kind: str) -> bool:
    return all(row.kind == kind for row in rows)


def _form(candidate: Candidate) -> str:
    if _all(candidate.name.aliases, "acronym"):
        return "acronym"
    return "place" if _all(candidate.name.aliases, "place_metonym") else "register name"
