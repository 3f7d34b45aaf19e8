"""The sample newsroom's articles as plain texts."""

import re
from pathlib import Path

from pipeline.model import Document, PassageKind
from sources.newsroom import newsroom
from sources.reading import read as read_file

_NEWS = (".html", ".txt")


def documents() -> list[Document]:
    """Every article of the newsroom."""
    paths = [item.path for item in newsroom().items() if isinstance(getattr(item, "path", None), Path)]
    return [document for path in paths if path.suffix in _NEWS for document in read_file(path.name, path.read_bytes()).documents]


def articles() -> list[str]:
    """What the articles say, paragraph by paragraph, without boiler-plate."""
    return ["\n\n".join(d.text[p.start : p.end] for p in d.passages if p.kind is not PassageKind.BOILERPLATE) for d in documents()]


def thinned(article: str) -> str:
    """Ordinary news has a figure in one paragraph of eight or so."""
    return "\n\n".join(p for i, p in enumerate(article.split("\n\n")) if i % 8 == 0 or not re.search("[£$€]", p))
