"""A page as the blocks of text that a reader sees, in page order, each with the element that holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bs4 import CData, Tag
from bs4.element import NavigableString, PageElement

from pipeline.model import PassageKind
from sources.folding import fold, words
from sources.grids import Grid
from sources.htmltables import grid_of, is_data_table, nesting_tables

BREAKING = words(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header head hgroup hr html label legend li main menu nav ol option p pre section select summary table tbody td textarea tfoot th thead
    tr ul
    """
)
# not the head: the parser puts an <article> there where the page has no <body>
DROPPED = words("audio canvas embed iframe math noembed noframes noscript object script style svg template title video")
ROLES = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), PassageKind.HEADING) | {"li": PassageKind.BULLET, "figcaption": PassageKind.CAPTION}
CLASS_ROLES = {
    PassageKind.CAPTION: words("cap caption captions credit figcaption"),
    PassageKind.PULLQUOTE: words("pull pullquote quotebox"),
    PassageKind.CORRECTION: words("clarification correction corrections erratum"),
    PassageKind.STANDFIRST: words("dek deck stand standfirst strap strapline subtitle"),
    PassageKind.BYLINE: words("author by byline dateline meta pubdate published timestamp"),
}
RUNNING = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "blockquote"})
WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
SMALL_CHARACTERS, SMALL_NODES = 600, 80
LINE_BREAK = "\x1e"


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A run of text, or a table, whose nearest breaking element is `owner`; `linked` counts its characters inside links."""

    owner: Tag
    text: str
    role: PassageKind | None = None
    linked: int = 0
    grid: Grid | None = None

    @property
    def size(self) -> int:
        return sum(len(cell.text) for cell in self.grid.cells) if self.grid else len(self.text)


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks of a page and the elements that were entered on the way, both in page order."""

    root: Tag
    blocks: list[Block]
    elements: list[Tag]

    def inside(self, *tags: Tag) -> set[int]:
        """The `id()` of every element that is, or is in, one of the tags. One pass, for pages may nest a hundred thousand deep."""
        found = set(map(id, tags))
        for element in self.elements:
            if id(element.parent) in found:
                found.add(id(element))
        return found

    def totals(self, measure: Callable[[Block], float]) -> dict[int, float]:
        """A measure of the blocks, summed over everything below an element, by the element's `id()`: bs4 compares tags by their whole content."""
        totals = dict.fromkeys(map(id, self.elements), 0.0)
        for block in self.blocks:
            totals[id(block.owner)] = totals.get(id(block.owner), 0.0) + measure(block)
        for element in reversed(self.elements):
            if element.parent is not None and id(element.parent) in totals:
                totals[id(element.parent)] += totals[id(element)]
        return totals


def words_of(tag: Tag) -> frozenset[str]:
    """The lower-case words of an element's class and id, and of a name such as `amp-ad`: `wp-caption mostRead` has wp, caption, most and read."""
    names = [*tag.get_attribute_list("class"), tag.get("id"), tag.name if "-" in tag.name else None]
    return frozenset(word.lower() for name in names if name for word in WORD.findall(str(name)[:200]))


def outline_of(root: Tag) -> Outline:
    """The outline of what is below an element. Walks with a stack of its own, since pages may nest deeper than Python recurses."""
    walk = _Walk(root)
    stack: list[tuple[PageElement, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, NavigableString):
            walk.write(node)
        elif isinstance(node, Tag) and leaving:
            walk.leave(node)
        elif isinstance(node, Tag) and walk.enter(node):
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.contents))
    return Outline(root, walk.blocks, walk.elements)


class _Walk:
    def __init__(self, root: Tag) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Tag] = []
        self._nesting = nesting_tables(root)
        self._owners = [root]
        self._roles: list[PassageKind | None] = [None]
        self._pieces: list[str] = []
        self._links = self._linked = 0

    def enter(self, tag: Tag) -> bool:
        if tag.name in DROPPED:
            return False
        self.elements.append(tag)
        if tag.name == "br":
            self._pieces.append(LINE_BREAK)
        if tag.name == "table" and id(tag) not in self._nesting and is_data_table(tag):
            self._flush()
            self.blocks.append(Block(tag, "", PassageKind.TABLE, grid=grid_of(tag)))
            return False
        self._links += tag.name == "a"
        if self._breaks(tag):
            self._flush()
            self._owners.append(tag)
            self._roles.append(role_of(tag) or self._roles[-1])
        return True

    def leave(self, tag: Tag) -> None:
        self._links -= tag.name == "a"
        if self._owners[-1] is tag and len(self._owners) > 1:
            self._flush()
            self._owners.pop()
            self._roles.pop()

    def write(self, string: NavigableString) -> None:
        if type(string) not in (NavigableString, CData):
            return  # comments, doctypes and processing instructions are strings too
        text = str(string)
        self._pieces.append(text.replace("\n", LINE_BREAK) if self._owners[-1].name == "pre" else text)
        self._linked += len(text.strip()) if self._links else 0

    def _breaks(self, tag: Tag) -> bool:
        if tag.name in BREAKING or "-" in tag.name:
            return True
        role = role_of(tag) if tag.name in ("span", "cite", "small", "time") and tag.attrs else None
        return role is PassageKind.CAPTION or (role is not None and role is not self._roles[-1] and self._owners[-1].name not in RUNNING)

    def _flush(self) -> None:
        raw, linked = "".join(self._pieces), self._linked
        self._pieces, self._linked = [], 0
        for text in _texts(raw):
            self.blocks.append(Block(self._owners[-1], text, self._roles[-1], min(linked, len(text))))


def role_of(tag: Tag) -> PassageKind | None:
    """The part that an element says it plays, by its name or, for a small one, by its class."""
    if tag.name in ROLES:
        return ROLES[tag.name]
    named = words_of(tag)
    return next((kind for kind, names in CLASS_ROLES.items() if named & names and _is_small(tag)), None)


def _is_small(tag: Tag) -> bool:
    pending: list[PageElement] = [tag]
    seen = characters = 0
    while pending and seen < SMALL_NODES:
        node, seen = pending.pop(), seen + 1
        if isinstance(node, Tag):
            pending += node.contents[:SMALL_NODES]
        elif isinstance(node, NavigableString):
            characters += len(node)
    return not pending and characters <= SMALL_CHARACTERS


def _texts(raw: str) -> Iterator[str]:
    """Cuts at empty lines; a single line break stays one."""
    lines: list[str] = []
    for line in [*map(fold, raw.split(LINE_BREAK)), ""]:
        if line:
            lines.append(line)
        elif lines:
            yield "\n".join(lines)
            lines = []
