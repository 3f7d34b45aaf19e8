"""Builds the context of every sum of a story: its sentence with the mentions in it, what stands before, and what stands above."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.counts import sharers
from pipeline.model import Document, Money, OrganisationMention, PassageKind, PeriodMention

Mention = TypeVar("Mention", OrganisationMention, PeriodMention)
CARRIED_SENTENCES = 6


def with_mentions(sentences: Sequence[Sentence], organisations: Sequence[OrganisationMention], periods: Sequence[PeriodMention]) -> Iterator[Sentence]:
    """The sentences with the bodies and the times that each names; everything is in the order of the text."""
    bodies, times = deque(organisations), deque(periods)
    for sentence in sentences:
        own = tuple(_within(sentence, bodies)), tuple(_within(sentence, times))
        yield replace(sentence, bodies=own[0], times=own[1]) if any(own) else sentence


def contexts(document: Document, told: Sequence[Sentence]) -> Iterator[Context]:
    """One context for each sum of a story."""
    heading = headline = None
    for i, sentence in enumerate(told):
        if sentence.passage.kind is PassageKind.HEADING:
            heading = sentence
        if sentence.passage.kind is PassageKind.HEADLINE and headline is None:
            headline = sentence
        for money in _each_of_several(document.text, sentence):
            yield Context(document, sentence, money, tuple(told[max(0, i - CARRIED_SENTENCES) : i]), heading, headline)


def _within(sentence: Sentence, mentions: deque[Mention]) -> Iterator[Mention]:
    while mentions and mentions[0].start < sentence.end:
        mention = mentions.popleft()
        if sentence.start <= mention.start and mention.end <= sentence.end:
            yield mention


def _each_of_several(text: str, sentence: Sentence) -> Iterator[Money]:
    """A sum is each one's where the sentence says how many make the total that follows it."""
    for money, total in zip_longest(sentence.money, sentence.money[1:]):
        count = sharers(text, sentence.start, money, total) if total and money.per is None else None
        shared = count and money.amount and count * money.amount == total.amount
        yield replace(money, per="each") if shared else money
