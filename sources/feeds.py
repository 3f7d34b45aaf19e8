"""Reads feeds (RSS, Atom): one document whose text holds what each entry says, and one story for each entry."""

from __future__ import annotations

import hashlib
import html
import re
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser
from bs4 import BeautifulSoup

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, PassageKind, Story
from sources.base import Limits, Outcome
from sources.blocks import Block, outline_of
from sources.canvas import Canvas
from sources.folding import fold
from sources.metadata import iso_time
from sources.phrases import is_label

ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
ESCAPED_AT_MOST = 3
WEB = ("https://", "http://")


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """One document of one feed. Raises CrossfootError where it is no feed or has no entries."""
    # a stream, because feedparser takes a string that looks like an address for one, and fetches it
    parsed = feedparser.parse(BytesIO(data))
    if not parsed.version or not parsed.entries:
        what = "a feed without entries" if parsed.version else "not a feed"
        raise CrossfootError(what, where=name, next="crossfoot reads RSS and Atom")
    canvas, feed = Canvas(), parsed.feed
    stories = tuple(story for entry in parsed.entries if (story := _story(canvas, entry, feed)))
    if not stories:
        raise CrossfootError("a feed whose entries say nothing", where=name, next="look at its address in a browser")
    title = _plain(feed.get("title"))
    return Outcome((Document(hashlib.sha256(data).hexdigest(), name, "feed", canvas.text, Byline(title, title), tuple(canvas.passages), stories=stories),))


def _story(canvas: Canvas, entry: Any, feed: Any) -> Story | None:
    """Writes an entry onto the canvas: its title, its summary where the content does not begin with it, its content."""
    before = len(canvas.passages)
    title, blocks = _plain(entry.get("title")), _blocks(entry)
    if title:
        canvas.add(title, PassageKind.HEADLINE)
    for block in blocks:
        canvas.add(block.text, PassageKind.BOILERPLATE if _is_furniture(block) else block.role or PassageKind.PARAGRAPH)
    written = canvas.passages[before:]
    return Story(written[0].start, written[-1].end, _byline(entry, feed, title)) if written else None


def _blocks(entry: Any) -> list[Block]:
    contents = [block for content in entry.get("content", []) for block in _outline(content.get("value"))]
    summary = _outline(entry.get("summary"))
    said = " ".join(block.text for block in contents)
    return [block for block in summary if block.text not in said] + contents


def _outline(markup: str | None) -> list[Block]:
    return [block for block in outline_of(BeautifulSoup(markup, "lxml")).blocks if block.text] if markup else []


def _is_furniture(block: Block) -> bool:
    return is_label(block.text) or block.linked >= len(block.text)


def _byline(entry: Any, feed: Any, title: str | None) -> Byline:
    publisher = _plain(entry.get("source", {}).get("title")) or _plain(feed.get("title"))
    said = dict(entry)  # the entry itself answers with `published` where it is asked for `updated`
    published_at, modified_at = _time(said.get("published")), _time(said.get("updated"))
    return Byline(title, publisher, _plain(entry.get("author")), published_at or modified_at, modified_at, _url(entry, feed), _plain(entry.get("id")))


def _time(printed: str | None) -> str | None:
    try:
        return iso_time(printed) or parsedate_to_datetime(printed or "").isoformat()
    except ValueError:
        return None


def _url(entry: Any, feed: Any) -> str | None:
    """The entry's address, resolved against the feed's own page or, failing that, the feed itself."""
    pages = [feed.get("link"), *(link.get("href") for link in feed.get("links", []))]
    base = next((page for page in pages if page and page.startswith(WEB)), "")
    try:
        url = urljoin(base, entry.get("link", ""))
    except ValueError:
        return None
    return url if entry.get("link") and url.startswith(WEB) else None


def _plain(markup: str | None) -> str | None:
    """Text without tags and without entities, however often they were escaped."""
    text = markup or ""
    for _ in range(ESCAPED_AT_MOST):
        text = html.unescape(text) if ENTITY.search(text) else text
    return fold(BeautifulSoup(text, "lxml").get_text(" ") if "<" in text and ">" in text else text) or None
