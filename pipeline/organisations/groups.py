"""Several organisations named at once: "the remaining five STP areas", "Herts Valleys and West Essex CCGs"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate, Scan
from pipeline.registry import Register, Term, fold

_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "twenty"}
)
_QUANTIFIERS = _NUMBERS | {"all", "each", "both", "other", "remaining", "neighbouring", "these", "those", "several", "many", "some"}
_MODIFIERS = _QUANTIFIERS | {"the", "of", "a", "further", "our", "its", "their", "acute", "nhs", "local", "largest", "main", "biggest", "general"}
_OUTER = re.compile(r"^(?:(?:the|our|its|their|these|those|all|each|both|some|many|of|other|remaining|a|further)\s+)+", re.IGNORECASE)
_FURTHEST = 7  # words of quantity before a head


@dataclass(frozen=True, slots=True)
class _Head:
    """The plural noun that a group turns on, and its words."""

    term: Term
    first: int
    last: int


def find_groups(scanned: Scan, candidates: Sequence[Candidate], register: Register, known: Iterable[str]) -> list[OrganisationMention]:
    """Groups with a null id; those of health systems bear the name of their region, where tail or document (`known` ids) tells it."""
    places = sorted((c for c in candidates if c.is_place), key=lambda c: c.end - c.start)
    starting, ending = {c.first: c for c in places}, {c.last: c for c in places}  # the longest
    region = _region(register, known)
    groups: list[OrganisationMention] = []
    for head in _heads(scanned, register):
        last, tail = _tail(scanned, head, starting)
        near = _region(register, [a.id for a in tail.aliases]) if tail else region
        if "stp" in head.term.kinds and head.term.text.islower() and " " not in head.term.text and not near:
            continue  # "all systems", "five areas" mean health systems only where one is named
        first, end = _first(scanned, head, ending, located=tail is not None), scanned.ends[last]
        if groups and groups[-1].kind == _kind(head.term) and scanned.text[groups[-1].end : scanned.starts[head.first]] == " and ":
            groups[-1] = _group(scanned.text, groups[-1].start, end, head.term, near)  # "the STPs and integrated care system areas"
        elif first is not None:
            groups.append(_group(scanned.text, scanned.starts[first], end, head.term, near))
    return groups


def find_listed(scanned: Scan, candidates: Sequence[Candidate], register: Register) -> Iterator[tuple[Candidate, frozenset[str]]]:
    """The items of a list that share its plural head, with the ids that they may have: "Herts Valleys, … and West Essex CCGs"."""
    ending: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        ending.setdefault(candidate.last, []).append(candidate)
    for head in _heads(scanned, register):
        chain: list[tuple[Candidate, frozenset[str]]] = []
        at: int | None = head.first - 1
        while at is not None and (item := _item(ending.get(at, ()), head, register)):
            chain.append(item)
            at = _before(scanned, item[0].first)
        if len(chain) > 1:
            yield from chain


def _item(candidates: Iterable[Candidate], head: _Head, register: Register) -> tuple[Candidate, frozenset[str]] | None:
    singular = fold(head.term.text).removesuffix("s")
    for candidate in sorted(candidates, key=lambda c: c.first):
        ids = frozenset(alias.id for alias in register.aliases.get(f"{candidate.form} {singular}", ()))
        if ids:
            return candidate, ids
    return None


def _before(scanned: Scan, first: int) -> int | None:
    """The last word of the item before this one, over "and" or a comma."""
    at = first - 1
    if at > 0 and scanned.folded[at] == "and":
        return at - 1
    return at if at >= 0 and scanned.text[scanned.ends[at] : scanned.starts[first]].strip() == "," else None


def _heads(scanned: Scan, register: Register) -> Iterator[_Head]:
    terms = {tuple(fold(term.text).split()): term for term in register.terms if term.group}
    last_words = {form[-1] for form in terms}
    longest = max(map(len, terms), default=0)
    for last, word in enumerate(scanned.folded):
        if word in last_words and scanned.text[scanned.ends[last] - 2] not in "'’":  # "the Council's" is one council
            for size in range(min(longest, last + 1), 0, -1):
                first = last - size + 1
                term = terms.get(tuple(scanned.folded[first : last + 1]))
                if term and all(map(scanned.joins, range(first, last))):
                    yield _Head(term, first, last)
                    break


def _first(scanned: Scan, head: _Head, places: dict[int, Candidate], located: bool) -> int | None:
    """The first word of the group, or None where nothing says that some bodies in particular are meant."""
    place = places.get(head.first - 1)
    named = place is not None and scanned.capital(place.first) and scanned.joins(head.first - 1)
    core = place.first if place and named else head.first
    first = core
    while first > 0 and core - first < _FURTHEST and _modifies(scanned, first - 1):
        first -= 1
    while first < core and scanned.folded[first] in {"of", "a"} and scanned.folded[first + 1] != "further":
        first += 1
    if any(word in _QUANTIFIERS or word.isdigit() for word in scanned.folded[first:core]):
        return first
    return core if named or head.term.text[:2].isupper() or (located and " " in head.term.text) else None


def _modifies(scanned: Scan, at: int) -> bool:
    word = scanned.folded[at]
    if word not in _MODIFIERS and not (word.isdigit() and len(word) < 4):
        return False
    # nothing but white space between: "(404)\tProviders" are two cells
    return scanned.joins(at) and scanned.text[scanned.ends[at] : scanned.starts[at + 1]].isspace()


def _tail(scanned: Scan, head: _Head, places: dict[int, Candidate]) -> tuple[int, Candidate | None]:
    """The last word of the group with its "in the East of England", and that place; "… region" is a body and stays outside."""
    at = head.last + 1
    if at + 1 >= len(scanned.folded) or scanned.folded[at] not in {"in", "across"} or not scanned.joins(head.last):
        return head.last, None
    place = places.get(at + 2 if scanned.folded[at + 1] == "the" else at + 1)
    if place and scanned.folded[place.last + 1 : place.last + 2] == ["region"]:
        return head.last, place
    return (place.last, place) if place else (head.last, None)


def _region(register: Register, ids: Iterable[str]) -> str | None:
    """The one region that some bodies are, or lie in as health systems."""
    bodies = [register.bodies[body_id] for body_id in ids]
    near = {b.id for b in bodies if b.kind == "region"} | {b.parent_id for b in bodies if b.kind == "stp" and b.parent_id}
    return register.bodies[near.pop()].name.removeprefix("NHS England ") if len(near) == 1 else None


def _group(text: str, start: int, end: int, term: Term, region: str | None) -> OrganisationMention:
    surface = text[start:end]
    name = f"STPs in the {region}" if region and "stp" in term.kinds else " ".join(_OUTER.sub("", surface).split())
    return OrganisationMention(start, end, surface, Organisation(None, name), "group", _kind(term))


def _kind(term: Term) -> str:
    return f"group:{min(term.kinds)}"
