"""The texts that are measured on: the sample newsroom's articles, and ordinary news made of the labelled articles."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.model import Document, PassageKind
from pipeline.money import find_money
from sources.newsroom import newsroom
from sources.reading import read as read_file
from tests.training.labels import ARTICLES, HELD

_NEWS = (".html", ".txt")
_LENGTH = 20  # paragraphs of an ordinary article
_EVERY = 8  # of which one has a figure


def documents() -> list[Document]:
    """Every article of the newsroom."""
    paths = [item.path for item in newsroom().items() if isinstance(getattr(item, "path", None), Path)]
    return [document for path in paths if path.suffix in _NEWS for document in read_file(path.name, path.read_bytes()).documents]


def articles() -> list[str]:
    """What the articles say, paragraph by paragraph, without boiler-plate."""
    return ["\n\n".join(d.text[p.start : p.end] for p in d.passages if p.kind is not PassageKind.BOILERPLATE) for d in documents()]


def thinned(article: str) -> str:
    """Ordinary news has a figure in one paragraph of eight or so."""
    return "\n\n".join(p for i, p in enumerate(article.split("\n\n")) if i % _EVERY == 0 or not re.search("[£$€]", p))


def ordinary() -> list[Document]:
    """News of ordinary length, one paragraph in eight with a figure: the prose of the labelled articles run together, less most of what is about money."""
    rows = (json.loads(line) for path in (ARTICLES, HELD) for line in path.read_text(encoding="utf-8").splitlines())
    texts = [row["text"] for row in rows if not row["document"].startswith("news/min") and not row["document"].endswith(".md")]
    paragraphs = list(_sparse(p.strip() for text in texts for p in text.split("\n\n") if p.strip().endswith((".", '"', "”"))))
    runs = ["\n\n".join(paragraphs[i : i + _LENGTH]) for i in range(0, len(paragraphs), _LENGTH)]
    return [Document(f"ordinary {i}", f"{i}.txt", "news", run) for i, run in enumerate(runs)]


def _sparse(paragraphs: Iterable[str]) -> Iterator[str]:
    """Every paragraph without a figure, and one with a figure or two after every seven of them."""
    since = _EVERY
    for paragraph in paragraphs:
        figures = len(find_money(paragraph))
        if not figures or (since >= _EVERY - 1 and figures <= 2):
            since = 0 if figures else since + 1
            yield paragraph
