"""Several organisations named at once: "the remaining five STP areas", "Norfolk and Waveney's five former CCGs"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.groups.around import Around, Places
from pipeline.organisations.groups.plurals import Head
from pipeline.organisations.groups.quantities import GAP
from pipeline.registry import Body, Register

RULE = "group"
_OUTER = re.compile(
    r"^(?:(?:the|our|its|their|these|those|all|each|every|both|some|many|of|other|remaining|a|further|(?:area|county|region|system|city)['’]s)\s+)+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"(?:the|our|its|their){GAP}", re.IGNORECASE)
_AND = re.compile(rf"{GAP}(?:and|&){GAP}")
_ALONE = re.compile(rf"(?:\A|[\n.!?:][\s“\"‘']{{0,3}}|\b(?:on|with|by|from|between){GAP}(?:the{GAP})?)\Z")
_GOES_ON = re.compile(rf"{GAP}[a-z]|[’',.]")  # a cell by itself is a label
# bodies of health care by the part that they play: a group without an article too, in a text that names some
_ROLES = frozenset({"providers", "regulators"})
_HEALTH = frozenset({"stp", "ccg", "ccg_group", "icb", "trust", "foundation_trust"})
_PEERS = frozenset({"company", "trade_union"})
_THEIRS = frozenset({"its", "our", "their"})
_MOST_NAMES = 3  # members by whose names a group is called


@dataclass(frozen=True, slots=True)
class Group:
    """A group as its words tell it; one that is not `is_sure` is none unless it takes up bodies that the text has named. `region` is that of its systems."""

    mention: OrganisationMention
    head: Head
    around: Around
    region: Body | None
    is_sure: bool


def find_groups(text: str, heads: Iterable[Head], candidates: Iterable[Candidate], register: Register, known: Iterable[str]) -> list[Group]:
    """The groups of a text, in its order, each with a null id; those of health systems are called by the region that the place or the `known` bodies tell."""
    places = sorted((c for c in candidates if c.name.is_place), key=lambda c: c.end - c.start)  # of two at one spot the longest
    finder = _Finder(text, Places(text, {c.start: c for c in places}, {c.end: c for c in places}), register, frozenset(known))
    groups: list[Group] = []
    for head in heads:
        last = groups[-1] if groups else None
        if last and last.head.kind == head.kind and _AND.fullmatch(text, last.mention.end, head.start):
            groups[-1] = replace(last, mention=named(text, last.mention.start, head.end, head, last.region))  # "the STPs and integrated care system areas"
        elif group := finder.group(head):
            groups.append(group)
    return groups


def named(text: str, start: int, end: int, head: Head, region: Body | None = None, where: str = "") -> OrganisationMention:
    """The mention of a group, called by its region, or by its own words and those that say `where`."""
    surface = text[start:end]
    own = " ".join(_OUTER.sub("", surface + where).split())
    name = f"STPs in the {region.name.removeprefix('NHS England ')}" if region and "stp" in head.term.kinds else own
    return OrganisationMention(start, end, surface, Organisation(None, name), RULE, head.kind, form=MentionForm.GROUP, confidence=CONFIDENCE[RULE])


def called(members: Sequence[Organisation]) -> Organisation | None:
    """A few bodies by their names; None where they are too many."""
    names = [body.name for body in members]
    return Organisation(None, f"{', '.join(names[:-1])} and {names[-1]}") if len(names) <= _MOST_NAMES else None


@dataclass(frozen=True)
class _Finder:
    """Tells which plural nouns of one text mean some bodies in particular."""

    text: str
    places: Places
    register: Register
    known: frozenset[str]

    def group(self, head: Head) -> Group | None:
        around = self.places.around(head)
        quantity, region = around.quantity, self._region(around.places or self.known)
        is_sure = self._is_sure(head, around, region)
        if self._is_nobody(head, around) or not (is_sure or quantity.is_definite or quantity.is_local):
            return None
        start, end = self._start(around, is_sure), self._end(head, around)
        return Group(named(self.text, start, end, head, region, self.text[end : around.end]), head, around, region, is_sure)

    def _start(self, around: Around, is_sure: bool) -> int:
        """A quantity belongs to the group, and so does "the" of one that takes others up."""
        start = around.quantity.start
        if around.owner or around.quantity.is_said or not is_sure:
            return around.owner.start if around.owner else start
        article = _ARTICLE.match(self.text, start)
        return article.end() if article else start

    def _end(self, head: Head, around: Around) -> int:
        """The place behind belongs to a group that would be none without it; "… region" is a body by itself."""
        is_needed = around.tail is not None and not around.beside and not around.quantity.is_said
        return around.end if is_needed and around.tail and around.end == around.tail.end else head.end

    def _is_sure(self, head: Head, around: Around, region: Body | None) -> bool:
        quantity, noun = around.quantity, head.term.text
        if noun.istitle():
            return self.text[head.start : head.end].istitle()  # the Big Four
        if head.refers_back:
            is_of_system = around.beside is not None and any(self._kind(body_id) == "stp" for body_id in around.places)
            is_counted = quantity.count is not None and quantity.is_definite
            return is_counted if head.term.kinds <= _PEERS else is_of_system and _PEERS.isdisjoint(head.term.kinds)
        if "stp" in head.term.kinds and (head.is_vague or quantity.is_each):
            return quantity.is_said and region is not None
        if around.beside or (quantity.is_said and not quantity.is_each):
            return True
        return self._is_sure_unsaid(head, around)

    def _is_sure_unsaid(self, head: Head, around: Around) -> bool:
        """Without a quantity: "CCGs", "ambulance trusts in Wales", "its sustainability and transformation partnerships"."""
        noun = head.term.text
        if noun.endswith("commissioners"):
            return False  # "commissioners in Norfolk" say as little as "the NHS in Norfolk"
        if noun[:2].isupper():
            return True
        if " " in noun:
            return around.tail is not None or ("stp" in head.term.kinds and not _THEIRS.isdisjoint(around.quantity.words))
        is_health = noun in _ROLES and any(self._kind(body_id) in _HEALTH for body_id in self.known)
        return is_health and bool(_ALONE.search(self.text, max(0, head.start - 12), head.start) and _GOES_ON.match(self.text, head.end))

    def _is_nobody(self, head: Head, around: Around) -> bool:
        """Hospitals that one body has, and nouns that are half of "both": "the trust's three hospitals", "both trusts and the CCG"."""
        is_owned = around.is_owned or not _THEIRS.isdisjoint(around.quantity.words)
        is_site = head.term.text == "hospitals" and is_owned and "acute" not in around.quantity.words
        return is_site or ("both" in around.quantity.words and _AND.match(self.text, head.end) is not None)

    def _region(self, ids: Iterable[str]) -> Body | None:
        """The one region that some bodies are, or lie in as health systems."""
        bodies = [self.register.bodies[body_id.removesuffix("-icb")] for body_id in ids if body_id.removesuffix("-icb") in self.register.bodies]
        near = {b.id for b in bodies if b.kind == "region"} | {b.parent_id for b in bodies if b.kind == "stp" and b.parent_id}
        return self.register.bodies[near.pop()] if len(near) == 1 else None

    def _kind(self, body_id: str) -> str:
        return self.register.bodies[body_id].kind
