"""The governments of the United Kingdom by their seats and other names: "Whitehall", "the Exchequer", and in Northern Ireland "the Executive"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.governments import KIND, RULE, UK
from pipeline.organisations.mentions import select
from pipeline.registry import Register

_UK = re.compile(r"\b(?:the )?Exchequer\b|\bWhitehall\b")
# of each nation: its government, the words by which a text is about it, and those that then mean its government
_NATIONS = (
    ("gov:northern-ireland-executive", re.compile(r"\bNorthern Ireland\b|\bStormont\b"), re.compile(r"\b(?:[Tt]he Executive|Stormont)\b(?! [A-Z])")),
    ("gov:welsh-government", re.compile(r"\b(?:Wales|Welsh|Cardiff)\b"), re.compile(r"\b[Tt]he Assembly [Gg]overnment\b")),
    ("gov:the-scottish-government", re.compile(r"\b(?:Scotland|Scottish|Holyrood)\b"), re.compile(r"\b(?:[Tt]he Executive|Holyrood)\b(?! [A-Z])")),
)
# departments of one name: that of England, under its name of the day, and that of Northern Ireland
_NAMESAKES = {("gov:department-of-health-and-social-care", "Department of Health"): "gov:department-of-health-northern-ireland"}
_ENGLISH = frozenset({"gov:nhs-england", "gov:nhs-improvement", "gov:monitor"})


def add_nations(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """Adds the governments that a text names by a seat or an office."""
    return select(text, found, _said(text, register))


def at_home(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """The mentions, with the departments that are Northern Ireland's in a text about it."""
    is_northern = _NATIONS[0][1].search(text) is not None and _ENGLISH.isdisjoint(m.organisation.id for m in found)
    return [_renamed(mention, register) for mention in found] if is_northern else found


def _said(text: str, register: Register) -> Iterator[OrganisationMention]:
    yield from (_mention(match, UK) for match in _UK.finditer(text))
    for body_id, about, own in _NATIONS:
        if about.search(text) and (body := register.bodies.get(body_id)):
            yield from (_mention(match, Organisation(body.id, body.name)) for match in own.finditer(text))
            return


def _mention(match: re.Match[str], body: Organisation) -> OrganisationMention:
    start, end = match.span()
    return OrganisationMention(start, end, match[0], body, RULE, KIND, form=MentionForm.DESCRIPTION, confidence=CONFIDENCE[RULE])


def _renamed(mention: OrganisationMention, register: Register) -> OrganisationMention:
    own = register.bodies.get(_NAMESAKES.get((mention.organisation.id or "", mention.surface), ""))
    return replace(mention, organisation=Organisation(own.id, own.name)) if own else mention
