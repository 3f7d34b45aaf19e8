"""Places that stand for their health system: "health bosses in Norfolk and Waveney", "bail out Cambridgeshire"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.aliases import Candidate
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.linker import Linker, words_of

RULE = "health care of a place"
_BOSSES = re.compile(
    r"\b(?:health(?:care)?|NHS|hospital)\s(?:and (?:social )?care\s)?(?:bosses|chiefs|leaders|managers|officials)\s"
    r"(?:in|across|of|for|from|covering)\s(?:the\s|neighbouring\s|nearby\s)?$",
    re.IGNORECASE,
)
_HELPED = re.compile(r"\b(?:bail(?:ing|ed|s)? out|prop(?:ping|ped|s)? up|rescu(?:e|ing|ed)|help out)\s(?:the\s)?$", re.IGNORECASE)
_OWES = re.compile(r"\s(?:has (?:\w+ ){0,2}(?:debts|a deficit)|owes\b|overspent|should (?:not )?(?:have to )?pay\b|rescue\b|bail-?out\b)")
_OWN = re.compile(r"['’]s?\s(?:health bosses|health chiefs|health leaders|health service|health and care system|NHS)\b")


def find_systems(linker: Linker, candidates: Iterable[Candidate], named: Collection[str]) -> Iterator[OrganisationMention]:
    """The phrases of a text that name a place's health care or its money, each linked to the health system of the place.

    `named` are the bodies that the text names for sure: one word may stand for a system among them that is called after it.
    """
    text = linker.folded.text
    for candidate in candidates:
        if not candidate.name.is_place:
            continue
        bosses, own = _BOSSES.search(text, max(0, candidate.start - 60), candidate.start), _OWN.match(text, candidate.end)
        has_money = _HELPED.search(text, max(0, candidate.start - 30), candidate.start) or _OWES.match(text, candidate.end)
        systems = (linker.systems(candidate) or _called_after(linker, candidate, named)) if bosses or own or has_money else []
        if len(systems) == 1:
            start = bosses.start() if bosses else candidate.start
            end = own.end() if own and not bosses else candidate.end
            yield _mention(linker, systems[0], start, end, MentionForm.DESCRIPTION if bosses else MentionForm.NAME)


def _called_after(linker: Linker, candidate: Candidate, named: Collection[str]) -> list[str]:
    names = words_of(linker.register)
    return [body_id for body_id in named if body_id and linker.register.bodies[body_id].kind == "stp" and candidate.name.form in names[body_id]]


def _mention(linker: Linker, body_id: str, start: int, end: int, form: MentionForm) -> OrganisationMention:
    body, surface = linker.register.bodies[body_id], linker.folded.text[start:end]
    return OrganisationMention(start, end, surface, Organisation(body.id, body.name), RULE, body.kind, form=form, confidence=CONFIDENCE[RULE])
