"""Mentions that lean on an earlier one: abbreviations that the text introduces, and "the trust"."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.model import Organisation, OrganisationMention
from pipeline.organisations.mentions import occurrences, overlapping, select
from pipeline.registry import Register, Term, fold

_INTRODUCTION = re.compile(r"\s{0,2}\\?\(\s?(?:the )?[“‘\"']?([A-Z][A-Za-z&/-]{1,11})[”’\"']?\s?\\?\)")  # Markdown escapes its brackets
_PLACE_AFTER = re.compile(r"(?: \([A-Z]{2,6}\))? (?:for|of|in|covering)(?: the)? $")
_INDEFINITE = re.compile(r"\b(?:a|an|another|each|every|any|no|one|former|first|new|per)\s$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:our|their|its|your|his|her)\s$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[a-z] [A-Z][\w’'-]{1,40} $")
_LEAD = 800  # characters in which a description may point forward, as headlines do
_COUNCILS = ("county council", "district council", "borough council", "city council")
# what the last word of a name says about a body that the register does not know
_KINDS = {
    "council": "council",
    "university": "university",
    "trust": "trust",
    "charity": "charity",
    "ccg": "ccg",
    "stp": "stp",
    "partnership": "partnership",
    **dict.fromkeys(("association", "authority", "commission", "hospital", "hospitals", "institute", "party", "society", "union"), "other"),
}


def add_introduced(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """Adds the abbreviations that follow a name in brackets, wherever they stand after that; "(CCG)" and the like are left to `add_described`."""
    generic = {term.text for term in register.terms}
    meant: dict[str, OrganisationMention] = {}
    for mention in found:
        match = _INTRODUCTION.match(text, mention.end)
        if match and match[1] not in generic and _abbreviates(match[1], mention.surface):
            meant.setdefault(match[1], mention)
    if not meant:
        return found
    short = [_like(meant[text[start:end]], text, start, end, "introduced abbreviation") for start, end in occurrences(text, meant)]
    replaced = [m for m in found if m.surface not in meant or m.organisation == meant[m.surface].organisation]
    return select(text, [*replaced, *short])


def add_described(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """Adds "the trust", "the CCG" and the like, linked to the nearest earlier body of that kind, or in a lead to the most mentioned one."""
    terms = {term.text.casefold(): term for term in register.terms if not term.group}
    shortened = {(m.organisation, short[1]) for m in found if (short := _INTRODUCTION.match(text, m.end))}
    discourse = _Discourse(found, register)
    for match in _pattern(tuple(terms)).finditer(text):
        if overlapping(found, match.start(), match.end()):
            continue
        term = terms[f"the {match['term']}".casefold() if match["term"] else match["bare"].casefold()]
        if meant := discourse.meant(text, match, term):
            introduced = (meant.organisation, term.text.removeprefix("the ")) in shortened
            discourse.add(_like(meant, text, match.start(), match.end(), "introduced abbreviation" if introduced else "definite description"))
    return discourse.mentions()


class _Discourse:
    """What has been mentioned so far, by kind, while a text is read from its start."""

    def __init__(self, found: Sequence[OrganisationMention], register: Register) -> None:
        self._found, self._next, self._register = found, 0, register
        self._added: list[OrganisationMention] = []
        self._latest: dict[str, OrganisationMention] = {}
        self._bodies: defaultdict[str, set[Organisation]] = defaultdict(set)
        for mention in found:
            for key in _keys(mention):
                self._bodies[key].add(mention.organisation)
        self._counts = Counter(m.organisation for m in found)

    def add(self, mention: OrganisationMention) -> None:
        self._added.append(mention)
        self._note(mention)

    def mentions(self) -> list[OrganisationMention]:
        return sorted([*self._found, *self._added], key=lambda m: m.start)

    def meant(self, text: str, match: re.Match[str], term: Term) -> OrganisationMention | None:
        """The mention that a description takes its body from."""
        while self._next < len(self._found) and self._found[self._next].start < match.start():
            self._note(self._found[self._next])
            self._next += 1
        keys = [words] if (words := term.text.removeprefix("the ")) in _COUNCILS else sorted(term.kinds)
        if match["bare"] and not self._definite(text, match.start(), keys):
            return None
        after = self._found[self._next] if self._next < len(self._found) else None
        if after and after.start - match.end() < 30 and not set(keys).isdisjoint(_keys(after)) and _PLACE_AFTER.fullmatch(text, match.end(), after.start):
            return after
        if text.startswith(" of ", match.end()):
            return None
        earlier = max((self._latest[key] for key in keys if key in self._latest), key=lambda m: m.start, default=None)
        if earlier or match.start() >= _LEAD:
            return earlier
        return self._whole_of_its_members(text, match, keys) or self._most_mentioned(keys)

    def _note(self, mention: OrganisationMention) -> None:
        for key in _keys(mention):
            self._latest[key] = mention

    def _definite(self, text: str, start: int, keys: Sequence[str]) -> bool:
        """Whether a bare "CCG" means a certain one: not "a CCG", not "Foo CCG", and "our CCG" only where there is but one."""
        before = text[max(0, start - 50) : start]
        if _INDEFINITE.search(before) or _NAME_BEFORE.search(before):
            return False
        return not _POSSESSIVE.search(before) or len(set().union(*(self._bodies[key] for key in keys))) == 1

    def _whole_of_its_members(self, text: str, match: re.Match[str], keys: Sequence[str]) -> OrganisationMention | None:
        """ "The STP" of a paper that names its trusts and not the STP itself: the one group to which at least two of them belong."""
        named = {m.organisation.id for m in self._found if m.organisation.id}
        groups = [body for key in keys for body in self._register.of_kind(key)]
        members = Counter({group: len(named & {member.id for member in self._register.members(group.id)}) for group in groups})
        (first, most), (_, next_most) = [*members.most_common(2), (None, 0), (None, 0)][:2]
        if first is None or most < 2 or most == next_most:
            return None
        return OrganisationMention(match.start(), match.end(), text[match.start() : match.end()], Organisation(first.id, first.name), "members", first.kind)

    def _most_mentioned(self, keys: Sequence[str]) -> OrganisationMention | None:
        fitting = [m for m in self._found if not set(keys).isdisjoint(_keys(m))]
        return max(fitting, key=lambda m: self._counts[m.organisation], default=None)


def _keys(mention: OrganisationMention) -> tuple[str, ...]:
    """The kinds under which a description may take up a mention."""
    kind = mention.kind
    if mention.rule == "name":
        kind = _KINDS.get(mention.organisation.name.split()[-1].casefold(), "company")  # what nothing marks as public is most often one
    if kind != "council":
        return (kind,) if kind and not kind.startswith("group:") else ()
    return "council", *(phrase for phrase in _COUNCILS if phrase in fold(mention.organisation.name))


def _abbreviates(short: str, name: str) -> bool:
    """Whether a name begins with the first letter of an abbreviation and has the others in their order.

    >>> _abbreviates("WYICB", "NHS West Yorkshire Integrated Care Board"), _abbreviates("CEO", "West Yorkshire Integrated Care Board")
    (True, False)
    """
    letters = name.casefold() if short.startswith("NHS") else name.casefold().removeprefix("nhs ")
    rest = iter(letters)
    return letters[0] == short[0].casefold() and all(letter in rest for letter in short.casefold() if letter.isalnum())


def _like(mention: OrganisationMention, text: str, start: int, end: int, rule: str) -> OrganisationMention:
    return OrganisationMention(start, end, text[start:end], mention.organisation, rule, mention.kind)


@functools.lru_cache(maxsize=4)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    described = "|".join(re.escape(term.removeprefix("the ")) for term in sorted(terms, key=len, reverse=True) if term.startswith("the "))
    bare = "|".join(re.escape(term.upper()) for term in terms if not term.startswith("the ")) or "(?!)"
    return re.compile(rf"\b(?:(?i:the (?:(?:local|wider|whole|overall) )?(?P<term>{described or '(?!)'}))|(?P<bare>{bare}))\b(?!-)")
