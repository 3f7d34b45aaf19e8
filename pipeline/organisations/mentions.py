"""Choosing among mentions that overlap, and making mentions of names that the register does not know."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.names import LikelyName
from pipeline.organisations.wording import words
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


def unregistered(text: str, names: Iterable[LikelyName], known: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """Mentions, wherever they stand, of names that are not in the register; the longest spelling names them all."""
    fresh = {text[name.start : name.end]: name.probability for name in names if _is_fresh(text, name.start, name.end, known)}
    if not fresh:
        return []
    spellings: dict[str, set[str]] = defaultdict(set)
    for surface in fresh:
        spellings[_core(surface)].add(" ".join(surface.split()))
    return [
        OrganisationMention(start, end, surface, Organisation(None, _fullest(spellings[_core(surface)])), "name", confidence=_rounded(fresh[surface]))
        for start, end in occurrences(text, fresh)
        if _is_fresh(text, start, end, known) and _is_whole(text, start, end) and (surface := text[start:end])
    ]


def like(mention: OrganisationMention, text: str, start: int, end: int, rule: str, form: MentionForm) -> OrganisationMention:
    """Other words for the body of a mention."""
    return OrganisationMention(start, end, text[start:end], mention.organisation, rule, mention.kind, form=form, confidence=CONFIDENCE[rule])


def _is_fresh(text: str, start: int, end: int, known: Sequence[OrganisationMention]) -> bool:
    """Whether a name says more than what the register finds there, as "Norfolk Punch Ltd" and "Addenbrooke's Charity" do."""
    inside = overlapping(known, start, end)
    if any(m.start < start or end < m.end or m.end - m.start == end - start for m in inside):
        return False
    if any(m.organisation.id and set(text[m.end : end].split()) & words("given") for m in inside):
        return False  # a body, and somebody who speaks for it
    return all(_is_slight(m) for m in inside) or (len(inside) == 1 and inside[0].start == start and _LONGER.search(text, inside[0].end, end) is not None)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a word stands by itself, and is not the surname of somebody."""
    before = text[max(0, start - 30) : start].split()
    return " " in text[start:end] or not before or text[start - 1] != " " or before[-1] not in words("given") | words("title")


def _fullest(spellings: Iterable[str]) -> str:
    return max(spellings, key=lambda name: (len(name), name))


def _rounded(probability: float) -> Decimal:
    return Decimal(probability).quantize(Decimal("0.01"))


def _is_slight(mention: OrganisationMention) -> bool:
    return mention.rule == "place" or mention.organisation.id is None or " " not in mention.surface


def _core(name: str) -> str:
    return _LEGAL_FORM.sub("", fold(name))
