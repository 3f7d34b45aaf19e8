"""What a figure stands in: its sentence, its passage, its neighbours, and the mentions around it."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.attribution.cues import Cue
from pipeline.model import Document, Money, OrganisationMention, Passage, PassageKind, PeriodMention, Story

SUMMARIES = frozenset({PassageKind.HEADLINE, PassageKind.STANDFIRST, PassageKind.CAPTION, PassageKind.PULLQUOTE})

# how many characters off a word may stand
REACH = 300


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, and the sums, bodies and times that it names."""

    start: int
    end: int
    passage: Passage
    story: Story
    money: tuple[Money, ...] = ()
    bodies: tuple[OrganisationMention, ...] = ()
    times: tuple[PeriodMention, ...] = ()


@dataclass(frozen=True)
class Context:
    """One figure and everything that the rules may look at. Spans are offsets into `document.text`."""

    document: Document
    sentence: Sentence
    money: Money
    previous: tuple[Sentence, ...]
    heading: Sentence | None
    headline: Sentence | None

    @property
    def text(self) -> str:
        return self.document.text

    @functools.cached_property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.text[self.sentence.start : self.money.start]

    @functools.cached_property
    def after(self) -> str:
        """The sentence from the figure on."""
        return self.text[self.money.end : self.sentence.end]

    def within_reach(self, cues: Iterable[Cue]) -> Iterator[Cue]:
        """Those near enough to speak of the figure."""
        return (cue for cue in cues if self.money.start - REACH <= cue.start and cue.end <= self.money.end + REACH)

    @functools.cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The spans of all sums within reach."""
        low, high = self.money.start - REACH, self.money.end + REACH
        return [(money.start, money.end) for money in self.sentence.money if low <= money.start and money.end <= high]

    @property
    def is_summary(self) -> bool:
        """A headline, a caption and their like say in short what the body says in full."""
        return self.sentence.passage.kind in SUMMARIES
