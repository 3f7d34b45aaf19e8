"""Whom a noun of the sentence may mean: "the fund" is the Heritage Fund that was named before, and a council is hardly meant by "the company"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.attribution.choices.scene import Key, Scene, key
from pipeline.attribution.choices.words import payers
from pipeline.attribution.context import Sentence
from pipeline.plain import plain

DESCRIPTION = re.compile(r"\b([Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?)\s+([\w-]+)(?:\s+([a-z-]+))?")
EMPTY = frozenset({"of", "the", "and", "for", "in", "a"})


class Description(NamedTuple):
    """A noun with its determiner."""

    determiner: str
    noun: str
    start: int
    end: int


def descriptions(scene: Scene, sentence: Sentence) -> list[Description]:
    """The nouns of a sentence that can stand for somebody named before."""
    return scene.once(f"described {sentence.start}", lambda: list(_described(scene, sentence)))


def _described(scene: Scene, sentence: Sentence) -> Iterator[Description]:
    names = nouns_of_names(scene)
    for match in DESCRIPTION.finditer(scene.text, sentence.start, sentence.end):
        found = next((i for i in (3, 2) if match[i] and match[i].islower() and ((noun := plain(match[i])) in names or noun in payers())), None)
        if found and all(match.end(found) <= m.start or m.end <= match.start() for m in sentence.bodies):
            yield Description(match[1].lower(), plain(match[found]), match.start(found), match.end(found))


def nouns_of_names(scene: Scene) -> Mapping[str, set[Key]]:
    """Whose names hold a noun: "fund" is in that of the Heritage Fund."""
    return scene.once("nouns of names", lambda: _nouns(scene))


def _nouns(scene: Scene) -> Mapping[str, set[Key]]:
    found: defaultdict[str, set[Key]] = defaultdict(set)
    for mention in scene.named:
        words = {plain(word) for word in mention.organisation.name.split()} - EMPTY
        for word in words:
            found[word].add(key(mention.organisation))
    return found


def meant(description: Description, scene: Scene, ranked: Iterable[Key]) -> Key | None:
    """Whose name holds the noun; of several who was named last."""
    holders = nouns_of_names(scene).get(description.noun, set())
    return next((name for name in ranked if name in holders), None) or (next(iter(holders)) if len(holders) == 1 else None)
