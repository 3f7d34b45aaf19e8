"""Several organisations named at once: "the remaining five STP areas", "Herts Valleys and West Essex CCGs"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate, joined
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.folding import Folded, automaton_of
from pipeline.registry import Register, Term, fold

_NUMBERS = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|\d{1,3}"
_QUANTIFIERS = rf"{_NUMBERS}|all|each|both|other|remaining|neighbouring|these|those|several|many|some"
_MODIFIERS = rf"{_QUANTIFIERS}|the|of|a|further|our|its|their|acute|nhs|local|largest|main|biggest|general"
_GAP = r"(?:[^\S\t\n]{1,3}\n?|\n)[^\S\t\n]{0,3}"  # white space that is neither the edge of a cell nor a blank line
_FURTHEST = 7  # words of quantity before a head
_WINDOW = 120  # characters that they may take
_QUANTITY = re.compile(rf"(?:\b(?:{_MODIFIERS}){_GAP}){{1,{_FURTHEST}}}\Z", re.IGNORECASE)
_QUANTIFIED = re.compile(rf"\b(?:{_QUANTIFIERS})\b", re.IGNORECASE)
_OPENING = re.compile(rf"(?:(?:of|a(?!{_GAP}further)){_GAP})*", re.IGNORECASE)  # words before the group rather than of it
_OUTER = re.compile(r"^(?:(?:the|our|its|their|these|those|all|each|both|some|many|of|other|remaining|a|further)\s+)+", re.IGNORECASE)
_WHERE = re.compile(rf"{_GAP}(?:in|across){_GAP}(?:the{_GAP})?", re.IGNORECASE)
_REGION = re.compile(r"(?:['’]s?)?\sregion\b", re.IGNORECASE)
_LINK = re.compile(r"(?:,?\s{1,3}(?:and|&)\s{1,3}|,\s{0,3})\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """The plural noun that a group turns on, and its place."""

    term: Term
    start: int
    end: int


def find_heads(folded: Folded, register: Register) -> list[Head]:
    """The plural nouns of the register in a text, the longest where one ends another."""
    heads: list[Head] = []
    automaton, terms = _automaton(register)
    for which, start, end in folded.find(automaton):
        # "the Council's" is one council
        if not (heads and heads[-1].end == end) and folded.text[end - 2] not in "'’" and joined(folded.text, start, end):
            heads.append(Head(terms[which], start, end))
    return heads


def find_groups(text: str, heads: Iterable[Head], candidates: Iterable[Candidate], register: Register, known: Iterable[str]) -> list[OrganisationMention]:
    """Groups with a null id; those of health systems bear the name of their region, where tail or document (`known` ids) tells it."""
    places = sorted((c for c in candidates if c.name.is_place), key=lambda c: c.end - c.start)
    starting, ending = {c.start: c for c in places}, {c.end: c for c in places}  # the longest
    region = _region(register, known)
    groups: list[OrganisationMention] = []
    for head in heads:
        end, tail = _tail(text, head, starting)
        near = _region(register, [a.id for a in tail.name.aliases]) if tail else region
        if "stp" in head.term.kinds and head.term.text.islower() and " " not in head.term.text and not near:
            continue  # "all systems", "five areas" mean health systems only where one is named
        start = _start(text, head, ending, located=tail is not None)
        if groups and groups[-1].kind == _kind(head.term) and text[groups[-1].end : head.start] == " and ":
            groups[-1] = _group(text, groups[-1].start, end, head.term, near)  # "the STPs and integrated care system areas"
        elif start is not None:
            groups.append(_group(text, start, end, head.term, near))
    return groups


def find_listed(text: str, heads: Iterable[Head], candidates: Iterable[Candidate], register: Register) -> Iterator[tuple[Candidate, frozenset[str]]]:
    """The items of a list that share its plural head, with the ids that they may have: "Herts Valleys, … and West Essex CCGs"."""
    ending: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        ending.setdefault(candidate.end, []).append(candidate)
    for head in heads:
        chain: list[tuple[Candidate, frozenset[str]]] = []
        at: int | None = _end_before(text, head.start)
        while at is not None and (item := _item(ending.get(at, ()), head, register)):
            chain.append(item)
            at = link.start() if (link := _LINK.search(text, max(0, item[0].start - 12), item[0].start)) else None
        if len(chain) > 1:
            yield from chain


def _item(candidates: Iterable[Candidate], head: Head, register: Register) -> tuple[Candidate, frozenset[str]] | None:
    singular = fold(head.term.text).removesuffix("s")
    for candidate in sorted(candidates, key=lambda c: c.start):
        ids = frozenset(alias.id for alias in register.aliases.get(f"{candidate.name.form} {singular}", ()))
        if ids:
            return candidate, ids
    return None


def _end_before(text: str, start: int) -> int:
    """Where the word before a place ends, over white space."""
    near = text[max(0, start - 6) : start]
    return start - len(near) + len(near.rstrip())


def _start(text: str, head: Head, places: Mapping[int, Candidate], located: bool) -> int | None:
    """Where the group begins, or None where nothing says that some bodies in particular are meant."""
    place = places.get(_end_before(text, head.start))
    named = place is not None and text[place.start].isupper() and joined(text, place.end, head.start)
    core = place.start if place and named else head.start
    quantity = _QUANTITY.search(text, max(0, core - _WINDOW), core)
    opening = _OPENING.match(text, quantity.start(), core) if quantity else None
    first = opening.end() if opening else core
    if _QUANTIFIED.search(text, first, core):
        return first
    return core if named or head.term.text[:2].isupper() or (located and " " in head.term.text) else None


def _tail(text: str, head: Head, places: Mapping[int, Candidate]) -> tuple[int, Candidate | None]:
    """The end of the group with its "in the East of England", and that place; "… region" is a body and stays outside."""
    where = _WHERE.match(text, head.end)
    place = places.get(where.end()) if where else None
    if place is None or _REGION.match(text, place.end):
        return head.end, place
    return place.end, place


def _region(register: Register, ids: Iterable[str]) -> str | None:
    """The one region that some bodies are, or lie in as health systems."""
    bodies = [register.bodies[body_id] for body_id in ids]
    near = {b.id for b in bodies if b.kind == "region"} | {b.parent_id for b in bodies if b.kind == "stp" and b.parent_id}
    return register.bodies[near.pop()].name.removeprefix("NHS England ") if len(near) == 1 else None


def _group(text: str, start: int, end: int, term: Term, region: str | None) -> OrganisationMention:
    surface = text[start:end]
    name = f"STPs in the {region}" if region and "stp" in term.kinds else " ".join(_OUTER.sub("", surface).split())
    return OrganisationMention(start, end, surface, Organisation(None, name), "group", _kind(term), form=MentionForm.GROUP, confidence=CONFIDENCE["group"])


def _kind(term: Term) -> str:
    return f"group:{min(term.kinds)}"


@functools.lru_cache(maxsize=4)
def _automaton(register: Register) -> tuple[BytesAhoCorasick, list[Term]]:
    terms = [term for term in register.terms if term.group]
    return automaton_of(fold(term.text) for term in terms), terms
