"""Choosing among mentions that overlap, and making mentions of names that the register does not know."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.model import Organisation, OrganisationMention
from pipeline.registry import fold

# endings that make another body of the one whose name they follow
_LONGER = re.compile(r" (?:Charity|College|Council|Foundation|Group|Ltd|Limited|University|plc)$")
_LEGAL_FORM = re.compile(r" (?:plc|ltd|limited|llp|inc)$")


def select(text: str, *tiers: Iterable[OrganisationMention]) -> list[OrganisationMention]:
    """The mentions to keep, in the order of the text, none overlapping another: earlier tiers first, and in a tier the longest."""
    chosen: list[OrganisationMention] = []
    taken = bytearray(len(text))
    for tier in tiers:
        for mention in sorted(tier, key=lambda m: (m.start - m.end, m.start)):
            if taken.find(1, mention.start, mention.end) < 0:
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                chosen.append(mention)
    return sorted(chosen, key=lambda m: m.start)


def overlapping(mentions: Sequence[OrganisationMention], start: int, end: int) -> list[OrganisationMention]:
    """Those of the mentions, sorted and apart, that share a character with a span."""
    first = bisect.bisect_right(mentions, start, key=lambda m: m.end)
    last = bisect.bisect_left(mentions, end, key=lambda m: m.start)
    return list(mentions[first:last])


def occurrences(text: str, needles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of some strings stands in a text as whole words, in one pass."""
    machine = AhoCorasick(sorted(set(needles)), matchkind=MatchKind.LeftmostLongest)
    for _, start, end in machine.find_matches_as_indexes(text):
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end


def unregistered(text: str, names: Sequence[tuple[int, int]], known: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """Mentions, wherever they stand, of names that are not in the register; the longest spelling names them all."""
    fresh = {text[start:end] for start, end in names if 0 <= start < end <= len(text) and fold(text[start:end]) and _is_fresh(text, start, end, known)}
    if not fresh:
        return []
    spellings: dict[str, set[str]] = defaultdict(set)
    for name in fresh:
        spellings[_core(name)].add(" ".join(name.split()))
    found = [(start, end) for start, end in occurrences(text, fresh) if _is_fresh(text, start, end, known)]
    return [
        OrganisationMention(start, end, text[start:end], Organisation(None, max(spellings[_core(text[start:end])], key=lambda n: (len(n), n))), "name")
        for start, end in found
    ]


def _is_fresh(text: str, start: int, end: int, known: Sequence[OrganisationMention]) -> bool:
    """Whether a name says more than what the register finds there, as "Norfolk Punch Ltd" and "Addenbrooke's Charity" do."""
    inside = overlapping(known, start, end)
    if any(m.start < start or end < m.end or m.end - m.start == end - start for m in inside):
        return False
    return all(_is_slight(m) for m in inside) or (len(inside) == 1 and inside[0].start == start and _LONGER.search(text, inside[0].end, end) is not None)


def _is_slight(mention: OrganisationMention) -> bool:
    return mention.rule == "place" or mention.organisation.id is None or " " not in mention.surface


def _core(name: str) -> str:
    return _LEGAL_FORM.sub("", fold(name))
