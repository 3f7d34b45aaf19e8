"""Who published a story: by its by-line, its address, its credits and its copyright. All of it holds for the whole story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.model import OriginClue, PassageKind
from pipeline.origins.publications import NAME, credited, key, of_address, publication
from pipeline.origins.telling import Telling, key_of
from pipeline.registry import fold

# reporters whom the BBC pays and whose copy many papers print; a story that names their service is theirs
LOCAL_DEMOCRACY = re.compile(r"\b(?:Local Democracy (?:Reporting Service|Reporters?|Correspondents?)|LDRS)\b")
SERVICE = "crossfoot:local-democracy-reporting-service"
BY = re.compile(r"(?:,|/|\||·|;|\(|\)|\bat\b|\bof\b|\bfor\b|\bfrom\b|\band\b|\bby\b|\bBy\b)\s*")
# of its kind are: this story first appeared in, originally published by, syndicated from
CREDIT = re.compile(
    r"(?:\b(?:this|the)\s+(?:story|article|piece|interview|item|column|report)\s+(?:was\s+|is\s+|has\s+been\s+)?"
    r"(?:(?:first|originally|previously)\s+)?(?:published|appeared|appears|reported|produced|supplied|provided|written|broken)\s+(?:by|in|on|at|for)"
    r"|(?:^|[.!?]\s+|\()(?:first|originally|previously)\s+(?:published|appeared|posted)\s+(?:by|in|on|at)"
    r"|\b(?:syndicated|republished|reprinted|reproduced)\s+(?:from|by|with\s+(?:the\s+)?permission\s+(?:of|from)|courtesy\s+of)"
    rf")\s+(?:the\s+)?(?-i:({NAME}))",
    re.IGNORECASE | re.MULTILINE,
)
COPYRIGHT = re.compile(
    rf"(?:©|\bcopyright)\s*:?\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{2,4}})?\s*,?\s*)?(?:by\s+|of\s+|held\s+by\s+)?(?:the\s+)?(?-i:({NAME}))", re.IGNORECASE
)
PICTURES = re.compile(r"\b(?:Wire|Archive|Images?|Photos?|Pictures?|Getty|Alamy|Shutterstock|iStock|Reserved)\b", re.IGNORECASE)
DATELINE = re.compile(rf"^[A-Z][\w .,’'-]{{0,40}}?\s?\(({NAME})\)\s*[-–—]", re.MULTILINE)
# characters at the start of a story in which a dateline may stand
HEAD = 800
# longer than this, a story is a paper, and its credits stand at its ends
LONG = 60_000


def published(telling: Telling) -> Iterator[OriginClue]:
    yield from _publisher(telling)
    yield from _byline(telling)
    yield from _credits(telling)
    yield from _board(telling)


def _publisher(telling: Telling) -> Iterator[OriginClue]:
    byline, register = telling.story.byline, telling.register
    publisher = key(byline.publisher, register) if byline.publisher else of_address(byline.url, register) if byline.url else None
    if publisher:
        yield telling.whole("publisher", publisher)
        body = register.bodies.get(publisher)
        if body and body.parent_id:
            yield telling.whole("owner", body.parent_id)


def _byline(telling: Telling) -> Iterator[OriginClue]:
    """An agency or another publication that the by-line or the dateline names."""
    if found := LOCAL_DEMOCRACY.search(telling.text, telling.story.start, min(telling.story.end, telling.story.start + LONG)):
        yield telling.whole("by-line", SERVICE, *found.span())
    elif LOCAL_DEMOCRACY.search(telling.story.byline.author or ""):
        yield telling.whole("by-line", SERVICE)
    for part in BY.split((telling.story.byline.author or "")[:300]):
        if agency := _exactly(part, telling):
            yield telling.whole("by-line", agency)
    for passage in telling.document.passages:
        if passage.kind is PassageKind.BYLINE and telling.story.start <= passage.start < telling.story.end:
            for part in BY.split(telling.text[passage.start : min(passage.end, passage.start + 300)]):
                if agency := _exactly(part, telling):
                    yield telling.whole("by-line", agency, passage.start, passage.end)
    for dateline in DATELINE.finditer(telling.text, telling.story.start, min(telling.story.end, telling.story.start + HEAD)):
        if agency := _exactly(dateline[1], telling):
            yield telling.whole("by-line", agency, *dateline.span(1))


def _exactly(name: str, telling: Telling) -> str | None:
    """A publication with no words besides: "PA" is one, "PA Hughes" nobody's agency."""
    known = publication(name, telling.register) if name.strip() else None
    return known if known and (key(name, telling.register) == known or fold(name) in {"pa", "ap"}) else None


def _credits(telling: Telling) -> Iterator[OriginClue]:
    start, end = telling.story.start, telling.story.end
    for found in CREDIT.finditer(telling.text, start, min(end, start + LONG)):
        if whom := credited(found[1], telling.register):
            yield telling.whole("credit", whom, *found.span(1))
    for found in COPYRIGHT.finditer(telling.text, start, min(end, start + LONG)):
        name = found[1]
        alone = telling.text.rfind("\n", start, found.start()) + 1 == found.start() > start
        whom = publication(name, telling.register) or (credited(name, telling.register) if alone else None)
        if whom and not PICTURES.search(name):
            yield telling.whole("copyright", whom, *found.span(1))


def _board(telling: Telling) -> Iterator[OriginClue]:
    """A board paper is its body's own: the publisher's, else whose figures it has most of."""
    if telling.document.kind != "board":
        return
    publisher = telling.story.byline.publisher
    if publisher:
        ids = {alias.id for alias in telling.register.aliases.get(fold(publisher), ())}
        yield telling.whole("paper", f"papers:{ids.pop() if len(ids) == 1 else fold(publisher)}")
        return
    whose = Counter(key_of(figure.organisation) for figure in telling.figures if figure.organisation)
    if whose:
        most = max(whose.values())
        yield telling.whole("paper", f"papers:{min(body for body, count in whose.items() if count == most)}")
