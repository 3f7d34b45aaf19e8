"""Names of publications and agencies, as they stand in by-lines, credits and addresses."""

from __future__ import annotations

import re

from pipeline.registry import Register, fold

PUBLISHER = "news_publisher"
# a run of capitalised words, and the small ones inside of it
NAME = r"[A-Z](?:[\w’'&+-]|\.(?=\w)){0,30}(?:[ \t]+(?:(?:and|of|the|&)[ \t]+)?[A-Z][\w’'&+-]{0,30}){0,6}"
# short names that are too common for the register, and that by-lines and datelines use
AGENCIES = {"pa": "crossfoot:press-association", "ap": "crossfoot:associated-press"}
# a calendar word is no publisher: first published in July
CALENDAR = frozenset("january february march april may june july august september october november december monday tuesday".split()) | frozenset(
    "wednesday thursday friday saturday sunday spring summer autumn winter".split()
)
HOST = re.compile(r"https?://(?:[^/@\s]{0,80}@)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?=[/:?#\s.,)\]]|$)", re.IGNORECASE)
SUBDOMAINS = frozenset({"www", "m", "amp", "mobile", "uk", "news"})
SECOND_LEVEL = frozenset({"co", "org", "gov", "nhs", "ac", "com", "net", "sch", "ltd", "plc"})
# pages of anybody's, and copies of anybody's pages
HOSTED = frozenset("archive blogspot facebook google issuu linkedin medium msn reddit scribd substack tumblr twitter wordpress x yahoo youtube".split())


def publication(name: str, register: Register) -> str | None:
    """The id of the publication that a name begins with, as far as its words go on; None where the register knows none.

    >>> from pipeline.registry import load
    >>> publication("Ipswich Star Business", load())
    'crossfoot:ipswich-star'
    """
    parts = name.replace("’s", "").replace("'s", "").split()
    for length in range(len(parts), 0, -1):
        folded = fold(" ".join(parts[:length]))
        ids = {alias.id for alias in register.aliases.get(folded, ()) if register.bodies[alias.id].kind == PUBLISHER}
        if len(ids) == 1:
            return ids.pop()
    return AGENCIES.get(fold(parts[0])) if parts else None


def key(name: str, register: Register) -> str:
    """What a publisher is known by: its id in the register, else its folded name."""
    ids = {alias.id for alias in register.aliases.get(fold(name), ()) if register.bodies[alias.id].kind == PUBLISHER}
    return ids.pop() if len(ids) == 1 else fold(name)


def credited(name: str, register: Register) -> str | None:
    """Whom a credit names: a publication, or a name that the register does not know; None for other bodies and for times."""
    if known := publication(name, register):
        return known
    folded = fold(name)
    return None if folded in register.aliases or not folded or folded.split()[0] in CALENDAR else folded


def of_address(url: str, register: Register) -> str | None:
    """Who publishes at an address: a publication of the register, else the domain; None for places where anybody's pages are.

    >>> from pipeline.registry import load
    >>> [of_address(url, load()) for url in ("https://www.hsj.co.uk/x", "https://fenweekly.example/1", "https://medium.com/@x")]
    ['crossfoot:hsj', 'fenweekly.example', None]
    """
    found = HOST.match(url)
    if not found:
        return None
    labels = found[1].lower().split(".")
    while len(labels) > 2 and labels[0] in SUBDOMAINS:
        labels = labels[1:]
    suffix = 2 if len(labels) > 2 and labels[-2] in SECOND_LEVEL else 1
    own = labels[-suffix - 1]
    if own in HOSTED:
        return None
    return publication(own, register) or publication(own.replace("-", " "), register) or ".".join(labels[-suffix - 1 :])
