"""The labelled articles as the attribution sees them: stories whose figures wait for decisions, and beside each figure what a reader wrote down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.scoring.matching import match
from pipeline.attribution.choices.scene import Scene
from pipeline.model import Document
from sources.base import Item
from sources.newsroom import newsroom
from sources.reading import read
from tests.pipeline.scenes import scenes_of
from tests.training.labels import ARTICLES, rows

HERE = Path(__file__).parent / "figures"
NEWSROOM_GOLD = Path(__file__).parent.parent / "newsroom" / "gold.jsonl"

Row = dict[str, Any]


@dataclass(frozen=True)
class LabelledScene:
    """A story of a set, and for each of its figures the gold's row (None where it has none)."""

    collection: str
    document: str
    scene: Scene
    gold: tuple[Row | None, ...]


def learnt() -> Iterator[LabelledScene]:
    """Every labelled story that weights may be learnt from."""
    for path in sorted((HERE / "learnt").glob("*.jsonl")):
        yield from articles(path)
    yield from articles(ARTICLES)
    yield from _newsroom()


def held() -> Iterator[LabelledScene]:
    """The stories that nothing is learnt from."""
    for path in sorted((HERE / "held").glob("*.jsonl")):
        yield from articles(path)


def articles(path: Path) -> Iterator[LabelledScene]:
    """The articles of one file, each with its figures."""
    documents = read(path.name, path.read_bytes()).documents
    for document, row in zip(documents, rows(path), strict=True):
        yield from labelled_scenes(path.stem, document, row["figures"])


def _newsroom() -> Iterator[LabelledScene]:
    gold: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(NEWSROOM_GOLD):
        gold[row["document"]].append(row)
    for item in newsroom().items():
        if isinstance(item, Item) and item.name in gold and item.name.endswith((".html", ".txt")):
            for document in read(item.name, item.path.read_bytes()).documents:
                yield from labelled_scenes("newsroom", document, gold[item.name])


def labelled_scenes(collection: str, document: Document, gold: Sequence[Row]) -> Iterator[LabelledScene]:
    """The stories of a document that have figures of the gold."""
    for scene in scenes_of(document):
        found = _gold(gold, scene)
        if any(found):
            yield LabelledScene(collection, document.name, scene, found)


def _gold(gold: Sequence[Row], scene: Scene) -> tuple[Row | None, ...]:
    """For each figure of a story the row that says what it means."""
    meant = [row for row in gold if "measure" in row]
    places = [draft.context for draft in scene.drafts]
    sums = [{"start": c.money.start, "end": c.money.end, "surface": c.money.surface, "sentence": c.text[c.sentence.start : c.sentence.end]} for c in places]
    found: list[Row | None] = [None] * len(sums)
    for row, partner in zip(meant, match(meant, sums), strict=True):
        if partner is not None:
            found[partner] = row
    return tuple(found)
