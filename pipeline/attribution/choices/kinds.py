"""The kinds of money that the nouns and verbs around a sum speak of, by their classes in the data files: rare words speak through their class."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.attribution.choices.evidence import Observation
from pipeline.attribution.choices.words import CLOSING, OPENING, SUM, Words, noun_classes, verb_classes

FARTHEST = 25  # words
ZONES = (1, 3, 6)  # words


def kinds(words: Words, place: int) -> Iterator[Observation]:
    """Each class on either side of the sum at a place of its sentence, with how far off it stands, and those of nouns in the order of their nearness."""
    yield from _on_one_side(words, place, -1, "before")
    yield from _on_one_side(words, place, 1, "after")


def _on_one_side(words: Words, i: int, step: int, side: str) -> Iterator[Observation]:
    nouns, verbs = noun_classes(), verb_classes()
    rank, sums = 0, 0
    for far in range(1, FARTHEST):
        form = words[i + far * step]
        if form in (OPENING, CLOSING):
            return
        sums += form == SUM
        zone = "beyond a sum" if sums else str(sum(far > edge for edge in ZONES))
        for kind in nouns.get(form, ()):
            yield _seen(words, i + far * step, f"kind {side} {zone} {kind}")
            if not sums:
                yield _seen(words, i + far * step, f"kind {side}, noun {rank} {kind}")
        rank += form in nouns
        if form in verbs:
            yield _seen(words, i + far * step, f"kind {side} {zone} to {verbs[form]}")


def _seen(words: Words, place: int, name: str) -> Observation:
    return Observation(name, words.words[place].start, words.words[place].end)
