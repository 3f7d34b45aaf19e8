"""People of health care at a place, who stand for its health system: "health bosses in Norfolk and Waveney"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.linker import Linker

RULE = "health bosses of a place"
_BOSSES = re.compile(
    r"\b(?:health(?:care)?|NHS|hospital)\s(?:and (?:social )?care\s)?(?:bosses|chiefs|leaders|managers|officials|services|organisations|system)\s"
    r"(?:in|across|of|for|from|covering)\s(?:the\s|neighbouring\s|nearby\s)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"['’]s?\s(?:health bosses|health chiefs|health leaders|health service|health and care system|NHS)\b")


def find_bosses(linker: Linker, candidates: Iterable[Candidate]) -> Iterator[OrganisationMention]:
    """The phrases of a text that name a place's health care, each linked to the health system of the place."""
    text = linker.folded.text
    for candidate in candidates:
        if candidate.name.is_place:
            before = _BOSSES.search(text, max(0, candidate.start - 60), candidate.start)
            after = _OWN.match(text, candidate.end)
            systems = linker.systems(candidate) if before or after else []
            if len(systems) == 1:
                yield _mention(linker, systems[0], before.start() if before else candidate.start, after.end() if after and not before else candidate.end)


def _mention(linker: Linker, body_id: str, start: int, end: int) -> OrganisationMention:
    body, surface = linker.register.bodies[body_id], linker.folded.text[start:end]
    form = MentionForm.DESCRIPTION
    return OrganisationMention(start, end, surface, Organisation(body.id, body.name), RULE, body.kind, form=form, confidence=CONFIDENCE[RULE])
