"""Where the names of the register stand in a text."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from pipeline.organisations.folding import Folded, automaton_of
from pipeline.registry import Alias, Register, fold

# what no name runs across: the end of a sentence (not the full stop of St or of an initial), quotes, a bullet, a cell, a blank line
_HARD_GAP = re.compile(r"[;:!?|•…\t“”\"]|\n[^\S\n]*\n|(?<!(?<!['’])\b[a-z])(?<!\b[sdm][tr])(?<!\bmrs)\.", re.IGNORECASE)
_MARK = re.compile(r"[.;:!?|•…\t“”\"\n(]")  # where none of these is, there is neither that nor a bracket


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the form in which the register compares it, and whose it is."""

    form: str
    aliases: tuple[Alias, ...]
    is_place: bool
    is_word: bool
    spelling: str | None  # the one that will do; "" where a capital will, None where the aliases differ

    @classmethod
    def of(cls, form: str, aliases: tuple[Alias, ...]) -> Name:
        spellings = {_spelling(alias) for alias in aliases}
        is_place = any(alias.kind == "place_metonym" for alias in aliases)
        return cls(form, aliases, is_place, " " not in form, spellings.pop() if len(spellings) == 1 and form.isascii() else None)


class Candidate(NamedTuple):
    """A stretch of text that is a name of the register, spelt as that wants to be."""

    start: int
    end: int
    name: Name


def find_candidates(folded: Folded, register: Register) -> Iterator[Candidate]:
    """Every place where a name of the register stands as whole words, overlapping ones included."""
    automaton, names = _automaton(register)
    text = folded.text
    for which, start, end in folded.find(automaton):
        known = names[which]
        is_spelt = text[start].isupper() if known.spelling == "" else text[start:end] == known.spelling
        name = known if is_spelt else _spelt(text[start:end], known)
        if name and not name.is_word and _MARK.search(text, start, end):
            end = _whole(text, start, end, name)
        if name and end:
            yield Candidate(start, end, name)


def joined(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has nothing in it that names do not run across."""
    return not _HARD_GAP.search(text, start, end)


def _whole(text: str, start: int, end: int, name: Name) -> int:
    """The end of a name, with the bracket that it opens; 0 where it is not one name."""
    if not joined(text, start, end) and all(alias.text != text[start:end] for alias in name.aliases):
        return 0
    if text.count("(", start, end) <= text.count(")", start, end):
        return end
    return end + 1 if text.startswith(")", end) else 0


def _spelt(surface: str, name: Name) -> Name | None:
    """The name with those of its aliases that are spelt so."""
    if name.is_word and name.spelling is not None:
        return None
    if not name.form.isascii() and fold(surface) != name.form:
        return None
    aliases = tuple(alias for alias in name.aliases if _is_spelt(surface, alias))
    return dataclasses.replace(name, aliases=aliases) if aliases else None


def _is_spelt(surface: str, alias: Alias) -> bool:
    """Acronyms keep their case and signs; other names show a capital, unless they are long and sure."""
    if alias.kind == "acronym":
        return _bare(surface) == _bare(alias.text)
    gaps = alias.text.count(" ")
    return surface == alias.text or surface[:1].isupper() or (gaps > 0 and surface != surface.lower()) or (gaps > 1 and not alias.ambiguous)


def _spelling(alias: Alias) -> str | None:
    if alias.kind == "acronym":
        return _bare(alias.text)
    return None if alias.text[0].isdigit() else ""


def _bare(acronym: str) -> str:
    return "".join(acronym.removeprefix("the ").split()).replace("’", "'")


class _Names(dict[int, Name]):
    """The names of a register by their number, looked at when a text first has them: most never come up."""

    def __init__(self, register: Register) -> None:
        self._forms, self._aliases = list(register.aliases), register.aliases

    def __missing__(self, number: int) -> Name:
        form = self._forms[number]
        return self.setdefault(number, Name.of(form, self._aliases[form]))


@functools.lru_cache(maxsize=4)
def _automaton(register: Register) -> tuple[BytesAhoCorasick, Mapping[int, Name]]:
    return automaton_of(register.aliases), _Names(register)
