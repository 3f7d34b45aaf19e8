"""Abbreviations that a text introduces in brackets behind a name, and goes on to use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import MentionForm, OrganisationMention
from pipeline.organisations.mentions import like, occurrences, select
from pipeline.registry import Register

RULE = "introduced abbreviation"
_INTRODUCTION = re.compile(r"\s{0,2}\\?\(\s?(?:the )?[“‘\"']?([A-Z][A-Za-z&/-]{1,11})[”’\"']?\s?\\?\)")  # Markdown escapes its brackets


def introduction(text: str, mention: OrganisationMention) -> str | None:
    """The abbreviation in the brackets behind a mention."""
    match = _INTRODUCTION.match(text, mention.end)
    return match[1] if match else None


def add_introduced(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """Adds the abbreviations that follow a name in brackets, wherever they stand after that; "(CCG)" and its like are descriptions."""
    generic = {term.text for term in register.terms}
    meant: dict[str, OrganisationMention] = {}
    for mention in found:
        short = introduction(text, mention)
        if short and short not in generic and abbreviates(short, mention.surface):
            meant.setdefault(short, mention)
    if not meant:
        return found
    used = [like(meant[text[start:end]], text, start, end, RULE, MentionForm.NAME) for start, end in occurrences(text, meant)]
    kept = [m for m in found if m.surface not in meant or m.organisation == meant[m.surface].organisation]
    return select(text, [*kept, *used])


def shortened(text: str, found: Sequence[OrganisationMention]) -> set[tuple[str | None, str, str]]:
    """Which bodies (id and name) the text itself shortens to which word."""
    return {(m.organisation.id, m.organisation.name, short) for m in found if (short := introduction(text, m))}


def abbreviates(short: str, name: str) -> bool:
    """Whether a name begins with the first letter of an abbreviation and has the others in their order.

    >>> abbreviates("WYICB", "NHS West Yorkshire Integrated Care Board"), abbreviates("CEO", "West Yorkshire Integrated Care Board")
    (True, False)
    """
    letters = name.casefold() if short.startswith("NHS") else name.casefold().removeprefix("nhs ")
    rest = iter(letters)
    return letters[0] == short[0].casefold() and all(letter in rest for letter in short.casefold() if letter.isalnum())
