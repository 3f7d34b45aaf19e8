"""What a decision on a link would change in the published warehouse."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.knowledge import Knowledge
from pipeline.model import LinkDecision, Organisation, OrganisationMention
from pipeline.organisations.decisions import concerning, decided
from pipeline.registry import fold
from warehouse import query

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Effect:
    """How many links a decision is about, in how many documents, and how many of them it changes."""

    links: int
    documents: int
    changed: int


def effect(warehouse: Path, decision: LinkDecision, known: Knowledge) -> Effect:
    """What comes of a decision, made after all those that are `known`. Raises CrossfootError where there is no warehouse."""
    about = {"name": decision.name, "document_id": decision.document_id}
    found: defaultdict[str, list[OrganisationMention]] = defaultdict(list)
    for row in query.ask(warehouse, "names_in", about):
        found[row["document_id"]].append(_mention(row))
    links = documents = changed = 0
    for document_id, text in ((row["document_id"], row["text"]) for row in query.ask(warehouse, "texts_with", about)):
        heeded = concerning(document_id, text, (*known.decisions, decision))
        before = {_reading(mention) for mention in found[document_id]}
        after = [_reading(m) for m in decided(text, found[document_id], heeded, known.register) if fold(m.surface) == fold(decision.name)]
        links, documents, changed = links + len(after), documents + bool(after), changed + len(set(after) - before)
    return Effect(links, documents, changed)


def _mention(row: Row) -> OrganisationMention:
    others = tuple(Organisation(other, other) for other in (row["alternatives"] or "").split("; ") if ":" in other)
    meant = Organisation(row["organisation_id"], row["organisation_name"])
    return OrganisationMention(row["start_char"], row["end_char"], row["surface"], meant, row["rule"], row["kind"], others)


def _reading(mention: OrganisationMention) -> tuple[object, ...]:
    return mention.start, mention.end, mention.organisation.id, tuple(other.id for other in mention.alternatives)
