"""What a figure stands in: its sentence, its passage, its neighbours, and the mentions around it."""

import functools
from dataclasses import dataclass

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

    @functools.cached_property
    def reach(self) -> tuple[int, int]:
        """The stretch of the sentence whose words may speak of the figure."""
        return max(self.sentence.start, self.money.start - REACH), min(self.sentence.end, self.money.end + REACH)

    @functools.cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The spans of all sums within reach."""
        start, end = self.reach
        return [(money.start, money.end) for money in self.sentence.money if start <= money.start and money.end <= end]

    @property
    def is_summary(self) -> bool:
        """A headline, a caption and their like say in short what the body says in full."""
        return self.sentence.passage.kind in SUMMARIES
