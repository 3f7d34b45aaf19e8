"""Rules over the kinds of words: every rule that fits a run of words is tried, from the left, the longest first.

Which rules fit depends on the kinds alone, so that it is worked out once for each shape and remembered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.errors import ModelError
from pipeline.model import Period
from pipeline.periods.kinds import kind, needs_of, pattern_of
from pipeline.periods.telling import Said, Telling
from pipeline.periods.tokens import Node

Reading = Period | tuple[Period, ...] | int | None  # a period, several (the likeliest first), the value of a word, or nothing
Reader = Callable[[Said], Reading]
Rule = tuple[str, str, Reader]  # the kind that the rule makes, the kinds that it is made of, and what they say together

_REMEMBERED = 16_384  # shapes; none has many more words than the longest run
_Fit = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Grammar:
    """A table of rules; a new way of saying a time is one more line in it."""

    rules: tuple[Rule, ...]
    fits: Callable[[str], Sequence[_Fit]]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Grammar:
        table = tuple((kind(made), pattern, read) for made, pattern, read in rules)
        keyed = defaultdict[str, list[tuple[int, list[frozenset[str]], re.Pattern[str]]]](list)
        for place, (_, pattern, _) in enumerate(table):
            needs = needs_of(pattern)
            for key in min(needs, key=len):  # a rule is looked at only where one of these kinds is
                keyed[key].append((place, needs, pattern_of(pattern)))

        def fits(shape: str) -> Sequence[_Fit]:
            there = set(shape)
            able = {place: pattern for key in there for place, needs, pattern in keyed.get(key, ()) if not any(map(there.isdisjoint, needs))}
            found = sorted((match.start(), -match.end(), place) for place, pattern in able.items() for match in pattern.finditer(shape))
            return [(start, -end, place) for start, end, place in found]

        return cls(table, lru_cache(_REMEMBERED)(fits))

    def reduced(self, nodes: list[Node], telling: Telling) -> list[Node]:
        """The same words with those that a rule reads joined into one phrase; the list itself where no rule does."""
        fits = self.fits("".join([node.kind for node in nodes]))
        if not fits:
            return nodes
        done, made = 0, list[Node]()
        for start, end, place in fits:
            if start >= done and (phrase := self._phrase(self.rules[place], nodes[start:end], telling)):
                made += [*nodes[done:start], phrase]
                done = end
        return [*made, *nodes[done:]] if made else nodes

    def _phrase(self, rule: Rule, parts: list[Node], telling: Telling) -> Node | None:
        made, _, read = rule
        said = Said(tuple(parts), telling)
        reading = _checked(read, said)
        if isinstance(reading, Period):
            return Node(made, said.start, said.end, 0, reading, _otherwise(read, said, reading), said.nodes)
        if isinstance(reading, int):
            return Node(made, said.start, said.end, reading)
        if not reading:
            return None
        return Node(made, said.start, said.end, 0, reading[0], tuple(other for other in reading[1:] if other != reading[0]), said.nodes)


def _checked(read: Reader, said: Said) -> Reading:
    """What a reader makes of words: a 31 June, a time that ends before it starts, or one that no calendar has, is no period."""
    try:
        return read(said)
    except (ValueError, OverflowError, ModelError):
        return None


def _otherwise(read: Reader, said: Said, first: Period) -> tuple[Period, ...]:
    """The readings that follow from the other readings of a part."""
    found: list[Period] = []
    for place, node in enumerate(said.nodes):
        for other in node.others:
            reading = _checked(read, Said((*said.nodes[:place], node._replace(period=other, others=()), *said.nodes[place + 1 :]), said.telling))
            if isinstance(reading, Period) and reading != first:
                found.append(reading)
    return tuple(found)
