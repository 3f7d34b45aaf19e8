"""The person on whose word a number is: by full name, so that two reporters who spoke to one person have one source.

What a politician says is not theirs: many repeat one number, so a politician is a source only by the same words (see `quotations`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.model import Figure, OriginClue
from pipeline.origins.telling import Telling
from pipeline.registry import fold

PERSON = re.compile(r"(?:[A-Z][a-z’'-]+|[A-Z]\.?)(?:\s+(?:[A-Z][\w’'-]+|[a-z]{2,3}(?=\s+[A-Z]))){0,3}\s+[A-Z][\w’'-]+")
TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor)\.?\s+([A-Z][\w’'-]+)")
POLITICS = re.compile(
    r"\b(?:MPs?|MEPs?|MSPs?|AMs?|Cllr|[Cc]ouncillor|[Mm]inister|[Ss]ecretary|Lord|Lady|Baroness|[Cc]hancellor|[Ll]eader|[Mm]ayor|[Pp]resident|[Ss]enator"
    r"|Labour|Conservatives?|Tory|Tories|Lib Dems?|Liberal Democrats?|SNP|Green Party|UKIP|spokes\w+)\b"
)
OPENERS = frozenset("the a an but and in last meanwhile however since earlier on at for yesterday today board health council government trust nhs".split())
NEAR = 60
# characters of a story in which people are introduced
LONG = 60_000


def people(telling: Telling) -> Iterator[OriginClue]:
    for figure in telling.figures:
        place = next(((why.start, why.end) for why in figure.evidence if why.field == "speaker" and figure.speaker), None)
        if place and place[0] is not None and place[1] is not None:
            yield from _speaker(telling, figure, place[0], place[1])


def _speaker(telling: Telling, figure: Figure, start: int, end: int) -> Iterator[OriginClue]:
    around = telling.text[max(telling.story.start, start - NEAR) : min(telling.story.end, end + NEAR)]
    itself = figure.organisation is not None and fold(figure.organisation.name) == fold(telling.text[start:end])
    if itself or POLITICS.search(around) or any(mention.end > start for mention in telling.mentions_in(start - 1, end)):
        return
    name = full_name(telling, telling.text[start:end])
    if name:
        yield OriginClue(telling.number, "person", f"person:{name}", start, end, figure.id)


def full_name(telling: Telling, words: str) -> str | None:
    """First and last name, folded; of "Ms Marlow" by her full name in the story. None for what is no name of a person."""
    if titled := TITLE.fullmatch(words.strip()):
        first = _first_name(telling.text, telling.story.start, min(telling.story.end, telling.story.start + LONG), titled[1])
        return fold(f"{first} {titled[1]}") if first else None
    found = PERSON.fullmatch(TITLE.sub(r"\1", words.strip(), count=1))
    parts = words.split()
    if not found or fold(parts[0]) in OPENERS:
        return None
    return fold(" ".join(parts[-2:]))


@functools.lru_cache(maxsize=64)
def _first_name(text: str, start: int, end: int, surname: str) -> str | None:
    """All sums of a story ask for the same few people."""
    named = re.compile(rf"\b([A-Z][a-z’'-]+)\s+{re.escape(surname)}\b").finditer(text, start, end)
    return next((found[1] for found in named if not TITLE.match(found[0])), None)
