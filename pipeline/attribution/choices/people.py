"""Those who pay, earn or own without being bodies with a name: people, countries, and the kinds that a noun tells."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.attribution.choices.words import payers, plain
from pipeline.attribution.context import Sentence
from pipeline.organisations.governments import countries

PERSON = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Cllr)\.?\s+)?[A-Z][a-z]+(?:[ -][A-Z][\w’'-]+){1,2}")
NOUN = re.compile(r"[A-Za-z][a-z]+(?:-[a-z]+)?")
DETERMINER = re.compile(
    r"\b([Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ee]ach|[Ee]very|[Ss]ome|[Mm]any|[Aa]ll|[Tt]hose|[Tt]hese|[Oo]ther|two|three|four|five)\s+(?:[\w-]+\s+){0,2}$"
)
LOOK_BACK = 40  # characters
PLURALS = frozenset({"people", "men", "women", "children", "police"})


class Unnamed(NamedTuple):
    """A noun, a country or a person in a sentence, as the text calls it."""

    kind: str
    name: str
    start: int
    end: int
    determiner: str | None = None

    def evidence(self) -> Iterator[str]:
        """What the words themselves say."""
        if self.kind == "payer":
            yield f"payer {plain(self.name)}"
            yield f"payer {'plural' if self.name.endswith('s') or self.name in PLURALS else 'single'}"
            yield f"payer after {self.determiner}"


def unnamed(text: str, sentence: Sentence) -> Iterator[Unnamed]:
    """Every one of a sentence that is no part of a body's name."""
    for each in (*_payers(text, sentence), *_named("country", _countries(), text, sentence), *_named("person", PERSON, text, sentence)):
        if not any(body.start < each.end and each.start < body.end for body in sentence.bodies):
            yield each


def _payers(text: str, sentence: Sentence) -> Iterator[Unnamed]:
    for match in NOUN.finditer(text, sentence.start, sentence.end):
        if plain(match[0]) in payers():
            ahead = DETERMINER.search(text, max(sentence.start, match.start() - LOOK_BACK), match.start())
            yield Unnamed("payer", match[0], match.start(), match.end(), ahead[1].lower() if ahead else None)


def _named(kind: str, pattern: re.Pattern[str], text: str, sentence: Sentence) -> Iterator[Unnamed]:
    return (Unnamed(kind, match[0], match.start(), match.end()) for match in pattern.finditer(text, sentence.start, sentence.end))


@functools.cache
def _countries() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, countries()), key=len, reverse=True))})\b")
