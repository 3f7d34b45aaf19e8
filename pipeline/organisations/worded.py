"""The words that a name is made of and those that stand beside it: each is evidence, and what it is worth is learnt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.organisations.possible import PossibleName, Span
from pipeline.plain import plain

REACH = 40  # characters on either side
ENDING = 3  # letters
_WORD = re.compile(r"[\w’']+|[^\w\s]")


def worded(text: str, possible: PossibleName, places: Sequence[Span]) -> dict[str, float]:
    """Each observation with the share of the places where it holds.

    >>> text = "Shares in Harwick Rail fell."
    >>> sorted(worded(text, PossibleName("Harwick Rail", ((10, 22),), ("ORG",)), [(10, 22)]))[:4]
    ['after 1 2 fall .', 'after 1 fall', 'after 2 .', 'before 1 in']
    """
    found = defaultdict(float, dict.fromkeys(_made_of(possible.name.split()), 1.0))
    for start, end in places:
        for name in _beside(text, start, end):
            found[name] += 1 / len(places)
    return dict(found)


def _made_of(words: Sequence[str]) -> Iterator[str]:
    last = plain(words[-1])
    yield f"begins with {plain(words[0])}"
    yield f"ends with {last}"
    yield f"ends in {last[-ENDING:]}"
    if len(words) > 1:
        yield f"ends with {plain(words[-2])} {last}"


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    before = [_form(word) for word in _WORD.findall(text, max(0, start - REACH), start)][-2:]
    after = [_form(word) for word in _WORD.findall(text, end, end + REACH)][:3]
    yield from (f"before {far} {word}" for far, word in enumerate(reversed(before), start=1))
    yield from (f"after {far} {word}" for far, word in enumerate(after, start=1))
    if len(before) == 2:
        yield f"before 2 1 {' '.join(before)}"
    if len(after) > 1:
        yield f"after 1 2 {' '.join(after[:2])}"


def _form(word: str) -> str:
    """The plain form; of a genitive nothing is left but its ending."""
    return plain(word) or "'s"
