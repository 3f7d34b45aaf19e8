"""Which found figure is which labelled one: by their places, or where the gold gives no place by what is printed and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
OVERLAP = 0.5  # of the characters that two spans cover together: less is another figure
SAME_SURFACE = 0.01  # what the same words are worth where nothing around them is alike
DASHES = str.maketrans("−–", "--")


def match(gold: Sequence[Row], found: Sequence[Row]) -> list[int | None]:
    """For each gold row of one document the index of its found row, or None; the pairs most alike are joined first, each row at most once."""
    alike = ((likeness(wanted, got), i, j) for i, wanted in enumerate(gold) for j, got in enumerate(found))
    partners: list[int | None] = [None] * len(gold)
    taken: set[int] = set()
    for _, i, j in sorted((pair for pair in alike if pair[0]), key=lambda pair: (-pair[0], *pair[1:])):
        if partners[i] is None and j not in taken:
            partners[i] = j
            taken.add(j)
    return partners


def likeness(gold: Row, found: Row) -> float:
    """How alike two rows of one document are, from 0 (they cannot be the same figure) to about 1.

    >>> likeness({"start": 0, "end": 4}, {"start": 2, "end": 6}), likeness({"start": 0, "end": 4}, {"start": 1, "end": 4})
    (0.0, 0.75)
    """
    if gold.get("start") is not None:
        return _overlap(gold, found)
    if _squeezed(gold["surface"]) != _squeezed(found["surface"]) or _elsewhere(gold, found):
        return 0.0
    around = _words_around(gold)
    return SAME_SURFACE + len(around & _words_around(found)) / max(1, len(around))


def _overlap(gold: Row, found: Row) -> float:
    both = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
    either = max(gold["end"], found["end"]) - min(gold["start"], found["start"])
    return both / either if both >= OVERLAP * either else 0.0


def _elsewhere(gold: Row, found: Row) -> bool:
    """Whether both rows give a page or a cell, and not the same."""
    given = [(gold.get(place), found.get(place)) for place in ("page", "cell")]
    return any(None not in places and str(places[0]).lower() != str(places[1]).lower() for places in given)


def _squeezed(surface: str) -> str:
    return "".join(surface.lower().translate(DASHES).split())


def _words_around(row: Row) -> set[str]:
    said = " ".join(str(row.get(key) or "") for key in ("context", "sentence", "row_label", "column_label"))
    return set(re.findall(r"[a-z0-9£$€.,']+", said.lower()))
