"""What stands around the noun of a group: how many, of which place, and which of many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.organisations.aliases import Candidate, joined
from pipeline.organisations.groups.plurals import Head
from pipeline.organisations.groups.quantities import GAP, Quantity, quantity_before

_WHERE = re.compile(rf"{GAP}(?:in|across){GAP}(?:the{GAP})?", re.IGNORECASE)
_REGION = re.compile(r"(?:['’]s?)?\sregion\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s\Z")
_HERE = re.compile(rf"{GAP}(?:in|of|across){GAP}(?:the|its|our|their){GAP}(?:area|county|patch|system|partnership|city)\b", re.IGNORECASE)
_WIDER = re.compile(rf"{GAP}(?:in|of|across){GAP}(?:the{GAP})?(?:region|country|England|UK)\b")
_ELSEWHERE = re.compile(rf"{GAP}(?:in|of|across|under|facing|rated)\b", re.IGNORECASE)
_SUCH_AS = re.compile(rf"{GAP}(?:that|which|who|whose|where|with|without)\b", re.IGNORECASE)
_RUNS = re.compile(rf"(?:['’]s?|\b(?:runs?|running|operates?|manages?|owns?|its|our|their)){GAP}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a noun: a place `before` it ("Norfolk hospitals"), an `owner` ("Norfolk's three hospitals"), a place as a `tail` ("… in Norfolk").

    `end` is where the tail ends; `is_narrowed`: words behind that pick out some of many; `is_wider`: they say a whole region or country.
    `is_owned`: the noun belongs to one body: "the trust runs two hospitals".
    """

    quantity: Quantity
    before: Candidate | None
    owner: Candidate | None
    tail: Candidate | None
    end: int
    is_narrowed: bool
    is_wider: bool
    is_owned: bool

    @property
    def beside(self) -> Candidate | None:
        return self.before or self.owner

    @property
    def places(self) -> frozenset[str]:
        """Whom the place may mean."""
        place = self.beside or self.tail
        return frozenset(alias.id for alias in place.name.aliases) if place else frozenset()


@dataclass(frozen=True)
class Places:
    """The places of a text, by their starts and by their ends."""

    text: str
    starting: Mapping[int, Candidate]
    ending: Mapping[int, Candidate]

    def around(self, head: Head) -> Around:
        before = self._before(head)
        quantity = quantity_before(self.text, before.start if before else head.start)
        owner, (tail, end) = self._owner(quantity), self._tail(head)
        wider = _WIDER.match(self.text, end)
        behind = wider.end() if wider else _after(_HERE, self.text, end)
        is_counted_out = quantity.is_whole and quantity.count is not None  # "told all six that it …"
        is_narrowed = bool(_ELSEWHERE.match(self.text, behind) or (not is_counted_out and _SUCH_AS.match(self.text, behind)))
        is_owned = not (owner or quantity.is_local) and _RUNS.search(self.text, max(0, quantity.start - 12), quantity.start) is not None
        return Around(quantity, before, owner, tail, end, is_narrowed, wider is not None, is_owned)

    def _before(self, head: Head) -> Candidate | None:
        place = self.ending.get(end_before(self.text, head.start))
        return place if place and self.text[place.start].isupper() and joined(self.text, place.end, head.start) else None

    def _owner(self, quantity: Quantity) -> Candidate | None:
        possessive = _POSSESSIVE.search(self.text, max(0, quantity.start - 4), quantity.start)
        return self.ending.get(possessive.start()) if possessive and quantity.is_said else None

    def _tail(self, head: Head) -> tuple[Candidate | None, int]:
        where = _WHERE.match(self.text, head.end)
        place = self.starting.get(where.end()) if where else None
        return place, _after(_REGION, self.text, place.end) if place else head.end


def end_before(text: str, start: int) -> int:
    """Where the word before a place ends, over white space."""
    near = text[max(0, start - 6) : start]
    return start - len(near) + len(near.rstrip())


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
