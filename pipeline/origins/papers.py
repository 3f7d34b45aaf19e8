"""The same paper behind a number: a letter by somebody, or what a body says in papers of its own (board papers, accounts, a report by it or to it).

A paper holds for the figures of its sentence and of what goes on from it. "A report" alone is nobody's, and no source that two stories can share.
What a body says in its papers is one origin, whenever it says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model import OrganisationMention, OriginClue
from pipeline.origins.people import full_name
from pipeline.origins.publications import PUBLISHER
from pipeline.origins.telling import Reach, Telling, key_of

WORD = re.compile(r"letter|e-?mail|memo|report|paper|accounts|minutes|document|statement|analysis|figures|review|plan|case|survey|study", re.IGNORECASE)
LETTER = re.compile(r"\b(?:letter|e-?mail|memo(?:randum)?)\b", re.IGNORECASE)
FROM = re.compile(r"\s+(?:(?:sent|written|signed|dated\s+[\w ]{1,20}?)\s+)?(?:from|by)\s+(?:the\s+)?", re.IGNORECASE)
WRITER = re.compile(
    r"\b([A-Z][a-z’'-]+\s+[A-Z][\w’'-]+)(?:,\s[^,.]{1,80},)?\s+(?:also\s+|then\s+|further\s+)?(?:asked|asks|wrote|writes|said|says|told|warned|warns|called|urged|stated|revealed)\b"
)
IN_A_LETTER = re.compile(r"\b[Ii]n\s+(?:an?|the|his|her|their|its)\s+(?:\w+\s+){0,2}$")
SORTS = r"(?:latest|draft|final|annual|monthly|month\s+\d+|finance|financial|statutory|audited|unaudited|performance|integrated|public|own|recent|new|board)"
PAPER = (
    r"(?:board\s+papers?|annual\s+(?:report|accounts)|finance\s+report|accounts|minutes|papers?|reports?|documents?"
    r"|business\s+case|financial\s+plan|financial\s+statements?)"
)
BODY = r"(?:board|governing\s+body|cabinet|(?:[\w’'-]+\s+){0,2}committee)"
# the body is the figures' own: board papers, a report to the governing body, its annual accounts
OWN = re.compile(
    rf"\b(?:{BODY}\s+(?:meeting\s+)?(?:papers?|reports?|minutes|documents?|paperwork)"
    rf"|(?:reports?|papers?|documents?)\s+(?:\w+\s+){{0,2}}?(?:to|for|before|put\s+before)\s+(?:the\s+|its\s+|their\s+|a\s+meeting\s+of\s+(?:the\s+)?)?(?:(?:(?-i:[A-Z])[\w’'&-]*|and|of)\s+){{0,6}}?{BODY}"
    rf"|(?:its|their|the\s+(?:trust|council|CCG|group|company|authority|charity|university|college|partnership|firm)['’]s?)\s+(?:{SORTS}\s+){{0,3}}{PAPER}"
    rf"|annual\s+(?:report\s+and\s+)?accounts|month\s+\d+\s+report)\b",
    re.IGNORECASE,
)
# the body is named: the trust's accounts with the trust by name, a report by the NAO
AFTER_NAME = re.compile(rf"(?:['’]s?)?\s+(?:{SORTS}\s+){{0,3}}{PAPER}\b")
BEFORE_NAME = re.compile(
    r"\b(?:reports?|papers?|documents?|accounts|minutes|analysis|figures|data|review|survey|study|statistics)\s+(?:\w+\s+){0,2}?(?:by|from|of|to|for)\s+(?:the\s+)?$"
)


def papers(telling: Telling) -> Iterator[OriginClue]:
    if not telling.figures:
        return
    for sentence in telling.sentences:
        if WORD.search(telling.text, sentence.start, sentence.end):
            named = telling.mentions_in(sentence.start, sentence.end)
            yield from _letters(telling, sentence.start, sentence.end, named)
            yield from _papers(telling, sentence.start, sentence.end, named)


def _letters(telling: Telling, start: int, end: int, named: Sequence[OrganisationMention]) -> Iterator[OriginClue]:
    for letter in LETTER.finditer(telling.text, start, end):
        writer = _writer(telling, letter, start, end, named)
        if writer:
            yield from telling.clues("letter", f"letter:{writer}", *letter.span(), Reach.ONWARD)


def _writer(telling: Telling, letter: re.Match[str], start: int, end: int, named: Sequence[OrganisationMention]) -> str | None:
    """Who wrote it: a body or a person."""
    text = telling.text
    if wrote := FROM.match(text, letter.end(), end):
        body = next((mention for mention in named if mention.start == wrote.end()), None)
        person = re.compile(r"[A-Z][a-z’'-]+\s+[A-Z][\w’'-]+").match(text, wrote.end(), end)
        return key_of(body.organisation) if body else full_name(telling, person[0]) if person else None
    owner = next((mention for mention in named if text[mention.end : letter.start()].strip() in ("'s", "’s", "'", "’")), None)
    if owner:
        return key_of(owner.organisation)
    if IN_A_LETTER.search(text, max(start, letter.start() - 40), letter.start()):
        for writer in WRITER.finditer(text, start, end):
            if not any(mention.start < writer.end(1) and writer.end(1) <= mention.end for mention in named):
                return full_name(telling, writer[1])
    return None


def _papers(telling: Telling, start: int, end: int, named: Sequence[OrganisationMention]) -> Iterator[OriginClue]:
    text = telling.text
    bodies = [mention for mention in named if mention.kind != PUBLISHER]
    whose = [m for m in bodies if AFTER_NAME.match(text, m.end, end) or BEFORE_NAME.search(text, max(start, m.start - 60), m.start)]
    for mention in whose:
        yield from telling.clues("paper", f"papers:{key_of(mention.organisation)}", mention.start, mention.end, Reach.ONWARD)
    own = OWN.search(text, start, end)
    if own and not whose:
        for figure in telling.reached(start, Reach.ONWARD):
            if figure.organisation:
                yield OriginClue(telling.number, "paper", f"papers:{key_of(figure.organisation)}", *own.span(), figure.id)
