"""Which elements of a page are furniture: navigation, advertisements, appeals, comments, lists of other stories."""

from __future__ import annotations

from itertools import chain

from bs4 import Tag

from sources.blocks import Block, Outline, words_of
from sources.folding import words
from sources.phrases import is_label

NAMES = words("aside button dialog footer form label legend menu nav option select textarea")
AREAS = words("alertdialog banner complementary contentinfo dialog navigation search")
WORDS = words(
    """
    ad adbox ads adsense adslot advert advertisement advertising adverts adwrapper banner breadcrumb breadcrumbs comment commentlist comments
    consent cookie cookies crumb crumbs disqus donate donation footer gdpr login menu morelike mostread mpu nav navbar navigation newsletter
    offer offers outbrain paywall popular popup promo promos promoted promotion recommend recommendation recommendations recommended related
    respond share sharing sidebar signup skip social sponsor sponsored subscribe subscription subscriptions support supporter taboola tags
    toolbar trending widget widgets
    """
)
PAIRS = (words("most read"), words("read more"), words("more like"), words("you may"), words("sign up"))
COMMENTS = frozenset({"comments", "reader comments", "leave a comment", "leave a reply", "join the conversation"})
LIST_LINKED, PARAGRAPH_LINKED = 0.7, 0.9
LABELLED_BLOCK, LABELLED_BLOCKS = 200, 12


def is_furniture(tag: Tag) -> bool:
    """Whether an element says of itself that it is furniture, by its name, role, class, id or style."""
    named = words_of(tag)
    style = str(tag.get("style", "")).replace(" ", "").lower()
    hidden = tag.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style
    return tag.name in NAMES or tag.get("role") in AREAS or bool(named & WORDS) or any(pair <= named for pair in PAIRS) or hidden


class Furniture:
    """Decides for each block of a page whether it is furniture, given the element that holds the article."""

    def __init__(self, outline: Outline, article: Tag) -> None:
        self._sizes, self._linked = outline.totals(lambda block: block.size), outline.totals(lambda block: block.linked)
        self._counts = outline.totals(lambda block: 1)
        self._half = self._sizes.get(id(article), 0) / 2
        self._holders = {id(tag) for tag in (article, *article.parents)}
        self._known: dict[int, bool] = dict.fromkeys(self._holders, False)
        for block in outline.blocks:
            if is_label(block.text):
                self._mark_labelled(block)

    def holds(self, block: Block) -> bool:
        """Whether the block is furniture."""
        is_link = block.role is None and block.grid is None and block.linked >= PARAGRAPH_LINKED * block.size
        return is_link or is_label(block.text) or self._is_furniture(block.owner)

    def _is_furniture(self, tag: Tag) -> bool:
        unknown = []
        element = tag
        for element in chain((tag,), tag.parents):
            if id(element) in self._known:
                break
            unknown.append(element)
        inherited = self._known.get(id(element), False)
        for element in reversed(unknown):
            inherited = inherited or self._looks_like_it(element)
            self._known[id(element)] = inherited
        return inherited

    def _looks_like_it(self, tag: Tag) -> bool:
        if self._sizes.get(id(tag), 0) > self._half:
            return False  # whatever it is called, most of the article is in it
        is_link_list = tag.name in ("ul", "ol") and self._linked.get(id(tag), 0) > LIST_LINKED * self._sizes.get(id(tag), 1)
        return is_link_list or is_furniture(tag)

    def _mark_labelled(self, label: Block) -> None:
        """Marks the smallest element that holds a label and what it labels."""
        box = next((tag for tag in chain((label.owner,), label.owner.parents) if self._counts.get(id(tag), 0) > 1), label.owner)
        if id(box) in self._holders:
            self._mark_next(label.owner)
        elif self._sizes[id(box)] <= self._half and (label.text.strip(" :").casefold() in COMMENTS or self._is_list(box)):
            self._known[id(box)] = True

    def _mark_next(self, tag: Tag) -> None:
        after = tag.find_next_sibling()
        if after is not None and after.name in ("ul", "ol") and id(after) not in self._holders:
            self._known[id(after)] = True

    def _is_list(self, box: Tag) -> bool:
        """Whether an element holds a few short things, as a list of stories or an appeal does, rather than prose."""
        return self._counts[id(box)] <= LABELLED_BLOCKS and self._sizes[id(box)] <= LABELLED_BLOCK * self._counts[id(box)]
