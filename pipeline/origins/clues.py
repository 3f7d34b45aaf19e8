"""Who is quoting whom: two stories, or two figures, that share a key may go back to one origin, so their agreement is not two confirmations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pipeline.attribution.context import Sentence
from pipeline.model import Document, Figure, OrganisationMention, OriginClue
from pipeline.origins.papers import papers
from pipeline.origins.people import people
from pipeline.origins.published import published
from pipeline.origins.quotations import quotations
from pipeline.origins.sources import sources
from pipeline.origins.telling import Telling
from pipeline.registry import Register

_Item = TypeVar("_Item")


def origin_clues(
    document: Document, sentences: Sequence[Sentence], figures: Sequence[Figure], mentions: Sequence[OrganisationMention], register: Register
) -> list[OriginClue]:
    """The clues of every story, in the order of the text; what holds for a whole story first."""
    found = {clue for telling in _tellings(document, sentences, figures, mentions, register) for clue in _clues(telling)}
    return sorted(found, key=lambda clue: (clue.story, clue.start or 0, clue.kind, clue.key, clue.figure_id or ""))


def _clues(telling: Telling) -> Iterator[OriginClue]:
    """What the publisher or a credit says already is not said again."""
    whole = {clue.key: clue for clue in reversed(list(published(telling)))}
    yield from whole.values()
    yield from (clue for part in (sources, papers, people, quotations) for clue in part(telling) if clue.key not in whole)


def _tellings(
    document: Document, sentences: Sequence[Sentence], figures: Sequence[Figure], mentions: Sequence[OrganisationMention], register: Register
) -> Iterator[Telling]:
    for number, story in enumerate(document.stories):
        told = _between(sentences, lambda sentence: sentence.start, story.start, story.end)
        own = _between(figures, lambda figure: figure.money.start, story.start, story.end)
        named = _between(mentions, lambda mention: mention.start, story.start, story.end)
        yield Telling(number, story, document, told, own, named, register)


def _between(items: Sequence[_Item], place: Callable[[_Item], int], start: int, end: int) -> Sequence[_Item]:
    return items[bisect_left(items, start, key=place) : bisect_left(items, end, key=place)]
