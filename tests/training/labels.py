"""The labelled sets: texts in which the names of bodies are marked, and what each possible name in them is by those marks."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.model import Byline, Document
from pipeline.organisations import find_organisations
from pipeline.organisations.evidence import gathered
from pipeline.organisations.possible import PossibleName, Span
from pipeline.registry import Register
from pipeline.sentences import body_passages, sentences
from sources.base import Item
from sources.newsroom import newsroom
from sources.reading import read

HERE = Path(__file__).parent
ARTICLES, NEWSROOM = HERE / "articles.jsonl", HERE / "newsroom.jsonl"
HELD = HERE / "held.jsonl"  # never learnt from
NAMES, FIGURES = HERE / "names.jsonl", HERE / "figures" / "learnt"
CASES = HERE.parent / "pipeline" / "organisations" / "cases"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document of a set, the spans that are names of bodies in it, and those of which a reader may say either."""

    collection: str
    document: Document
    names: tuple[Span, ...]
    optional: tuple[Span, ...] = ()

    def is_body(self, possible: PossibleName) -> bool | None:
        """Whether a possible name is a body's; None where a reader may say either."""
        return True if _overlaps(possible, self.names) else None if _overlaps(possible, self.optional) else False


@dataclass(frozen=True, slots=True)
class Listed:
    """A document whose possible names were read one by one: those that are names of bodies, and those of which a reader may say either."""

    collection: str
    document: Document
    names: frozenset[str]
    optional: frozenset[str]

    def is_body(self, possible: PossibleName) -> bool | None:
        """Whether a possible name is a body's; None where a reader may say either."""
        return True if possible.name in self.names else None if possible.name in self.optional else False


@dataclass(frozen=True, slots=True)
class Example:
    """A possible name of a document, the evidence about it, and whether it is a body's."""

    collection: str
    document: str
    name: str
    evidence: dict[str, float]
    is_body: bool


def labelled() -> Iterator[Labelled | Listed]:
    """Every labelled document, set by set."""
    yield from _articles()
    yield from _cases()
    yield from _newsroom()
    yield from _figures()


def examples(documents: Iterable[Labelled | Listed], register: Register) -> Iterator[Example]:
    """The possible names of some documents, but for those that the register links, which are not weighed, and the optional ones."""
    for labels in documents:
        text, name = labels.document.text, labels.document.name
        linked = [(m.start, m.end) for m in find_organisations(text, register, labels.document.byline.published_on) if m.organisation.id]
        spans = [s for p in body_passages(labels.document) for s in sentences(text, p.start, p.end)]
        for possible, evidence in gathered(text, spans, register):
            is_body = labels.is_body(possible)
            if is_body is not None and not _is_within(possible, linked):
                yield Example(labels.collection, name, possible.name, evidence, is_body)


def _articles() -> Iterator[Labelled]:
    documents = read(ARTICLES.name, ARTICLES.read_bytes()).documents
    for document, row in zip(documents, rows(ARTICLES), strict=True):
        yield _labelled(document.name.split("/")[0], document, row["mentions"])


def _cases() -> Iterator[Labelled]:
    for path in sorted(CASES.glob("*.jsonl")):
        for number, row in enumerate(rows(path), start=1):
            document = Document(f"{path.stem} {number}", f"{path.stem}/{number}", "text", row["text"], Byline(published_at=row["on"]))
            optional = [{"start": start, "end": end, "optional": True} for start, end in row.get("optional", ())]
            yield _labelled(path.stem, document, [*row["mentions"], *optional])


def _newsroom() -> Iterator[Labelled]:
    mentions: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(NEWSROOM):
        mentions[row["document"]].append(row)
    for item in newsroom().items():
        if isinstance(item, Item) and item.name in mentions:
            (document,) = read(item.name, item.path.read_bytes()).documents
            yield _labelled("newsroom", document, mentions[item.name])


def _figures() -> Iterator[Listed]:
    read_names = {row["document"]: row for row in rows(NAMES)}
    for path in sorted(FIGURES.glob("*.jsonl")):
        for document in read(path.name, path.read_bytes()).documents:
            if row := read_names.get(document.name):
                yield Listed("figures", document, frozenset(row["names"]), frozenset(row["optional"]))


def rows(path: Path) -> list[Row]:
    """What stands in a file of JSON, one object a line."""
    return [json.loads(line, parse_float=Decimal) for line in path.read_text(encoding="utf-8").splitlines()]


def _labelled(collection: str, document: Document, mentions: Sequence[Row]) -> Labelled:
    optional = [m for m in mentions if m.get("optional")]
    names = [m for m in mentions if not m.get("optional") and m.get("form", "name") == "name"]
    return Labelled(collection, document, _spans(names), _spans(optional))


def _spans(mentions: Iterable[Row]) -> tuple[Span, ...]:
    return tuple((m["start"], m["end"]) for m in mentions)


def _is_within(possible: PossibleName, spans: Iterable[Span]) -> bool:
    return any(start <= a and b <= end for start, end in spans for a, b in possible.places)


def _overlaps(possible: PossibleName, spans: Iterable[Span]) -> bool:
    """Whether a place of a name shares half of its union with one of the spans."""
    return any(2 * (min(b, end) - max(a, start)) >= max(b, end) - min(a, start) for start, end in spans for a, b in possible.places)
