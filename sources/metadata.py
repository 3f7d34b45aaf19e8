"""Who published a page, when, and under which title: what the page says of itself in JSON-LD, OpenGraph, microdata and Dublin Core."""

from __future__ import annotations

import datetime
import html
import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup, Tag

from pipeline.model import Byline
from sources.folding import fold

ARTICLES = frozenset(
    {"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "WebPage"}
)
TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "headline")
PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author")
DATES = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "pubdate",
    "publish-date", "parsely-pub-date", "sailthru.date", "date",
)  # fmt: skip
CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified")
SUFFIXES = (" | ", " - ", " – ", " — ", " :: ", " » ")
PUBLISHER_AT_MOST, LD_AT_MOST = 60, 5_000


class Metadata:
    """The claims of a page about itself, by the vocabulary that makes them."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._soup = soup
        self._meta = _meta(soup)
        self._items = list(_linked_data(soup))
        self._ld = next((item for kind in (ARTICLES - {"WebPage"}, {"WebPage"}) for item in self._items if _types(item) & kind), {})

    @cached_property
    def titles(self) -> list[str]:
        """Every title that the page gives itself, the surest first, and the parts of the one in its head, where its publisher often stands too."""
        titles = dict.fromkeys(filter(None, (self._declared_title, self._page_title, *self._page_title_parts)))
        return [title for title in titles if title != self._publisher]

    @property
    def is_article(self) -> bool:
        return bool(_types(self._ld) - {"WebPage"}) or self._meta.get("og:type") == "article"

    @property
    def description(self) -> str | None:
        return self._meta.get("description") or self._meta.get("og:description")

    def byline(self, headline: str | None) -> Byline:
        """The byline of the page, given the headline that it prints."""
        title = self._declared_title or (headline if headline in self._page_title_parts else None) or self._page_title or headline
        return Byline(title, self._publisher, self._author, self._published_at, self._modified_at, self._url)

    @cached_property
    def _declared_title(self) -> str | None:
        named = (_text(self._ld.get("headline")), *(self._meta.get(name) for name in TITLES), self._itemprop("headline"))
        return next(filter(None, named), None)

    @cached_property
    def _page_title(self) -> str | None:
        title = self._soup.find("title")
        return fold(title.get_text()) or None if isinstance(title, Tag) else None

    @cached_property
    def _page_title_parts(self) -> list[str]:
        title = self._page_title or ""
        return [part for mark in SUFFIXES if mark in title for part in (title.rpartition(mark)[0], title.partition(mark)[0], title.partition(mark)[2])]

    @cached_property
    def _publisher(self) -> str | None:
        named = [_name(self._ld.get("publisher")), *(self._meta.get(name) for name in PUBLISHERS)]
        return next(filter(None, named), None) or self._suffix

    @property
    def _suffix(self) -> str | None:
        """The end of the page's title after a bar, or after a dash where what stands before it is the headline."""
        title = self._page_title or ""
        before, _, after = title.rpartition(" | ")
        if before and len(after) <= PUBLISHER_AT_MOST:
            return after
        headlines = {fold(tag.get_text()) for tag in self._soup.find_all(["h1", "h2"], limit=20)} | set(filter(None, (self._meta.get(name) for name in TITLES)))
        parts = (title.rpartition(mark) for mark in SUFFIXES)
        return next((after for before, _, after in parts if before in headlines and len(after) <= PUBLISHER_AT_MOST), None)

    @property
    def _author(self) -> str | None:
        links = (fold(tag.get_text()) for tag in self._soup.find_all(["a", "span"], rel="author", limit=5))
        named = [_name(self._ld.get("author")), self._itemprop("author"), *(self._meta.get(name) for name in AUTHORS), ", ".join(links)]
        found = next((name for name in named if name and "://" not in name and name != self._publisher), None)
        return found.removeprefix("By ") if found else None

    @property
    def _published_at(self) -> str | None:
        named = [_text(self._ld.get("datePublished")), self._itemprop("datePublished"), *(self._meta.get(name) for name in DATES), self._time]
        return next(filter(None, map(iso_time, named)), None)

    @property
    def _modified_at(self) -> str | None:
        named = [_text(self._ld.get("dateModified")), self._itemprop("dateModified"), *(self._meta.get(name) for name in CHANGES)]
        return next(filter(None, map(iso_time, named)), None)

    @property
    def _time(self) -> str | None:
        times = self._soup.find_all("time", attrs={"datetime": True, "itemprop": lambda name: name != "dateModified"}, limit=1)
        return str(times[0]["datetime"]) if times else None

    @property
    def _url(self) -> str | None:
        canonical = self._soup.find("link", rel="canonical", href=True)
        page = self._ld.get("mainEntityOfPage")
        named = [
            canonical["href"] if isinstance(canonical, Tag) else None,
            self._meta.get("og:url"),
            page.get("@id") if isinstance(page, dict) else page,
            self._ld.get("url"),
        ]
        return next((url for url in named if isinstance(url, str) and url.startswith(("https://", "http://"))), None)

    def _itemprop(self, name: str) -> str | None:
        tag = self._soup.find(True, itemprop=name)
        if not isinstance(tag, Tag):
            return None
        inner = tag.find(True, itemprop="name")
        value = tag.get("datetime") or tag.get("content") or (inner if isinstance(inner, Tag) else tag).get_text(" ")
        return fold(str(value)) or None


def iso_time(printed: str | None) -> str | None:
    """A date or time in ISO 8601 as it stands, or None where it is none.

    >>> iso_time("2019-10-08T14:00:00+01:00"), iso_time("last Tuesday")
    ('2019-10-08T14:00:00+01:00', None)
    """
    try:
        return printed.strip() if printed and datetime.datetime.fromisoformat(printed.strip()) else None
    except ValueError:
        return None


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta", attrs={"content": True}):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and (content := fold(str(tag["content"]))):
            found.setdefault(str(name).lower(), content)
    return found


def _linked_data(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", attrs={"type": "application/ld+json"}, limit=50):
        try:
            yield from _flat(json.loads(script.get_text()))
        except (ValueError, RecursionError):
            continue  # a page may be wrong about itself; the other vocabularies are still there


def _flat(value: object) -> Iterator[dict[str, Any]]:
    pending, seen = [value], 0
    while pending and (seen := seen + 1) <= LD_AT_MOST:
        item = pending.pop(0)
        if isinstance(item, list):
            pending += item
        elif isinstance(item, dict):
            yield item
            pending.append(item.get("@graph"))


def _types(item: dict[str, Any]) -> frozenset[str]:
    return frozenset(kind for kind in _as_list(item.get("@type")) if isinstance(kind, str)) & ARTICLES


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    names: Iterable[str | None] = (_text(item.get("name") if isinstance(item, dict) else item) for item in _as_list(value))
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _text(value: object) -> str | None:
    return fold(html.unescape(value)) or None if isinstance(value, str) else None
