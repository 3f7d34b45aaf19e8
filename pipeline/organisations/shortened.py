"""Short forms under which a text goes on to name a company or an unknown body: "Allied" for "Allied Pargeter", "BA" for "British Airways"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import MentionForm, OrganisationMention
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.mentions import like, occurrences, overlapping, select
from pipeline.organisations.wording import is_common, words
from pipeline.registry import Register, fold

RULE = "short form"
NAMED = frozenset({"name", "register name"})
SHORTEST = 3  # letters


def add_shortened(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """Links the short forms of names that stand in the text in full, and that are short for one body only."""
    full: defaultdict[str, set[OrganisationMention]] = defaultdict(set)
    for mention in {m.organisation: m for m in found if _may_shorten(m)}.values():
        for short in filter(None, _forms(mention)):
            full[short].add(mention)
    sole = {short: next(iter(meant)) for short, meant in full.items() if len(meant) == 1 and not _is_somebody(short, register)}
    renamed = [_renamed(mention, sole) for mention in found]
    added = [like(sole[text[a:b]], text, a, b, RULE, MentionForm.NAME) for a, b in occurrences(text, sole) if _stands_alone(text, a, b, renamed)]
    return select(text, renamed, added)


def _may_shorten(mention: OrganisationMention) -> bool:
    return mention.form is MentionForm.NAME and mention.rule in NAMED and (mention.organisation.id is None or mention.kind == "company")


def _forms(mention: OrganisationMention) -> Iterator[str]:
    for name in {mention.organisation.name, " ".join(mention.surface.split())}:
        parts = name.split()
        yield from (" ".join(parts[:count]).rstrip(",&") for count in range(1, len(parts)))
        if len(parts) > 1:
            yield parts[-1]
        if len(initials := "".join(part[0] for part in parts if part[0].isupper() or part == "&")) > 1:
            yield initials


def _is_somebody(short: str, register: Register) -> bool:
    """Whether the short form says something else by itself: a place, a kind of body, another body of the register."""
    aliases = register.aliases.get(fold(short), ())
    return short in words("head") or short in words("opener") or short in words("title") or any(a.kind == "place_metonym" or not a.ambiguous for a in aliases)


def _renamed(mention: OrganisationMention, sole: dict[str, OrganisationMention]) -> OrganisationMention:
    """An unknown name that is the short form of another takes over its body."""
    full = sole.get(" ".join(mention.surface.split())) if mention.rule in ("name", "used as a name") else None
    return (
        replace(mention, organisation=full.organisation, kind=full.kind, rule=RULE, confidence=CONFIDENCE[RULE])
        if full and full.organisation != mention.organisation
        else mention
    )


def _stands_alone(text: str, start: int, end: int, found: Sequence[OrganisationMention]) -> bool:
    """Whether a form that is no word of the language stands there as a name by itself."""
    short = text[start:end]
    if len(short) < SHORTEST or not short[0].isupper() or (all(map(is_common, short.split())) and not short.isupper()):
        return False
    after, before = text[end : end + 2], text[max(0, start - 30) : start].split()
    is_part = (after[:1] == " " and after[1:].isupper()) or (
        before and text[start - 1] == " " and (before[-1] in words("given") or before[-1] in words("title"))
    )
    return not is_part and not overlapping(found, start, end)
