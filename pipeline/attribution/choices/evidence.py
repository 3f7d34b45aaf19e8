"""Evidence: a named observation about a figure or about one of its candidates, with the words that it was made on."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Observation(NamedTuple):
    """What was observed, and where: no span where it is of the whole."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Candidate(Generic[T]):
    """A value that a field may have (None: it is left open), with what speaks for and against it, from 0 to 1 for each name.

    What speaks alike for every candidate of a kind is in `shared`: one mapping for all of them, which is weighed once.
    """

    value: T | None
    evidence: dict[str, float] = field(default_factory=dict)
    start: int | None = None
    end: int | None = None
    shared: Mapping[str, float] = field(default_factory=dict)

    @property
    def everything(self) -> dict[str, float]:
        """All evidence, its own and what it shares."""
        return {**self.evidence, **self.shared}

    def add(self, names: Iterable[str]) -> None:
        self.evidence.update(dict.fromkeys(names, 1.0))

    def found_at(self, start: int, end: int) -> None:
        """The first place counts."""
        if self.start is None:
            self.start, self.end = start, end


def crossed(names: Iterable[str], *others: str) -> Iterable[str]:
    """The names, and each in company of each of the others: "after a payer" weighs differently for a cost than for a loan."""
    return chain.from_iterable(_crossed(name, others) for name in names)


@functools.lru_cache(maxsize=16_384)
def _crossed(name: str, others: tuple[str, ...]) -> tuple[str, ...]:
    # interned, as the names in the weights are: equal names are then one object, and found without being compared
    return sys.intern(name), *(sys.intern(f"{name} | {other}") for other in others)
