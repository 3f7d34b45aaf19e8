"""JSON lines: one document a line, and every bad line refused by its number."""

import hashlib
import json

import pytest

from sources.reading import read

GOOD = {
    "document": "a/1",
    "text": "Deficit doubles\n\nIt is £5m.",
    "title": "T",
    "publisher": "P",
    "author": "A",
    "published_at": "2019-10-08",
    "modified_at": "2019-10-09T08:00:00+01:00",
    "url": "https://p.example/1",
}
BAD = {
    "not JSON": (b'{"document": "b", "text": ', "not JSON at column"),
    "not an object": (b"[1, 2]", "not a JSON object"),
    "no text": (b'{"document": "b"}', "lacks a document name or a text"),
    "no name": (b'{"text": "It is 5m."}', "lacks a document name or a text"),
    "blank text": (b'{"document": "b", "text": " \\n"}', "lacks a document name or a text"),
    "text is a number": (b'{"document": "b", "text": 5}', "'text' is not a string"),
    "half a character": (b'{"document": "b", "text": "\\ud83d"}', "lone surrogate"),
    "not UTF-8": (b'{"document": "b", "text": "\xa35m"}', "not UTF-8 at byte 27"),
    "not a date": (b'{"document": "b", "text": "It is 5m.", "published_at": "last week"}', "not ISO 8601"),
    "no date of a change": (b'{"document": "b", "text": "It is 5m.", "modified_at": "since"}', "modified_at is not ISO 8601"),
    "nested too deep": (b'{"document": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not JSON"),
}


def test_fields_and_identity():
    line = json.dumps(GOOD, ensure_ascii=False).encode()
    (document,) = read("a.jsonl", line + b"\r\n").documents
    assert document.id == hashlib.sha256(line).hexdigest()
    assert (document.name, document.text, document.kind) == ("a/1", GOOD["text"], "news")
    assert all(getattr(document.byline, field) == GOOD[field] for field in ("title", "publisher", "author", "published_at", "modified_at", "url"))
    assert [p.kind.value for p in document.passages] == ["headline", "paragraph"]


@pytest.mark.parametrize(("line", "reason"), BAD.values(), ids=BAD)
def test_a_bad_line_is_refused_and_the_rest_is_read(line, reason):
    outcome = read("a.jsonl", b'{"document": "first", "text": "One."}\n\n' + line + b'\n{"document": "last", "text": "Two."}\n')
    assert [document.name for document in outcome.documents] == ["first", "last"]
    (refusal,) = outcome.refusals
    assert refusal.name == "a.jsonl, line 3"
    assert reason in refusal.reason
    assert refusal.next
