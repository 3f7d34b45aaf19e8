"""One story as it is told: its sentences, figures and mentions, and which of its figures a source holds for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.attribution.context import Sentence
from pipeline.model import Document, Figure, Organisation, OrganisationMention, OriginClue, Story
from pipeline.registry import Register, fold

# how a paragraph says that it goes on with the paper of the one before
GOES_ON = re.compile(
    r"(?:(?:In |From )?[Tt]h(?:e|is|at|ese|ose) (?:same |leaked |internal )?(?:letter|e-?mail|memo|report|papers?|documents?|minutes|accounts|review|analysis)"
    r"|(?:It|They) (?:also |further |then )?(?:says?|said|adds?|added|warns?|warned|shows?|showed|states?|stated|lists?|concedes?|explains?))\b"
)


class Reach(Enum):
    """How far a source holds from the sentence that names it."""

    SENTENCE = 1
    PARAGRAPH = 2  # what follows in it
    ONWARD = 3  # and in the paragraphs that go on from it
    STORY = 4


@dataclass(frozen=True)
class Telling:
    """A story with what was found in it; places are those of the document's text."""

    number: int
    story: Story
    document: Document
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    mentions: Sequence[OrganisationMention]
    register: Register

    @property
    def text(self) -> str:
        return self.document.text

    def whole(self, kind: str, key: str, start: int | None = None, end: int | None = None) -> OriginClue:
        return OriginClue(self.number, kind, key, start, end)

    def clues(self, kind: str, key: str, start: int, end: int, reach: Reach) -> Iterator[OriginClue]:
        """The clue for the whole story, or for each figure that it holds for."""
        if reach is Reach.STORY:
            yield self.whole(kind, key, start, end)
            return
        for figure in self.reached(start, reach):
            yield OriginClue(self.number, kind, key, start, end, figure.id)

    def reached(self, start: int, reach: Reach) -> Sequence[Figure]:
        """The figures of the sentence at this place, and of what goes on from it."""
        place = self._place(start)
        if place is None:
            return ()
        last = place
        for i in range(place + 1, len(self.sentences)):
            if not self._goes_on(i, reach, self.sentences[last]):
                break
            last = i
        first, end = self.sentences[self._first(place, reach)].start, self.sentences[last].end
        return self.figures[bisect_left(self.figures, first, key=_printed) : bisect_left(self.figures, end, key=_printed)]

    def sentence(self, start: int) -> Sentence | None:
        place = self._place(start)
        return None if place is None else self.sentences[place]

    def mentions_in(self, start: int, end: int) -> Sequence[OrganisationMention]:
        """The mentions that begin there."""
        return self.mentions[bisect_left(self.mentions, start, key=_begins) : bisect_left(self.mentions, end, key=_begins)]

    def _first(self, place: int, reach: Reach) -> int:
        """A paper that is named beside no sum explains the sum before it: "It lost £3m. Board papers blame the price of drugs." """
        alone = reach is Reach.ONWARD and not self.sentences[place].money
        return place - 1 if alone and place and self.sentences[place - 1].passage.start == self.sentences[place].passage.start else place

    def _goes_on(self, place: int, reach: Reach, before: Sentence) -> bool:
        sentence = self.sentences[place]
        if reach is Reach.SENTENCE:
            return False
        same = sentence.passage.start == before.passage.start
        return same or (reach is Reach.ONWARD and GOES_ON.match(self.text, sentence.start, sentence.end) is not None)

    def _place(self, start: int) -> int | None:
        place = bisect_right(self.sentences, start, key=lambda sentence: sentence.start) - 1
        return place if place >= 0 and start < self.sentences[place].end else None


def key_of(organisation: Organisation) -> str:
    """What an organisation is known by: its id, or its folded name."""
    return organisation.id or fold(organisation.name)


def _printed(figure: Figure) -> int:
    return figure.money.start


def _begins(mention: OrganisationMention) -> int:
    return mention.start
