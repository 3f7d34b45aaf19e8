"""Phrases that describe a body without naming it: "the trust", "the Spanish bank", "CCG", "that regulator"."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pipeline.registry import Register, Term

_START = re.compile(r"\b(?:[Tt]he|THE|[Tt]hat|[Tt]his)\s(?=[\w'’])")
_WORD = re.compile(r"([\w&-]{1,30})(['’]s?(?!\w))?( (?!-)|\n(?=\S))?")
_INDEFINITE = re.compile(r"\b(?:a|an|another|each|every|any|no|one|former|first|new|per)\s$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[a-z] [A-Z][\w’'-]{1,40} $")
_MOST = 5  # words between the article and the end of a phrase
# words that no description of one body has between its article and its noun
_STOPS = frozenset(
    "a an and are as at be been but by can could did do does for from had has have how if in into is it its may might no not of off on one or other our "
    "out over own same the second next last first former old so some such than that their them then there they this those to two three four five six under "
    "until up was we were what when where which while who whose will with would you your he she his her new rival another".split()
)
_NEUTRAL = frozenset({"local", "wider", "whole", "overall", "entire"})
# with these behind it the noun is no body: the council tax, the bank holiday, the hospital trusts
_COMPOUNDS = frozenset("tax holiday account accounts rate rates statement balance card cards class members trusts".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """One description: its span, its noun in lower case, the kinds of body that the noun may mean, and the words that qualify it."""

    start: int
    end: int
    noun: str
    kinds: frozenset[str]
    qualifiers: tuple[str, ...]
    is_bare: bool = False
    possessed: bool = False


def find_phrases(text: str, register: Register, heads: Collection[str]) -> Iterator[Phrase]:
    """Every description, in the order of the text. `heads` are nouns that end the names of this text: "the Fellowship".

    >>> from pipeline.registry import load
    >>> [(p.noun, p.qualifiers) for p in find_phrases("Santander is bold: the Spanish bank wants Abbey.", load(), ())]
    [('bank', ('Spanish',))]
    """
    nouns, openings, bare = _nouns(register)
    found = [phrase for match in _START.finditer(text) if (phrase := _phrase(text, match, nouns, openings, heads))]
    taken = {(phrase.end - len(phrase.noun)) for phrase in found}
    found += [phrase for match in bare.finditer(text) if match.start() not in taken and (phrase := _bare(text, match, nouns))]
    return iter(sorted(found, key=lambda phrase: phrase.start))


def _phrase(text: str, match: re.Match[str], nouns: dict[str, frozenset[str]], openings: Collection[str], heads: Collection[str]) -> Phrase | None:
    """The phrase that an article opens: up to the last word of the longest noun that it may end with."""
    said: list[str] = []
    best: Phrase | None = None
    at = match.end()
    while len(said) < _MOST and (word := _WORD.match(text, at)):
        said.append(word[1])
        if word[1].casefold() in _STOPS and not any(" ".join(said[i:]).casefold() in openings for i in range(len(said))):
            break
        noun = next((noun for i in range(len(said)) if (noun := " ".join(said[i:]).casefold()) in nouns or noun in heads), None)
        if best and not (noun and _extends(noun, best, nouns)):
            break
        if noun:
            qualifiers = said[: len(said) - noun.count(" ") - 1]
            best = Phrase(match.start(), word.end(1), noun, nouns.get(noun, frozenset()), tuple(w for w in qualifiers if w.casefold() not in _NEUTRAL))
        if word[2] or not word[3]:
            break
        at = word.end()
    return best if best and not _is_compound(text, best.end) else None


def _extends(noun: str, best: Phrase, nouns: dict[str, frozenset[str]]) -> bool:
    """Whether a later noun belongs to the one before: "the supermarket group", but not "the trust board"."""
    return noun.startswith(f"{best.noun} ") or ("company" in best.kinds and "company" in nouns.get(noun, ()))


def _is_compound(text: str, end: int) -> bool:
    word = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    return text[end : end + 1] == "-" or (word is not None and word[1] in _COMPOUNDS)


def _bare(text: str, match: re.Match[str], nouns: dict[str, frozenset[str]]) -> Phrase | None:
    """An abbreviation without its article, unless it is indefinite ("a CCG") or ends a name ("Foo CCG")."""
    before = text[max(0, match.start() - 50) : match.start()]
    if _INDEFINITE.search(before) or _NAME_BEFORE.search(before) or text[match.end() : match.end() + 1] == "-":
        return None
    possessed = re.search(r"\b(?:our|their|its|your|his|her)\s$", before, re.IGNORECASE) is not None
    return Phrase(match.start(), match.end(), match[0].casefold(), nouns[match[0].casefold()], (), is_bare=True, possessed=possessed)


@functools.lru_cache(maxsize=4)
def _nouns(register: Register) -> tuple[dict[str, frozenset[str]], frozenset[str], re.Pattern[str]]:
    """The nouns of the register with their kinds, the words that long ones begin with, and a pattern for those that stand without an article."""
    singular: list[Term] = [term for term in register.terms if not term.group]
    bare = [term.text for term in singular if not term.text.startswith("the ")]
    nouns: dict[str, frozenset[str]] = {}
    for term in singular:
        noun = term.text.removeprefix("the ").casefold()
        nouns[noun] = nouns.get(noun, frozenset()) | term.kinds
    parts = [noun.split() for noun in nouns]
    openings = frozenset(" ".join(words[:count]) for words in parts for count in range(1, len(words)))
    return nouns, openings, re.compile(rf"\b(?:{'|'.join(map(re.escape, bare)) or '(?!)'})\b")
