"""Where the names of the register stand in a text: one pass of an Aho-Corasick automaton over its folded words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from pipeline.registry import Alias, Register, fold_word, words

# what no name runs across: the end of a sentence, quotes, a bullet, a cell, a blank line
HARD_GAP = re.compile(r"[.;:!?|•…\t“”\"]|\n[^\S\n]*\n")
_ABBREVIATED = frozenset({"st", "dr", "mr", "mrs"})


@dataclass(frozen=True, slots=True)
class Scan:
    """A text as words: their places, and the form in which the register's names are compared."""

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]

    def joins(self, left: int) -> bool:
        """Whether a name may run on from this word to the next."""
        start, end = self.ends[left], self.starts[left + 1]
        if end - start == 1:
            return self.text[start] not in '.;:!?|•…\t“”"'
        hard = HARD_GAP.search(self.text, start, end)
        return not hard or (self.text[start:end] == ". " and self.folded[left] in _ABBREVIATED)

    def capital(self, at: int) -> bool:
        return self.text[self.starts[at]].isupper()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of words that aliases of the register match, spelt as those want to be."""

    first: int
    last: int
    start: int
    end: int
    form: str
    aliases: tuple[Alias, ...]

    @property
    def is_place(self) -> bool:
        return any(alias.kind == "place_metonym" for alias in self.aliases)


def scan(text: str) -> Scan:
    """The words of a text."""
    found = list(words(text))
    return Scan(text, [m.start() for m in found], [m.end() for m in found], [fold_word(m[0]) for m in found])


def find_candidates(scanned: Scan, register: Register) -> Iterator[Candidate]:
    """Every place where a name of the register stands as whole words, overlapping ones included."""
    machine, forms = _automaton(register)
    joined, first_at, last_at = _join(scanned)
    for which, start, end in machine.find_matches_as_indexes(joined, overlapping=True):
        first, last = first_at.get(start), last_at.get(end)
        if first is not None and last is not None:
            candidate = _candidate(scanned, first, *last, forms[which], register)
            if candidate:
                yield candidate


def _candidate(scanned: Scan, first: int, last: int, possessive: int, form: str, register: Register) -> Candidate | None:
    start, end = scanned.starts[first], scanned.ends[last] - possessive
    surface = scanned.text[start:end]
    if surface.count("(") > surface.count(")"):
        if scanned.text[end : end + 1] != ")":
            return None
        end += 1
    aliases = tuple(alias for alias in register.aliases[form] if _spelt(scanned.text[start:end], alias))
    return Candidate(first, last, start, end, form, aliases) if aliases else None


def _spelt(surface: str, alias: Alias) -> bool:
    """Acronyms keep their case and signs; other names show a capital, unless they are long and sure."""
    if alias.kind == "acronym":
        return "".join(surface.split()).replace("’", "'") == "".join(alias.text.removeprefix("the ").split())
    count = alias.text.count(" ") + 1
    return surface[:1].isupper() or (count > 1 and surface != surface.lower()) or (count > 2 and not alias.ambiguous)


def _join(scanned: Scan) -> tuple[str, dict[int, int], dict[int, tuple[int, int]]]:
    """The folded words in one string, and which word begins or ends where; an end may leave out a possessive of two characters."""
    parts: list[str] = []
    first_at: dict[int, int] = {}
    last_at: dict[int, tuple[int, int]] = {}
    length = 0
    for index, word in enumerate(scanned.folded):
        first_at[length] = index
        length += len(word)
        last_at[length] = (index, 0)
        if len(word) > 1 and word[-1] == "s" and scanned.text[scanned.ends[index] - 2] in "'’":
            last_at[length - 1] = (index, 2)
        gap = " " if index + 1 == len(scanned.folded) or scanned.joins(index) else "\n"
        parts += word, gap
        length += 1
    return "".join(parts), first_at, last_at


@functools.lru_cache(maxsize=4)
def _automaton(register: Register) -> tuple[AhoCorasick, list[str]]:
    forms = list(register.aliases)
    return AhoCorasick(forms), forms
