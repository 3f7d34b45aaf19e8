"""Which of the files that were read a gold row is about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from pathlib import PurePosixPath

from pipeline.errors import CrossfootError


def document_of(named: str, where: str, read: Iterable[str]) -> str:
    """Of the documents that were `read`, the one that a gold row names at `where`: its path ends most like the name, in the file's own name at least.

    Raises CrossfootError where there is none, or where several are as like.

    >>> document_of("articles/a01.html", "gold.jsonl, line 1", ["old/a01.html", "news/articles/a01.html"])
    'news/articles/a01.html'
    """
    alike = {document: _common_parts(named, document) for document in read}
    most = max(alike.values(), default=0)
    found = [document for document, parts in alike.items() if parts == most]
    if not most:
        raise CrossfootError(f"the document {named} is not among the files", where=where, next="give it too, or take its figures out of the gold")
    if len(found) > 1:
        raise CrossfootError(f"{named} may be any of {', '.join(found[:5])}", where=where, next="write more of its path")
    return found[0]


def _common_parts(one: str, other: str) -> int:
    """How many parts of two paths are the same, counted from their ends."""
    pairs = zip(PurePosixPath(one).parts[::-1], PurePosixPath(other).parts[::-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
