"""Those who pay, earn or own without being bodies with a name: people, countries, and the kinds that a noun tells."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.attribution.choices.persons import persons
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.choices.words import payers
from pipeline.attribution.context import Sentence
from pipeline.organisations.governments import countries
from pipeline.plain import plain

NOUN = re.compile(r"[A-Za-z][a-z]+(?:-[a-z]+)?")
DETERMINER = re.compile(
    r"\b([Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ee]ach|[Ee]very|[Ss]ome|[Mm]any|[Aa]ll|[Tt]hose|[Tt]hese|[Oo]ther|two|three|four|five)\s+(?:[\w-]+\s+){0,2}$"
)
# the health service as a whole is money's owner as a country is
SERVICE = re.compile(r"\b(?:NHS\b(?! [A-Z])|[Hh]ealth service\b)")
NHS = "NHS"
LOOK_BACK = 40  # characters
MOST = 3  # of a story
PLURALS = frozenset({"people", "men", "women", "children", "police"})


class Unnamed(NamedTuple):
    """A noun, a country or a person in a sentence, as the text calls it."""

    kind: str
    name: str
    start: int
    end: int
    determiner: str | None = None

    def is_plural(self) -> bool:
        return self.name.endswith("s") or self.name in PLURALS

    def evidence(self) -> Iterator[str]:
        """What the words themselves say."""
        if self.kind == "payer":
            yield f"payer {plain(self.name)}"
            yield f"payer {'plural' if self.is_plural() else 'single'}"
            yield f"payer after {self.determiner}"


def unnamed(scene: Scene, sentence: Sentence) -> list[Unnamed]:
    """Every one of a sentence that is no part of a body's name."""
    return scene.once(f"unnamed {sentence.start}", lambda: list(_unnamed(scene, sentence)))


def people_of_the_story(scene: Scene) -> list[str]:
    """The persons and the many whom a story speaks of most, at least twice."""
    return scene.once("people of the story", lambda: [name for name, times in _counted(scene).most_common(MOST) if times > 1])


def _counted(scene: Scene) -> Counter[str]:
    everyone = (each for sentence in scene.told for each in unnamed(scene, sentence))
    return Counter(each.name.lower() if each.kind == "payer" else each.name for each in everyone if each.kind != "payer" or each.is_plural())


def _unnamed(scene: Scene, sentence: Sentence) -> Iterator[Unnamed]:
    service = (Unnamed("country", NHS, match.start(), match.end()) for match in SERVICE.finditer(scene.text, sentence.start, sentence.end))
    people = [Unnamed("person", person.body.name, person.start, person.end) for person in persons(scene)[sentence.start]]
    for each in (*_payers(scene.text, sentence), *_countries_of(scene.text, sentence), *service, *people):
        if not any(body.start < each.end and each.start < body.end for body in sentence.bodies):
            yield each


def _payers(text: str, sentence: Sentence) -> Iterator[Unnamed]:
    nouns = payers()
    for match in NOUN.finditer(text, sentence.start, sentence.end):
        if plain(match[0]) in nouns:
            ahead = DETERMINER.search(text, max(sentence.start, match.start() - LOOK_BACK), match.start())
            yield Unnamed("payer", match[0], match.start(), match.end(), ahead[1].lower() if ahead else None)


def _countries_of(text: str, sentence: Sentence) -> Iterator[Unnamed]:
    return (Unnamed("country", match[0], match.start(), match.end()) for match in _countries().finditer(text, sentence.start, sentence.end))


@functools.cache
def _countries() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, countries()), key=len, reverse=True))})\b")
