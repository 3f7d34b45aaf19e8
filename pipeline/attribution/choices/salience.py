"""How present each body and person is where a sum stands: when it was last named, how often it opens sentences, and in whose company sums stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.attribution.bodies import SPEAKS, is_reporter, is_thing
from pipeline.attribution.choices.persons import persons
from pipeline.attribution.choices.scene import Key, Scene, key
from pipeline.attribution.context import Sentence
from pipeline.model import Organisation, OrganisationMention, PassageKind

AGES = (0, 1, 2, 3, 5, 10)  # sentences back
REACH = 60  # characters after a name in which it is said to speak
OPENS = 12  # characters of a sentence before its opening name
TITLES = frozenset({PassageKind.HEADLINE, PassageKind.STANDFIRST, PassageKind.HEADING})
MOST_RANKS = 4


class Naming(NamedTuple):
    """One place where a body or person is named."""

    place: int  # of its sentence
    start: int
    end: int
    opens: bool
    says: bool


class Salience:
    """Who is named where in one story; bodies and persons are told apart by their sort."""

    def __init__(self, scene: Scene) -> None:
        self.namings: defaultdict[Key, list[Naming]] = defaultdict(list)
        self.bodies: dict[Key, Organisation] = {}
        self.sorts: dict[Key, str] = {}
        self.mentions: dict[Key, OrganisationMention] = {}
        self._told: dict[Key, dict[str, float]] = {}
        for mention in scene.named:
            self.mentions.setdefault(key(mention.organisation), mention)
        self.with_sums = {i for i, sentence in enumerate(scene.told) if sentence.money}
        self.titles = {i for i, sentence in enumerate(scene.told) if sentence.passage.kind in TITLES}
        for place, sentence in enumerate(scene.told):
            for sort, body, start, end in _named(scene, sentence):
                name = key(body)
                self.bodies.setdefault(name, body)
                self.sorts.setdefault(name, sort)
                says = SPEAKS.match(scene.text[end : min(end + REACH, sentence.end)]) is not None
                self.namings[name].append(Naming(place, start, end, start - sentence.start <= OPENS, says))

    def last(self, name: Key, start: int) -> Naming | None:
        """The last naming before a place of the text."""
        before = self._before(name, start)
        return self.namings[name][before - 1] if before else None

    def _before(self, name: Key, start: int) -> int:
        """How often one is named before a place of the text."""
        return bisect_left(self.namings.get(name, ()), start, key=lambda naming: naming.start)

    def ranked(self, names: Iterable[Key], start: int) -> list[Key]:
        """Those named before a place of the text, the last named first; who opened its sentence stands before who followed in it."""
        last = {name: naming for name in names if (naming := self.last(name, start))}
        return sorted(last, key=lambda name: (-last[name].place, last[name].start))

    def told(self, name: Key) -> dict[str, float]:
        """How the story treats one."""
        if name not in self._told:
            self._told[name] = dict(self._shares(name))
        return self._told[name]

    def _shares(self, name: Key) -> Iterator[tuple[str, float]]:
        namings = self.namings.get(name, [])
        if namings:
            yield "share of its namings that open", sum(n.opens for n in namings) / len(namings)
            yield "share of its namings that speak", sum(n.says for n in namings) / len(namings)
            yield "share of its namings beside a sum", sum(n.place in self.with_sums for n in namings) / len(namings)
            if any(n.opens and n.place in self.titles for n in namings):
                yield "opens a title", 1.0

    def profile(self, name: Key) -> Iterator[str]:
        """What kind of body one is, and how the story names it first."""
        mention = self.mentions.get(name)
        if mention:
            yield f"of kind {mention.kind or 'unregistered'}"
            yield f"first named by {mention.rule}"

    def at(self, names: Iterable[Key], place: int, start: int) -> Iterator[tuple[Key, list[str]]]:
        """How recently each was named before a place of the text, and how many of its sort since."""
        ranks: dict[str, int] = {}
        for name in self.ranked(names, start):
            last, sort = self.namings[name][self._before(name, start) - 1], self.sorts[name]
            rank = ranks[sort] = min(ranks.get(sort, 0) + 1, MOST_RANKS)
            yield name, [f"{sort} named {age(place - last.place)}", f"{sort} named last but {rank - 1}", f"{sort} last {'opens' if last.opens else 'follows'}"]


def _named(scene: Scene, sentence: Sentence) -> Iterator[tuple[str, Organisation, int, int]]:
    found = [("body", m.organisation, m.start, m.end) for m in sentence.bodies if not is_thing(m) and not is_reporter(m)]
    yield from sorted(found + [("person", p.body, p.start, p.end) for p in persons(scene).get(sentence.start, ())], key=lambda each: each[2])


def age(back: int) -> str:
    """How many sentences ago, roughly.

    >>> [age(back) for back in (0, 1, 4, 90)]
    ['within 0', 'within 1', 'within 5', 'long ago']
    """
    edge = next((edge for edge in AGES if back <= edge), None)
    return "long ago" if edge is None else f"within {edge}"
