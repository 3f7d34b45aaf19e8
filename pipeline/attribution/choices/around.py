"""The words around a sum as evidence: the nearest by their place, the others by how far off they stand and what lies between."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.attribution.choices.evidence import Observation
from pipeline.attribution.choices.words import SUM, Words

NEAR = 4  # words
BREAKS = frozenset({";", ":", "but", "whil", "whereas", "although", "compar", "against"})
AFTER_BREAKS = BREAKS | {","}


def around(words: Words, place: int) -> Iterator[Observation]:
    """Every observation about the words around the sum at a place of its sentence."""
    yield from _beside(words, place)
    yield from _on_one_side(words, place, -1, BREAKS, "before")
    yield from _on_one_side(words, place, 1, AFTER_BREAKS, "after")


def _beside(words: Words, i: int) -> Iterator[Observation]:
    """The three words on either side, each in its place, and as phrases."""
    for side, step in (("before", -1), ("after", 1)):
        first, second, third = words[i + step], words[i + 2 * step], words[i + 3 * step]
        yield _seen(words, i + step, f"{side} 1 {first}")
        yield _seen(words, i + 2 * step, f"{side} 2 {second}")
        yield _seen(words, i + 3 * step, f"{side} 3 {third}")
        yield _seen(words, i + 2 * step, f"{side} 1 2 {first} {second}")
        yield _seen(words, i + 3 * step, f"{side} 1 2 3 {first} {second} {third}")
    yield Observation(f"between {words[i - 1]} {words[i + 1]}")


def _on_one_side(words: Words, i: int, step: int, breaks: frozenset[str], side: str) -> Iterator[Observation]:
    sums, broken = 0, False
    for k in range(i + step, len(words.words) if step > 0 else -1, step):
        form = words[k]
        if form == SUM:
            sums += 1
            if sums == 1:
                yield Observation(f"a sum {side}")
            continue
        broken = broken or form in breaks
        if form[0].isalnum():
            zone = "far" if sums or broken else "near" if abs(k - i) <= NEAR else "clause"
            yield _seen(words, k, f"{zone} {side} {form}")
            yield _seen(words, k, f"word {form}")
            if zone != "far":
                yield _seen(words, k, f"{side} {form}")


def _seen(words: Words, place: int, name: str) -> Observation:
    if 0 <= place < len(words.words):
        return Observation(name, words.words[place].start, words.words[place].end)
    return Observation(name)
