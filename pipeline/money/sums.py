"""Single sums: at every place that may belong to one, the reader of that kind of place looks for its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model import CurrencySource
from pipeline.money.ambience import Ambience
from pipeline.money.anchors import Anchor, Kind, find_anchors
from pipeline.money.numbers import Quantity


@dataclass(frozen=True, slots=True)
class Sum:
    """A quantity with its currency and place; a range has an `upper` quantity too.

    `leads`: the currency stands first. `minor`: counted in pence or cents, though the quantity is in pounds. `couple`: about two.
    """

    start: int
    end: int
    quantity: Quantity
    currency: str
    leads: bool = False
    minor: bool = False
    couple: bool = False
    source: CurrencySource = CurrencySource.PRINTED
    upper: Quantity | None = None


class Place(NamedTuple):
    """An anchor in its text, with the sum before it."""

    text: str
    anchor: Anchor
    before: Sum | None
    ambience: Ambience

    @property
    def printed(self) -> str:
        """The sign or name as the text has it."""
        return self.text[self.anchor.start : self.anchor.end]

    @property
    def last(self) -> int:
        """Where the sum before ends: nothing reaches back behind it."""
        return self.before.end if self.before else 0


Reader = Callable[[Place], Sum | None]


def find_sums(text: str, readers: dict[Kind, Reader]) -> Iterator[Sum]:
    """Every sum in a text, in order; ranges are still two sums."""
    ambience = Ambience(text)
    before: Sum | None = None
    for anchor in find_anchors(text):
        if before is None or anchor.start >= before.end:
            found = readers[anchor.kind](Place(text, anchor, before, ambience))
            if found:
                before = found
                yield found
