"""What of a stretch of text is the name of something, if any of it is."""

from __future__ import annotations

import re

from pipeline.organisations.wording import words

SHORTEST, LONGEST = 2, 90  # characters
_LEAD = re.compile(r"(?:\s|[“”\"'‘’(•–—-])*(?:(?:[Tt]he|THE|[Aa]n?)\s+)?")
_TAIL = re.compile(r"(?:\s(?:and|of|for|in|the|&))?(?:['’]s?)?[\s“”\"'‘’,.;:()–—-]{0,9}$")
_ROLE = re.compile(r"(?:Chair(?:wo)?(?:man)?|Dean|Director|Governor|Head|Member|Minister|President|Secretary|Trustee)s?\b.{0,60} of (?:the )?")
_MONTH = r"January|February|March|April|June|July|August|September|October|November|December"
# a name that ends so is of a thing or a post
_THING = (
    r"act|agreement|award|bill|bonds?|budget|code|director|fund|index|officers?|plan|policy|practice|programme|project|report|research|review|scheme|strategy|"
    r"system|week|year"
)
_NO_NAME = (
    re.compile(rf"[£$€%]|\b\d{{4}}\b|\b(?:{_MONTH})\b|\d(?:m|bn|k)\b"),
    re.compile(rf"\b(?:{_THING})$", re.IGNORECASE),
    re.compile(r" (?:of|for) (?:CCG|STP|ICB|ICS|PCT)s?$"),
    re.compile(r"[\\,\n]|^Non\b"),
)


def cleaned(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a name without a leading article or post, a possessive and stray punctuation; None where it is no name at all.

    >>> text = "the Chair of Trustees of Eastmere Charity’s"
    >>> cleaned(text, 0, len(text))
    (25, 41)
    """
    surface = text[start:end]
    lead, tail = _LEAD.match(surface), _TAIL.search(surface)
    first, last = lead.end() if lead else 0, tail.start() if tail else len(surface)
    role = _ROLE.match(surface, first, last)
    name = surface[role.end() if role else first : last].strip()
    begin = start + surface.find(name)
    return (begin, begin + len(name)) if _is_name(name) else None


def _is_name(name: str) -> bool:
    if not SHORTEST <= len(name) <= LONGEST or not any(map(str.isupper, name)) or name.count("(") != name.count(")"):
        return False
    if any(pattern.search(name) for pattern in _NO_NAME):
        return False
    return name.casefold() not in words("never") and name not in words("head") and name.split()[0] not in words("title")
