"""Documents made of a few lines, for tests: one passage a line, in the order of its kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Byline, Document, Passage, PassageKind


def told(text: str, kinds: Sequence[str] = (), published_at: str | None = None) -> Document:
    """A news document whose lines are passages of these kinds; paragraphs where none is given."""
    return Document("case", "case.txt", "news", text, Byline(published_at=published_at), tuple(_passages(text, kinds)))


def _passages(text: str, kinds: Sequence[str]) -> Iterator[Passage]:
    start = 0
    for i, line in enumerate(text.split("\n")):
        if line.strip():
            yield Passage(start, start + len(line), PassageKind(kinds[i]) if i < len(kinds) else PassageKind.PARAGRAPH)
        start += len(line) + 1
