"""What speaks for and against a name being that of a body: its form, the labels of the small model, and the words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.organisations.possible import CAPITALS, SHAPE, PossibleName, Span, possible_names
from pipeline.organisations.surroundings import AFTER, BEFORE, surroundings
from pipeline.organisations.worded import worded
from pipeline.organisations.wording import is_common, words
from pipeline.registry import Register, fold

MOST = 12  # places of one name that are looked at


@dataclass(frozen=True, slots=True)
class Story:
    """What the evidence about one name needs to know of the text, and of the other names in it."""

    text: str
    openings: frozenset[int]
    surnames: frozenset[str]
    lower: frozenset[str]
    register: Register


def gathered(text: str, sentences: Sequence[Span], register: Register) -> Iterator[tuple[PossibleName, dict[str, float]]]:
    """Every possible name of some sentences of a text, with the evidence about it, each with a share between 0 and 1.

    >>> from pipeline.registry import load
    >>> text = "Harwick Rail Ltd said that it lost £5m."
    >>> [(possible.name, sorted(EVIDENCE & found.keys())) for possible, found in gathered(text, [(0, len(text))], load())]
    [('Harwick Rail Ltd', ['SHAPE', 'head', 'more words', 'opens', 'says'])]
    """
    possible = possible_names(text, sentences)
    told = _story(text, sentences, possible, register)
    for candidate in possible:
        if not _only_opens(candidate, told):
            yield candidate, _about(candidate, told)


def _story(text: str, sentences: Sequence[Span], possible: Sequence[PossibleName], register: Register) -> Story:
    people = [c.name for c in possible if c.labels.count("PERSON") * 2 > len(c.labels) and " " in c.name]
    surnames = frozenset(name.split()[-1] for name in people)
    return Story(text, frozenset(start for start, _ in sentences), surnames, frozenset(re.findall(r"\b[a-z]{3,30}\b", text)), register)


def _only_opens(candidate: PossibleName, told: Story) -> bool:
    """Whether a word has its capital only from opening sentences, and stands without one elsewhere: "Healthcare in Norfolk"."""
    return candidate.name.lower() in told.lower and all(start in told.openings for start, _ in candidate.places)


def _about(candidate: PossibleName, told: Story) -> dict[str, float]:
    found = defaultdict(float, {name: 1.0 for name, holds in FORM.items() if holds(candidate.name, told)})
    for label in candidate.labels:
        found[LABEL[label]] += 1 / len(candidate.labels)
    places = candidate.places[:MOST]
    for start, end in places:
        for name in surroundings(told.text, start, end):
            found[name] += 1 / len(places)
        if start in told.openings:
            found["opens"] += 1 / len(places)
    if len(places) > 1:
        found["repeated"] = 1.0
    return dict(found) | dict(_together(found)) | worded(told.text, candidate, places)


def _together(found: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """What weighs differently in company, or weighs the more for being so at all."""
    length = next((length for length in LENGTHS if length in found), LENGTHS[-1])
    yield from ((f"{label} of {length}", found[label]) for label in LABELS_BY_LENGTH if label in found)
    if "PERSON" in found and length == "one word" and "surname" not in found:
        yield "PERSON of one word, no surname", found["PERSON"]
    if "common words" in found and "head" not in found:
        yield "common words without head", 1.0
    yield from ((f"ever {name}", 1.0) for name in EVER if name in found)


def _is_acronym(name: str) -> bool:
    return re.fullmatch(r"[A-Z&]{2,6}", name) is not None


def _kinds(name: str, told: Story) -> set[str]:
    """Of which kinds the names of the register are that read like this one."""
    return {alias.kind for alias in told.register.aliases.get(fold(name), ())}


def _is_all_common(name: str) -> bool:
    return all(is_common(part) for part in name.split() if part[0].isupper())


# what the form of a name can say, and when it does
FORM: dict[str, Callable[[str, Story], bool]] = {
    "one word": lambda name, told: " " not in name,
    "two words": lambda name, told: name.count(" ") == 1,
    "more words": lambda name, told: name.count(" ") > 1,
    "acronym": lambda name, told: _is_acronym(name),
    "camel": lambda name, told: not _is_acronym(name) and re.search(r"[a-z][A-Z]|[A-Z]{2}|\d", name) is not None,
    "ampersand": lambda name, told: re.search(r"&|\band\b", name) is not None,
    "head": lambda name, told: name.split()[-1] in words("head") | words("legal"),
    "common": lambda name, told: " " not in name and _is_all_common(name),
    "common words": lambda name, told: " " in name and _is_all_common(name),
    "lower elsewhere": lambda name, told: name.lower() in told.lower,
    "surname": lambda name, told: name in told.surnames,
    "place": lambda name, told: "place_metonym" in _kinds(name, told),
    "in the register": lambda name, told: not _kinds(name, told).isdisjoint({"short", "acronym", "name"}),
    "thing": lambda name, told: name in words("thing"),
    "given name": lambda name, told: " " in name and name.split()[0] in words("given"),
    "given name inside": lambda name, told: not words("given").isdisjoint(name.split()[1:-1]),
}
# the labels of `possible_names`, joined where they say the same
LABEL = {label: label for label in (SHAPE, CAPITALS, "ORG", "PERSON", "NORP")}
LABEL |= dict.fromkeys(("GPE", "LOC", "FAC"), "PLACE") | dict.fromkeys(("PRODUCT", "WORK_OF_ART", "EVENT", "LAW"), "THING")
LABELS_BY_LENGTH = ("ORG", "PERSON", "PLACE", "THING", CAPITALS)
LENGTHS = ("acronym", "one word", "several words")
EVER = ("owns", "does", "trade before", "a trade", "shares in", "role of")
# all evidence but the words themselves
EVIDENCE = frozenset(
    {*FORM, *LABEL.values(), *BEFORE, *AFTER, "opens", "repeated", "PERSON of one word, no surname", "common words without head"}
    | {f"{label} of {length}" for label in LABELS_BY_LENGTH for length in LENGTHS}
    | {f"ever {name}" for name in EVER}
)
