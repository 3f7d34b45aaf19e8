"""The words of a sentence as evidence: in their plain form, with every sum, body and time as one word of its kind."""

from __future__ import annotations

import csv
import functools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.attribution.context import Sentence
from pipeline.plain import plain

SUM, TIME, BODY = "SUM", "TIME", "BODY"
OPENING, CLOSING = "<s>", "</s>"
TOKEN = re.compile(r"\w[\w'’]*(?:-\w+)*|[^\w\s]")
CUES = Path(__file__).parent.parent.parent / "cues"
PARTICIPLES = ("ed", "en", "nt", "ut", "id", "ld")


class Word(NamedTuple):
    """A word in its plain form, and its span in the text."""

    form: str
    start: int
    end: int


class Words:
    """The words of one sentence; beyond its ends stand the marks `OPENING` and `CLOSING`."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.words = tuple(_words(text, sentence))
        self.forms = [word.form for word in self.words]
        self._starts = [word.start for word in self.words]
        # the passive is told by the ending, which the plain form has lost
        self.raw_endings = [text[word.start : word.end].endswith(PARTICIPLES) for word in self.words]

    def __getitem__(self, place: int) -> str:
        if 0 <= place < len(self.forms):
            return self.forms[place]
        return OPENING if place < 0 else CLOSING

    def place(self, at: int) -> int | None:
        """The place of the word that holds a character of the text."""
        place = bisect_right(self._starts, at) - 1
        return place if place >= 0 and at < self.words[place].end else None


@functools.cache
def verb_classes() -> dict[str, str]:
    """What the verbs of `cues/verbs.csv` do with money, by their plain forms."""
    with (CUES / "verbs.csv").open(encoding="utf-8", newline="") as lines:
        return {plain(row["verb"]): row["class"] for row in csv.DictReader(lines)}


@functools.cache
def noun_classes() -> dict[str, tuple[str, ...]]:
    """What kinds of money the nouns of `cues/nouns.csv` can stand for, by their plain forms."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    with (CUES / "nouns.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[plain(row["noun"])].append(row["class"])
    return {noun: tuple(classes) for noun, classes in found.items()}


@functools.cache
def payers() -> frozenset[str]:
    """The plain forms of the nouns of `cues/payers.csv`: people and bodies that pay, earn or own without a name."""
    with (CUES / "payers.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(plain(row["noun"]) for row in csv.DictReader(lines))


def _words(text: str, sentence: Sentence) -> Iterator[Word]:
    at = sentence.start
    for start, end, kind in _masks(sentence):
        if start < at:
            continue
        yield from _plain_words(text, at, start)
        yield Word(kind, start, end)
        at = end
    yield from _plain_words(text, at, sentence.end)


def _plain_words(text: str, start: int, end: int) -> Iterator[Word]:
    return (Word(plain(match[0]), match.start(), match.end()) for match in TOKEN.finditer(text, start, end))


def _masks(sentence: Sentence) -> list[tuple[int, int, str]]:
    sums = [(money.start, money.end, SUM) for money in sentence.money]
    others = [(m.start, m.end, TIME) for m in sentence.times] + [(m.start, m.end, BODY) for m in sentence.bodies if m.surface[:1].isupper()]
    return sorted(sums + [(a, b, kind) for a, b, kind in others if all(b <= start or end <= a for start, end, _ in sums)])
