"""Whom a description means: "the trust", "the Spanish bank"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from itertools import islice

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.introduced import RULE as INTRODUCED
from pipeline.organisations.introduced import shortened
from pipeline.organisations.keys import COUNCILS, heads_of, keys_of
from pipeline.organisations.linker import words_of
from pipeline.organisations.mentions import like, overlapping
from pipeline.organisations.phrases import Phrase, find_phrases
from pipeline.registry import Body, Register, fold

RULE, MEMBERSHIP, PROVENANCE, OF_A_PLACE = "definite description", "membership", "document name", "council of a place"
_PLACE_AFTER = re.compile(r"(?: \([A-Z]{2,6}\))? (?:for|of|in|covering)(?: the)? $")
_SENTENCE_END = re.compile(r"[.!?][”\"’')]{0,2}\s|\n")
_LEAD = 800  # characters in which a description may point forward, as headlines do
_RECENT = 3  # sentences back in which the last body of a kind is the one that is meant
_BESIDE = 25  # characters between a place and the description of its council


def add_described(
    text: str, found: list[OrganisationMention], register: Register, on: date | None, home: Collection[str], councils: Sequence[tuple[int, int, Body]]
) -> list[OrganisationMention]:
    """Adds the descriptions of bodies that the text names, or that its own name gives away: `home` are the ids of those whose paper it may be.

    `councils` are those of the places that the text names, with where it does.
    """
    short = shortened(text, found)
    heads = {head for mention in found for head in heads_of(mention)}
    discourse = _Discourse(text, found, register, on, home, councils)
    for phrase in find_phrases(text, register, heads):
        if overlapping(found, phrase.start, phrase.end):
            continue
        if meant := discourse.meant(phrase):
            is_short = not phrase.qualifiers and any((meant.organisation.id, meant.organisation.name, s) in short for s in (phrase.noun, phrase.noun.upper()))
            rule = INTRODUCED if is_short else meant.rule if meant.rule in (MEMBERSHIP, PROVENANCE, OF_A_PLACE) else RULE
            discourse.add(like(meant, text, phrase.start, phrase.end, rule, MentionForm.DESCRIPTION))
    return discourse.mentions()


class _Discourse:
    """What has been mentioned so far, while a text is read from its start."""

    def __init__(
        self,
        text: str,
        found: Sequence[OrganisationMention],
        register: Register,
        on: date | None,
        home: Collection[str],
        councils: Sequence[tuple[int, int, Body]],
    ) -> None:
        self._text, self._found, self._register, self._on = text, found, register, on
        self._councils = councils
        self._home = [register.bodies[body_id] for body_id in home]
        self._next = 0
        self._added: list[OrganisationMention] = []
        self._earlier: defaultdict[str, list[OrganisationMention]] = defaultdict(list)
        self._bodies: defaultdict[str, Counter[Organisation]] = defaultdict(Counter)
        for mention in found:
            for key in keys_of(mention):
                self._bodies[key][mention.organisation] += 1

    def add(self, mention: OrganisationMention) -> None:
        self._added.append(mention)
        self._note(mention)
        for key in keys_of(mention):
            self._bodies[key][mention.organisation] += 1

    def mentions(self) -> list[OrganisationMention]:
        return sorted([*self._found, *self._added], key=lambda m: m.start)

    def meant(self, phrase: Phrase) -> OrganisationMention | None:
        """The mention that a description takes its body from."""
        while self._next < len(self._found) and self._found[self._next].start < phrase.start:
            self._note(self._found[self._next])
            self._next += 1
        keys = [phrase.noun] if phrase.noun in COUNCILS else sorted({*phrase.kinds, phrase.noun})
        if phrase.possessed and len(set().union(*(self._bodies[key] for key in keys))) > 1:
            return None
        if after := self._named_after(phrase, keys):
            return after
        if self._text.startswith(" of ", phrase.end):
            return None
        if phrase.qualifiers:
            return self._qualified(phrase, keys)
        owner = self._of_the_place(phrase, _BESIDE) or self._owner_of_the_paper(phrase, keys) or self._recent(phrase, keys)
        return owner or self._of_the_place(phrase, phrase.start) or self._elsewhere(phrase, keys)

    def _note(self, mention: OrganisationMention) -> None:
        for key in keys_of(mention):
            self._earlier[key].append(mention)

    def _named_after(self, phrase: Phrase, keys: Sequence[str]) -> OrganisationMention | None:
        """ "The CCG for West Essex"."""
        after = self._found[self._next] if self._next < len(self._found) else None
        near = after is not None and after.start - phrase.end < 30 and not set(keys).isdisjoint(keys_of(after))
        return after if after and near and _PLACE_AFTER.fullmatch(self._text, phrase.end, after.start) else None

    def _of_the_place(self, phrase: Phrase, near: int) -> OrganisationMention | None:
        """ "In Oxfordshire, the county council": the council of that sort of the place that stood last, no further than so many characters before."""
        if phrase.noun not in COUNCILS:
            return None
        fitting = [(end, body) for _, end, body in self._councils if phrase.start - near <= end <= phrase.start and phrase.noun in fold(body.name)]
        last = {body.id: body for end, body in fitting if end == fitting[-1][0]}
        return self._mention(phrase, next(iter(last.values())), OF_A_PLACE) if len(last) == 1 else None

    def _owner_of_the_paper(self, phrase: Phrase, keys: Sequence[str]) -> OrganisationMention | None:
        """ "The Trust", with its capital, in a paper whose name says which trust's it is."""
        owners = [body for body in self._home if body.kind in keys]
        is_capital = self._text[phrase.end - len(phrase.noun)].isupper()
        return self._mention(phrase, owners[0], PROVENANCE) if len(owners) == 1 and is_capital else None

    def _qualified(self, phrase: Phrase, keys: Sequence[str]) -> OrganisationMention | None:
        """ "The Bury trust": the one whose names have the word; "the Spanish bank": the one bank that was named just now."""
        earlier = [m for key in keys for m in self._earlier[key] if self._is_recent(m, phrase)]
        words = {word.casefold().removesuffix("-based") for word in phrase.qualifiers}
        told = [m for m in earlier if words & _words(m, self._register)]
        if not told and "company" not in phrase.kinds and not all(word[0].isupper() or "-" in word for word in phrase.qualifiers):
            return None  # the emergency department
        bodies = {m.organisation for m in told or earlier}
        if len(bodies) == 1 and (told or not any(word[0].isupper() and self._is_elsewhere(word) for word in phrase.qualifiers)):
            return max(told or earlier, key=lambda m: m.start)
        return None

    def _is_elsewhere(self, word: str) -> bool:
        """Whether a word of a description is the name of a place that bodies are called after."""
        return any(alias.kind == "place_metonym" for alias in self._register.aliases.get(fold(word), ()))

    def _recent(self, phrase: Phrase, keys: Sequence[str]) -> OrganisationMention | None:
        """The last body of the kind, where it was named just now; further on the one that is named most."""
        last = max((self._earlier[key][-1] for key in keys if self._earlier[key]), key=lambda m: m.start, default=None)
        if last is None or self._is_recent(last, phrase):
            return last
        counts: Counter[Organisation] = sum((self._bodies[key] for key in keys), Counter())
        (first, most), (_, next_most) = [*counts.most_common(2), (last.organisation, 0), (last.organisation, 0)][:2]
        if most <= next_most or first == last.organisation:
            return last
        return next((m for m in self._found if m.organisation == first), last)

    def _is_recent(self, mention: OrganisationMention, phrase: Phrase) -> bool:
        too_far = islice(_SENTENCE_END.finditer(self._text, mention.end, phrase.start), _RECENT, None)  # no further than that is looked
        return next(too_far, None) is None

    def _elsewhere(self, phrase: Phrase, keys: Sequence[str]) -> OrganisationMention | None:
        """A body that only the register's memberships tell; in a lead the body that is named most further on."""
        if belongs := self._by_membership(phrase, keys):
            return belongs
        fitting = [m for m in self._found if not set(keys).isdisjoint(keys_of(m))] if phrase.start < _LEAD else []
        counts = Counter(m.organisation for m in fitting)
        return max(fitting, key=lambda m: counts[m.organisation], default=None)

    def _by_membership(self, phrase: Phrase, keys: Sequence[str]) -> OrganisationMention | None:
        """ "The STP" of a paper that names two of its trusts, "the CCG" of a system that has but one, "the region" in which the systems lie."""
        named = {m.organisation.id: m.kind for m in self._found if m.organisation.id}
        wholes = Counter(group.id for body_id in named for group in self._wholes(body_id) if group.kind in keys)
        whole = [group for group, count in wholes.most_common(2) if count == max(wholes.values()) and count > 1]
        if len(whole) == 1:
            return self._mention(phrase, self._register.bodies[whole[0]], MEMBERSHIP)
        if self._on is None or any(self._bodies[key] for key in keys):
            return None
        systems = [body_id for body_id, kind in named.items() if kind == "stp"]
        parts = {part.id for system in systems for part in self._register.members(system, self._on) if part.kind in keys}
        return self._mention(phrase, self._register.bodies[parts.pop()], MEMBERSHIP) if len(parts) == 1 else None

    def _wholes(self, body_id: str) -> list[Body]:
        parent = self._register.bodies[body_id].parent_id
        return [*self._register.groups_of(body_id, self._on), *([self._register.bodies[parent]] if parent else [])]

    def _mention(self, phrase: Phrase, body: Body, rule: str) -> OrganisationMention:
        surface = self._text[phrase.start : phrase.end]
        return OrganisationMention(phrase.start, phrase.end, surface, Organisation(body.id, body.name), rule, body.kind, confidence=CONFIDENCE[rule])


def _words(mention: OrganisationMention, register: Register) -> set[str]:
    own = set(fold(mention.organisation.name).split())
    return own | words_of(register)[mention.organisation.id] if mention.organisation.id else own
