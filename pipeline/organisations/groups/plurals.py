"""The nouns that groups turn on: "CCGs", "acute trusts", and of each one by one "every partnership"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick

from pipeline.organisations.aliases import joined
from pipeline.organisations.folding import Folded, automaton_of
from pipeline.registry import Register, Term, fold

# plurals of these kinds are a group wherever a quantity or a place stands by; of all others, and of several kinds, only for bodies that the text has named
_STANDING = frozenset(
    {
        "stp",
        "ccg",
        "icb",
        "pct",
        "trust",
        "foundation_trust",
        "ambulance_trust",
        "provider",
        "council",
        "health_board",
        "university",
        "regulator",
        "police",
        "pcn",
    }
)


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of a group, and its place."""

    term: Term
    start: int
    end: int

    @property
    def kind(self) -> str:
        return f"group:{'|'.join(sorted(self.term.kinds))}"

    @property
    def refers_back(self) -> bool:
        """Whether the noun says too little by itself: "the two companies", "the three services"."""
        return len(self.term.kinds) > 1 or not self.term.kinds <= _STANDING

    @property
    def is_vague(self) -> bool:
        """Whether the noun means health systems only in a text about them: "five areas", "all systems"."""
        return "stp" in self.term.kinds and self.term.text.islower() and " " not in self.term.text


def find_heads(folded: Folded, register: Register) -> list[Head]:
    """The plural nouns of the register in a text, the longest where one ends another, and their singulars behind "each" and "every"."""
    heads: list[Head] = []
    automaton, terms = _automaton(register)
    for which, start, end in folded.find(automaton):
        # "the Council's" is one council
        if not (heads and heads[-1].end == end) and folded.text[end - 2] not in "'’" and joined(folded.text, start, end):
            heads.append(Head(terms[which], start, end))
    each, nouns = _each(register)
    heads += [Head(nouns[match[1].casefold()], *match.span(1)) for match in each.finditer(folded.text)]
    return sorted(heads, key=lambda head: head.end)


@functools.lru_cache(maxsize=4)
def _automaton(register: Register) -> tuple[BytesAhoCorasick, list[Term]]:
    terms = [term for term in register.terms if term.group]
    return automaton_of(fold(term.text) for term in terms), terms


@functools.lru_cache(maxsize=4)
def _each(register: Register) -> tuple[re.Pattern[str], dict[str, Term]]:
    """The nouns behind "each" and "every", the longest first."""
    nouns = {singular(term.text).casefold(): term for term in register.terms if term.group}
    longest = sorted(nouns, key=len, reverse=True)
    return re.compile(rf"\b(?:each|every)\s(?:nhs\s)?({'|'.join(map(re.escape, longest)) or '(?!)'})(?![\w-])", re.IGNORECASE), nouns


def singular(plural: str) -> str:
    """The singular of a regular plural.

    >>> singular("local authorities"), singular("ICSs")
    ('local authority', 'ICS')
    """
    return re.sub(r"ies$", "y", plural) if plural.endswith("ies") else plural.removesuffix("s")
