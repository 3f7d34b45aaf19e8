"""Where on a page the article is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from bs4 import Tag

from pipeline.model import PassageKind
from sources.blocks import RUNNING, Block, Outline, words_of
from sources.boilerplate import is_furniture

PROSE_AT_LEAST, ARTICLE_AT_LEAST = 60, 200
HEADLINE_AT_MOST = 400
CLIMB_GAIN, MOST = 1.3, 0.6


def find_article(outline: Outline) -> Tag:
    """The element that holds the article: the one that says so, or else the one that holds its paragraphs."""
    furniture = _inherited(outline, is_furniture)
    prose = outline.totals(lambda block: _prose(block) if not furniture.get(id(block.owner)) else 0)
    for declared in (_is_body, _is_article, _is_main):
        candidates = [tag for tag in outline.elements if declared(tag) and prose[id(tag)] >= ARTICLE_AT_LEAST]
        if candidates:
            return (
                _holder(outline, candidates, prose) if declared is not _is_main else _densest(outline, prose, max(candidates, key=lambda tag: prose[id(tag)]))
            )
    return _densest(outline, prose, outline.root)


def find_headline(outline: Outline, inside: set[int], last: int, titles: list[str]) -> int | None:
    """The index of the block that is the headline: what the page is titled, or else the first great heading inside the article.

    `inside` holds the `id()` of the article's elements, `last` is the index of its last block.
    """
    ranks = {_plain(title): rank for rank, title in reversed(list(enumerate(titles)))}
    untitled, found = len(titles), []
    for index, block in enumerate(outline.blocks[: last + 1]):
        rank = ranks.get(_plain(block.text), untitled) if len(block.text) <= HEADLINE_AT_MOST else untitled
        is_great = block.owner.name == "h1" and id(block.owner) in inside
        if rank < untitled or is_great:
            # a heading with the title, a great heading without it, the title in some other element
            found.append((0 if rank < untitled and block.role is PassageKind.HEADING else 1 if is_great else 2, rank, index))
    return min(found)[-1] if found else None


def _prose(block: Block) -> float:
    is_prose = block.grid is None and block.role in (None, PassageKind.BULLET, PassageKind.PULLQUOTE, PassageKind.CORRECTION)
    return block.size - block.linked if is_prose and (block.size >= PROSE_AT_LEAST or block.text.endswith(".")) else 0


def _inherited(outline: Outline, test: Callable[[Tag], bool]) -> dict[int, bool]:
    found: dict[int, bool] = {}
    for element in outline.elements:
        above = found.get(id(element.parent), False) if element.parent is not None else False
        found[id(element)] = above or (element.name not in ("html", "body") and test(element))
    return found


def _is_body(tag: Tag) -> bool:
    return tag.get("itemprop") == "articleBody"


def _is_article(tag: Tag) -> bool:
    return tag.name == "article" and "comment" not in words_of(tag)


def _is_main(tag: Tag) -> bool:
    return tag.name == "main" or tag.get("role") == "main"


def _holder(outline: Outline, candidates: list[Tag], prose: dict[int, float]) -> Tag:
    """The greatest of several, or, where none is greater than the rest together, what holds them all (the entries of a live blog)."""
    greatest = max(candidates, key=lambda tag: prose[id(tag)])
    inside = outline.inside(*candidates)
    total = sum(prose[id(tag)] for tag in candidates if id(tag.parent) not in inside)
    return next((tag for tag in chain((greatest,), greatest.parents) if prose.get(id(tag), total) >= MOST * total), greatest)


def _densest(outline: Outline, prose: dict[int, float], within: Tag) -> Tag:
    """The element with the most paragraphs directly in it, or what holds it where that holds much more prose."""
    scores: dict[int, float] = {}
    elements = {id(tag): tag for tag in outline.elements}
    for block in outline.blocks:
        holder = block.owner.parent if block.owner.name in RUNNING and block.owner.parent is not None else block.owner
        for tag, share in ((holder, 1.0), (holder.parent, 0.5)):
            if tag is not None and id(tag) in elements:
                scores[id(tag)] = scores.get(id(tag), 0.0) + share * _prose(block) * bool(prose.get(id(block.owner)))
    inside = outline.inside(within)
    best = max((tag for tag in outline.elements if id(tag) in scores and id(tag) in inside), key=lambda tag: scores[id(tag)], default=within)
    while best is not within and best.parent is not None and prose.get(id(best.parent), 0) >= CLIMB_GAIN * prose[id(best)]:
        best = best.parent
    return best


def _plain(text: str) -> str:
    return " ".join("".join(character if character.isalnum() else " " for character in text.casefold()).split())
