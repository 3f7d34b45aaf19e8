"""The persons of a story, each under the full name: "Ann Okafor", whom later sentences call Okafor or Ms Okafor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.context import Sentence
from pipeline.model import Organisation

TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Cllr|Prof|Professor)"
# words that open a sentence and no name
OPENERS = "|".join(
    "The This That These A An In On At By For From But And As If It Its When While After Before Under With Of To No Not So My Our Those All Both Last Since "
    "Despite Although One Two Three Many Most Some Each Every Another Only Even Then There Here What Who How Why Where Now".split()
)
NAME = re.compile(rf"\b(?!(?:{OPENERS})\b)(?:{TITLE}\.?\s+)?[A-Z][a-z]+(?:[ -][A-Z][\w’'-]+){{1,2}}")
TITLED = re.compile(rf"{TITLE}\.?\s+")
POSSESSIVE = re.compile(r"['’]s?$")
MOST = 200  # persons of one story


class Person(NamedTuple):
    """A place where a person is named."""

    body: Organisation
    start: int
    end: int


def persons(scene: Scene) -> dict[int, list[Person]]:
    """Where each sentence, by its start, names persons."""
    return scene.once("persons", lambda: _found(scene))


def _found(scene: Scene) -> dict[int, list[Person]]:
    full = {sentence.start: list(_full(scene.text, sentence)) for sentence in scene.told}
    names: dict[str, Organisation] = {}
    for person in (person for found in full.values() for person in found if " " in person.body.name):
        names.setdefault(person.body.name.split()[-1], person.body)
    short = _any_of(islice(names, MOST))
    return {s.start: sorted([*_known(full[s.start], names), *_short(scene.text, s, short, names, full[s.start])], key=lambda p: p.start) for s in scene.told}


def _full(text: str, sentence: Sentence) -> Iterator[Person]:
    for match in NAME.finditer(text, sentence.start, sentence.end):
        if _is_free(sentence, match.start(), match.end()):
            name = POSSESSIVE.sub("", TITLED.sub("", match[0]))
            yield Person(Organisation(None, name), match.start(), match.end())


def _known(found: list[Person], names: dict[str, Organisation]) -> Iterator[Person]:
    """ "Mr Okafor" is Ann Okafor's name too."""
    return (person._replace(body=names.get(person.body.name, person.body)) for person in found)


def _short(text: str, sentence: Sentence, short: re.Pattern[str] | None, names: dict[str, Organisation], full: list[Person]) -> Iterator[Person]:
    for match in short.finditer(text, sentence.start, sentence.end) if short else ():
        free = all(match.end() <= person.start or person.end <= match.start() for person in full)
        if free and _is_free(sentence, match.start(), match.end()):
            yield Person(names[match[0]], match.start(), match.end())


def _any_of(names: Iterator[str]) -> re.Pattern[str] | None:
    joined = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?:{joined})\b") if joined else None


def _is_free(sentence: Sentence, start: int, end: int) -> bool:
    return all(end <= body.start or body.end <= start for body in sentence.bodies)
