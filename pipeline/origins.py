"""Who is quoting whom: the publisher of a story and its owner, whoever holds its copyright, and the publications that it names as its source.

Two stories that share a key may go back to one origin, so their agreement is not two confirmations.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.model import Document, OrganisationMention, OriginClue, Story
from pipeline.registry import Register, fold

PUBLISHER = "news_publisher"
AS_SOURCE_BEFORE = re.compile(r"\b(?:seen by|obtained by|told|according to|first reported by|as reported by)\s+(?:the\s+)?$", re.IGNORECASE)
AS_SOURCE_AFTER = re.compile(r"^,?\s+(?:has\s+|had\s+|have\s+)?(?:reported|revealed|understands|learned|can reveal|published|put the)\b", re.IGNORECASE)
COPYRIGHT_BEFORE = re.compile(r"(?:©|\bcopyright)\s*:?\s*(?:\d{4}\s*)?$", re.IGNORECASE)


def origin_clues(document: Document, mentions: Sequence[OrganisationMention], register: Register) -> list[OriginClue]:
    """The clues of every story, in the order of the text; publishers are keyed by their id in the register, else by their folded name."""
    clues: list[OriginClue] = []
    for number, story in enumerate(document.stories):
        clues += _published(number, story, register)
        clues += _named(number, story, document.text, mentions)
    return sorted(set(clues), key=lambda clue: (clue.story, clue.start or 0, clue.kind, clue.key))


def _published(number: int, story: Story, register: Register) -> Iterator[OriginClue]:
    if story.byline.publisher:
        publisher = _key(story.byline.publisher, register)
        yield OriginClue(number, "publisher", publisher)
        body = register.bodies.get(publisher)
        if body and body.parent_id:
            yield OriginClue(number, "owner", body.parent_id)


def _named(number: int, story: Story, text: str, mentions: Sequence[OrganisationMention]) -> Iterator[OriginClue]:
    for mention in mentions[bisect_left(mentions, story.start, key=_start) : bisect_left(mentions, story.end, key=_start)]:
        before, after = text[max(story.start, mention.start - 40) : mention.start], text[mention.end : mention.end + 40]
        if mention.kind not in (PUBLISHER, None):  # what the register does not know may be a paper
            continue
        if COPYRIGHT_BEFORE.search(before):
            yield OriginClue(number, "copyright", _of(mention), mention.start, mention.end)
        elif AS_SOURCE_BEFORE.search(before) or AS_SOURCE_AFTER.match(after):
            yield OriginClue(number, "named source", _of(mention), mention.start, mention.end)


def _start(mention: OrganisationMention) -> int:
    return mention.start


def _of(mention: OrganisationMention) -> str:
    return mention.organisation.id or fold(mention.organisation.name)


def _key(publisher: str, register: Register) -> str:
    ids = {alias.id for alias in register.aliases.get(fold(publisher), ()) if register.bodies[alias.id].kind == PUBLISHER}
    return ids.pop() if len(ids) == 1 else fold(publisher)
