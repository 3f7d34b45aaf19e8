"""Reads `.html`: the article first, in page order, and after it everything on the page that is not the article, marked as boiler-plate."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from bs4 import BeautifulSoup

from pipeline.errors import CrossfootError
from pipeline.model import Byline, Document, PassageKind
from sources.article import find_article, find_headline
from sources.base import Limits, Outcome
from sources.blocks import Block, outline_of
from sources.boilerplate import Furniture
from sources.canvas import Canvas
from sources.charset import decode
from sources.front import Front, is_byline
from sources.metadata import Metadata

BOARD = re.compile(r"\b(?:minutes|agenda|committee|governing body|board (?:meeting|paper|report)s?|scrutiny)\b", re.IGNORECASE)


def read(name: str, data: bytes, limits: Limits) -> Outcome:
    """One document of one page. Raises CrossfootError where the page shows no text."""
    soup = BeautifulSoup(decode(data), "lxml")
    metadata = Metadata(soup)
    article, rest = _divide(soup, metadata)
    if not article and not rest:
        raise CrossfootError("the page shows no text", where=name, next="save it from a browser after it has loaded")
    canvas = Canvas()
    for block in article:
        _add(canvas, block, block.role or PassageKind.PARAGRAPH)
    for block in rest:
        _add(canvas, block, PassageKind.BOILERPLATE)
    byline, kind = _byline(metadata, article), _kind(metadata)
    return Outcome((Document(hashlib.sha256(data).hexdigest(), name, kind, canvas.text, byline, tuple(canvas.passages), tuple(canvas.tables)),))


def _divide(soup: BeautifulSoup, metadata: Metadata) -> tuple[list[Block], list[Block]]:
    """The blocks of the article, headline first, and all others. The article runs from its headline to the end of the element that holds it."""
    outline = outline_of(soup)
    blocks, holder = outline.blocks, find_article(outline)
    furniture = Furniture(outline, holder)
    held = outline.inside(holder)
    within = [index for index, block in enumerate(blocks) if id(block.owner) in held] or [0]
    last = within[-1]
    headline = find_headline(outline, held, last, metadata.titles)
    first = within[0] if headline is None else headline
    inside = [first <= index <= last and (index == headline or not furniture.holds(block)) for index, block in enumerate(blocks)]
    article = [replace(block, role=PassageKind.HEADLINE) if index == headline else block for index, block in enumerate(blocks) if inside[index]]
    return Front(metadata.description).marked(article), [block for block, kept in zip(blocks, inside, strict=True) if not kept]


def _add(canvas: Canvas, block: Block, kind: PassageKind) -> None:
    if block.grid is not None:
        canvas.add_grid(block.grid, kind)
    else:
        canvas.add(block.text, kind)


def _byline(metadata: Metadata, article: list[Block]) -> Byline:
    """What the page says of itself in its head, and for the rest what is printed under the headline."""
    said = metadata.byline(next((block.text for block in article if block.role is PassageKind.HEADLINE), None))
    printed = next((found for block in article if block.role is PassageKind.BYLINE and (found := is_byline(block.text))), None)
    return replace(said, author=said.author or printed.author, published_at=said.published_at or printed.published_at) if printed else said


def _kind(metadata: Metadata) -> str:
    return "board" if not metadata.is_article and any(BOARD.search(title) for title in metadata.titles) else "news"
