"""What persons have settled about names, applied to a document: a confirmed reading stands, a rejected one goes, whatever any rule says."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ahocorasick_rs import BytesAhoCorasick

from pipeline.model import LinkDecision, LinkVerdict, Organisation, OrganisationMention
from pipeline.organisations.aliases import joined
from pipeline.organisations.folding import automaton_of, fold_text
from pipeline.organisations.mentions import overlapping, select
from pipeline.registry import Register, fold

CONFIRMED, REJECTED = "confirmed by a person", "rejected by a person"

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Ruling:
    """All that is settled about one name: whom it means, if anybody said so, and whom it does not mean."""

    confirmed: LinkDecision | None
    rejected: frozenset[str | None]

    def others(self, readings: Iterable[Organisation]) -> tuple[Organisation, ...]:
        """The readings that are left as alternatives."""
        chosen = self.confirmed.organisation_id if self.confirmed else None
        return tuple(dict.fromkeys(o for o in readings if o.id and o.id != chosen and o.id not in self.rejected))


def concerning(document_id: str, text: str, decisions: Sequence[LinkDecision]) -> tuple[LinkDecision, ...]:
    """The decisions that can change how a document is read: made for it or for all, about a name whose words stand in its text."""
    near = [(d, fold(d.name)) for d in decisions if d.document_id in (None, document_id)]
    standing = {name for name, _, _ in _places(text, {name for _, name in near})}
    return tuple(d for d, name in near if name in standing)


def decided(text: str, mentions: Sequence[OrganisationMention], decisions: Sequence[LinkDecision], register: Register) -> list[OrganisationMention]:
    """The mentions of a text, in its order and apart, as persons have settled them; doing it twice changes nothing.

    A confirmed name is linked wherever it stands as whole words, unless it is but a part of a longer name; who was meant before is kept as an
    alternative. A rejected reading goes, and no other takes its place. One document's decision beats one for all, a later one an earlier one.
    A decision about an id that the register lacks waits until the register has it.
    """
    rulings = _rulings(d for d in decisions if d.organisation_id is None or d.organisation_id in register.bodies)
    kept = [_without_rejected(mention, ruling) if (ruling := rulings.get(fold(mention.surface))) else mention for mention in mentions]
    names = {name for name, ruling in rulings.items() if ruling.confirmed}
    confirmed = [m for name, start, end in _places(text, names) if (m := _confirmed(name, start, end, rulings[name], text, kept, register))]
    return select(text, confirmed, kept)


def _rulings(decisions: Iterable[LinkDecision]) -> dict[str, _Ruling]:
    by_name: defaultdict[str, list[LinkDecision]] = defaultdict(list)
    for decision in decisions:
        by_name[fold(decision.name)].append(decision)
    return {name: _ruling(made) for name, made in by_name.items() if name}


def _ruling(decisions: Sequence[LinkDecision]) -> _Ruling:
    """What one name comes to; a confirmation that is rejected later gives way to the one before it."""
    confirmed: list[LinkDecision] = []
    rejected: set[str | None] = set()
    for decision in sorted(decisions, key=lambda d: d.document_id is not None):
        confirmed = [c for c in confirmed if c.organisation_id != decision.organisation_id]
        if decision.verdict is LinkVerdict.CONFIRM:
            confirmed.append(decision)
            rejected.discard(decision.organisation_id)
        else:
            rejected.add(decision.organisation_id)
    return _Ruling(confirmed[-1] if confirmed else None, frozenset(rejected))


def _without_rejected(mention: OrganisationMention, ruling: _Ruling) -> OrganisationMention:
    others = tuple(o for o in mention.alternatives if o.id not in ruling.rejected)
    if mention.organisation.id is None or mention.organisation.id not in ruling.rejected:
        return replace(mention, alternatives=others)
    return replace(mention, organisation=Organisation(None, mention.surface), rule=REJECTED, confidence=Decimal(1), alternatives=others)


def _confirmed(
    name: str, start: int, end: int, ruling: _Ruling, text: str, mentions: Sequence[OrganisationMention], register: Register
) -> OrganisationMention | None:
    """The mention that a confirmed name makes at a place; None inside a longer name, and where the words are not spelt as a name."""
    there = overlapping(mentions, start, end)
    around = next((m for m in there if m.start <= start and end <= m.end), None)
    if around:
        start, end = around.start, around.end
    decision = ruling.confirmed
    if decision is None or fold(text[start:end]) != name or not _spelt(text[start:end], decision.name):
        return None
    body = register.bodies[decision.organisation_id] if decision.organisation_id else None
    others = ruling.others(o for mention in there for o in (mention.organisation, *mention.alternatives))
    meant = Organisation(body.id, body.name) if body else Organisation(None, decision.name)
    return OrganisationMention(start, end, text[start:end], meant, CONFIRMED, body.kind if body else None, others)


def _spelt(surface: str, name: str) -> bool:
    """Whether the words show a capital, as names do; a name in capitals keeps them all: WHO is not "Who"."""
    if name.isupper() and " " not in name:
        return surface.isupper()
    return surface != surface.lower() or name == name.lower()


def _places(text: str, names: Iterable[str]) -> Iterator[Place]:
    """Where any of some folded names stands in a text as whole words, a possessive ending left out."""
    wanted = tuple(sorted(filter(None, names)))
    if wanted:
        for which, start, end in fold_text(text).find(_automaton(wanted)):
            if fold(text[start:end]) == wanted[which] and joined(text, start, end):
                yield wanted[which], start, end


@functools.lru_cache(maxsize=8)
def _automaton(names: tuple[str, ...]) -> BytesAhoCorasick:
    return automaton_of(names)
