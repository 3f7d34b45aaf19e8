"""What all choices of one story share: its sentences as words, whom it names how often, whom it is about, and which times it is told in."""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from pipeline.attribution.bodies import main_body
from pipeline.attribution.choices.words import Words
from pipeline.attribution.context import Sentence
from pipeline.attribution.draft import Draft
from pipeline.model import Document, Organisation, OrganisationMention, PassageKind

T = TypeVar("T")
LEADING = 40  # bodies that a figure far from them may belong to
Key = tuple[str | None, str]


def key(body: Organisation) -> Key:
    """One for all ways to write a body."""
    return (body.id, "") if body.id else (None, body.name.casefold())


class Scene:
    """One story with its figures; what is dear to find out is found out once."""

    def __init__(self, document: Document, told: Sequence[Sentence], drafts: list[Draft], published: datetime.date | None) -> None:
        self.document, self.text, self.told, self.drafts, self.published = document, document.text, told, drafts, published
        self._places = {sentence.start: i for i, sentence in enumerate(told)}
        self._words: dict[int, Words] = {}
        self._found: dict[str, Any] = {}

    def words(self, sentence: Sentence) -> Words:
        if sentence.start not in self._words:
            self._words[sentence.start] = Words(self.text, sentence)
        return self._words[sentence.start]

    def once(self, name: str, find: Callable[[], T]) -> T:
        """What is found by `find`, for all who ask for it."""
        if name not in self._found:
            self._found[name] = find()
        found: T = self._found[name]
        return found

    def place(self, sentence: Sentence) -> int:
        """Which of the story's sentences one is."""
        return self._places[sentence.start]

    def before(self, sentence: Sentence, most: int) -> list[Sentence]:
        """The sentences before one, the nearest first."""
        place = self._places[sentence.start]
        return list(self.told[max(0, place - most) : place])[::-1]

    @functools.cached_property
    def named(self) -> list[OrganisationMention]:
        return [mention for sentence in self.told for mention in sentence.bodies]

    @functools.cached_property
    def counts(self) -> Counter[Key]:
        """How often each body is named."""
        return Counter(key(mention.organisation) for mention in self.named)

    @functools.cached_property
    def total(self) -> int:
        """How often bodies are named, all together; at least 1."""
        return sum(self.counts.values()) or 1

    @functools.cached_property
    def most(self) -> int:
        """How often the body is named that is named most."""
        return max(self.counts.values(), default=0)

    @functools.cached_property
    def leading(self) -> list[OrganisationMention]:
        """The first mention of each of the bodies that are named most, in the order of the text."""
        first: dict[Key, OrganisationMention] = {}
        for mention in self.named:
            first.setdefault(key(mention.organisation), mention)
        return sorted((first[name] for name, _ in self.counts.most_common(LEADING)), key=lambda mention: mention.start)

    @functools.cached_property
    def owners(self) -> list[OrganisationMention]:
        """Where the text names the body whose paper it is."""
        return [mention for mention in self.named if mention.rule == "document name"]

    @functools.cached_property
    def main(self) -> Organisation | None:
        """Whom the story is about."""
        headline_end = max((s.end for s in self.told if s.passage.kind is PassageKind.HEADLINE), default=0)
        found = main_body(self.named, headline_end)
        return found.organisation if found else None
