"""Reads `.jsonl`: one document a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document
from sources.base import Limits, Outcome, Refusal
from sources.text import passages_of

BYLINE_FIELDS = ("title", "publisher", "author", "published_at", "modified_at", "url")
EXAMPLE = 'write it as {"document": "a name", "text": "…"}'


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """The documents of all lines that hold one; every other line is refused by its number."""
    documents, refusals = [], []
    for number, line in _lines(data):
        where = f"{name}, line {number}"
        try:
            documents.append(_document(line, where))
        except CrossfootError as error:
            refusals.append(Refusal.of(where, error))
    return Outcome(tuple(documents), tuple(refusals))


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield number, line.removesuffix(b"\r")


def _document(line: bytes, where: str) -> Document:
    record = _record(line, where)
    document, text = (_string(record, field, where) for field in ("document", "text"))
    if not document or not text or not text.strip():
        raise CrossfootError("the line lacks a document name or a text", where=where, next=EXAMPLE)
    byline = _byline(record, where)
    return Document(hashlib.sha256(line).hexdigest(), document, "news", text, byline, passages_of(text))


def _record(line: bytes, where: str) -> dict[str, object]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CrossfootError(f"not UTF-8 at byte {error.start} of the line", where=where, next="save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        place = f" at column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
        raise CrossfootError(f"not JSON{place}", where=where, next="mend the line; the others were read") from error
    if not isinstance(record, dict):
        raise CrossfootError("not a JSON object", where=where, next=EXAMPLE)
    return record


def _byline(record: dict[str, object], where: str) -> Byline:
    try:
        return Byline(**{field: _string(record, field, where) or None for field in BYLINE_FIELDS})
    except CrossfootError as error:
        raise CrossfootError(error.what, where=where, next=error.next or "write dates as 2019-10-23 or 2019-10-23T07:00:00+01:00") from error


def _string(record: dict[str, object], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise CrossfootError(f"the field {field!r} is not a string", where=where, next=EXAMPLE)
    return _whole(value, where) if value else None


def _whole(value: str, where: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        # half a surrogate pair is legal in JSON, and no database takes it
        raise CrossfootError("holds half a character (a lone surrogate)", where=where, next="mend the escape \\ud8xx") from error
    return value
