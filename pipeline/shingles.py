"""Shingles: what a story's words look like, eight at a time, so that near copies are known by what they share.

Of a long story one shingle in eight is kept, chosen by its hash: the same one in every story. Of a short one, which would have too few left, all are.
"""

from __future__ import annotations

import hashlib

from pipeline.model import Document, Story
from pipeline.registry import fold_word, words
from pipeline.sentences import body_passages

WORDS = 8
SAMPLED = 8
# with fewer shingles, about 135 words, a story keeps all
SHORT = 128
# words of a story that are read; a longer one is a paper or an attack, and its beginning gives it away
MOST = 20_000


def shingles(document: Document) -> list[tuple[int, int]]:
    """The hashes of every story, with its number, in order."""
    passages = [(passage.start, passage.end) for passage in body_passages(document)]
    return [(number, digest) for number, story in enumerate(document.stories) for digest in _kept(_told(document.text, story, passages))]


def _told(text: str, story: Story, passages: list[tuple[int, int]]) -> list[str]:
    """The folded words of a story, without boiler-plate; breaks and punctuation do not count."""
    told: list[str] = []
    for start, end in passages:
        if start < story.end and end > story.start and len(told) < MOST:
            told += [fold_word(match[0]) for match in words(text[max(start, story.start) : min(end, story.end)])]
    return told[:MOST]


def _kept(told: list[str]) -> list[int]:
    found = sorted({_hash(" ".join(told[i : i + WORDS])) for i in range(len(told) - WORDS + 1)})
    return found if len(found) < SHORT else [digest for digest in found if digest % SAMPLED == 0]


def _hash(shingle: str) -> int:
    """The same on every machine, and small enough for a signed column.

    >>> _hash("a b") == _hash("a b") != _hash("b a")
    True
    """
    return int.from_bytes(hashlib.blake2b(shingle.encode(errors="replace"), digest_size=8).digest()) >> 1
