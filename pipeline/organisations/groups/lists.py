"""Names that share a plural head: "Herts Valleys and West Essex CCGs" is a group of two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model import OrganisationMention
from pipeline.organisations.aliases import Candidate
from pipeline.organisations.groups.around import end_before
from pipeline.organisations.groups.finding import called, named
from pipeline.organisations.groups.plurals import Head, singular
from pipeline.registry import Register, fold

_LINK = re.compile(r"(?:,?\s{1,3}(?:and|&)\s{1,3}|,\s{0,3})\Z", re.IGNORECASE)
_SEVERALLY_BEFORE = re.compile(r"\b(?:between|among|amongst)\s(?:the\s)?\Z", re.IGNORECASE)
_SEVERALLY_AFTER = re.compile(r"[^.\n]{0,200}\brespectively\b")
_COUNCILS = ("borough council", "city council", "district council", "county council")

Item = tuple[Candidate, frozenset[str]]
Link = Callable[[Candidate, Collection[str]], OrganisationMention | None]


def find_lists(text: str, heads: Iterable[Head], candidates: Iterable[Candidate], register: Register, link: Link) -> Iterator[OrganisationMention]:
    """One mention for each list, with its items as members; the items themselves where `link` does not know them all, or where each is spoken of by itself.

    Councils are always by themselves: "Norfolk and Suffolk county councils" are two names.
    """
    ending: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        ending[candidate.end].append(candidate)
    for head in heads:
        items = _items(text, head, ending, register)
        linked = [mention for candidate, ids in items if (mention := link(candidate, ids))]
        if len(items) > 1 and len(linked) == len(items) and not _is_severally(text, head, linked[-1].start):
            yield _group(text, head, linked)
        elif len(items) > 1:
            yield from linked


def _is_severally(text: str, head: Head, start: int) -> bool:
    """ "Split between A, B and C CCGs", "… respectively"."""
    before = _SEVERALLY_BEFORE.search(text, max(0, start - 15), start)
    return "council" in head.term.kinds or before is not None or _SEVERALLY_AFTER.match(text, head.end) is not None


def _group(text: str, head: Head, linked: Sequence[OrganisationMention]) -> OrganisationMention:
    start = min(mention.start for mention in linked)
    members = tuple(mention.organisation for mention in reversed(linked))
    group = named(text, start, head.end, head)
    return replace(group, members=members, organisation=called(members) or group.organisation)


def _items(text: str, head: Head, ending: Mapping[int, Sequence[Candidate]], register: Register) -> list[Item]:
    """The items before a head, the last first, with the ids that they may have."""
    items: list[Item] = []
    at: int | None = end_before(text, head.start)
    while at is not None and (item := _item(ending.get(at, ()), head, register)):
        items.append(item)
        at = link.start() if (link := _LINK.search(text, max(0, item[0].start - 12), item[0].start)) else None
    return items


def _item(candidates: Iterable[Candidate], head: Head, register: Register) -> Item | None:
    for candidate in sorted(candidates, key=lambda c: c.start):
        for ending in _endings(head):
            if ids := frozenset(alias.id for alias in register.aliases.get(f"{candidate.name.form} {ending}", ())):
                return candidate, ids
    return None


def _endings(head: Head) -> tuple[str, ...]:
    """What a name may end with that the head stands for."""
    one = fold(singular(head.term.text))
    return (one, *(_COUNCILS if one == "council" else ()), *((one.split()[-1],) if " " in one else ()))
