"""Picks the reader for a file by its suffix."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from pipeline.errors import CrossfootError
from sources.base import Limits, Outcome

# readers are imported when they are first needed: one takes as long as starting Python
READERS = {
    ".txt": "sources.text",
    ".md": "sources.text",
    ".jsonl": "sources.jsonl",
    ".html": "sources.html",
    ".htm": "sources.html",
    ".xhtml": "sources.html",
    ".xml": "sources.feeds",
    ".rss": "sources.feeds",
    ".atom": "sources.feeds",
    ".pdf": "sources.pdf",
    ".docx": "sources.docx",
}
# formats whose parsers do no more than decode; every other one runs in a process of its own
PLAIN = frozenset({".txt", ".md", ".jsonl"})

ReadFunction = Callable[[str, bytes, Limits], Outcome]


def suffix_of(name: str) -> str:
    """The suffix that decides on the reader, in lower case.

    >>> suffix_of("board/P01.PDF")
    '.pdf'
    """
    return PurePath(name).suffix.lower()


def read(name: str, data: bytes, limits: Limits = Limits()) -> Outcome:  # noqa: B008
    """Reads one input in this process. Raises CrossfootError where nothing of it can be read; parts that cannot be are refusals of the outcome."""
    if not data:
        raise CrossfootError("the file is empty", where=name, next="fetch or save it again")
    outcome = _reader(name)(name, data, limits)
    if not outcome.documents and not outcome.refusals:
        raise CrossfootError("holds no text", where=name, next="look whether it is the file that was meant")
    return outcome


def _reader(name: str) -> ReadFunction:
    suffix = suffix_of(name)
    if suffix not in READERS:
        raise CrossfootError(f"no reader for {suffix or 'files without a suffix'} yet", where=name, next=f"crossfoot reads {' '.join(READERS)}")
    reader: ReadFunction = import_module(READERS[suffix]).read
    return reader
