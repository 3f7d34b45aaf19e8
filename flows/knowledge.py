"""What a home knows before it reads: the register with a user's own bodies, and what persons have settled about links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from flows.judgements import SIDES, Judgement, Topic
from flows.ledger import write_whole
from flows.links import LINKS, Link
from flows.settings import Home
from pipeline import registry
from pipeline.knowledge import Knowledge
from pipeline.model import LinkDecision
from pipeline.registry import Register
from sources.base import Item
from sources.snapshots import whole_bytes

Row = dict[str, Any]
OWN = "register.csv"


def knowledge(home: Home, register: Path | None = None) -> Knowledge:
    """The knowledge of a home; `register` takes the place of its own one. Raises CrossfootError where a file does not hold together."""
    own = register or (home.register if home.register.exists() else None)
    return Knowledge(registry.load(own=own), tuple(link.decision for link in LINKS.read(home.links)))


def knowledge_of_run(shards: Path, decisions: tuple[LinkDecision, ...]) -> Knowledge:
    """The knowledge that a run fills its shards by: their register stays what it was when the run began."""
    own = shards / OWN
    return Knowledge(registry.load(own=own if own.exists() else None), decisions)


def adopt(register: Path, home: Home) -> None:
    """Keeps a user's register in the home, for this run and those to come; nothing is replaced by one that does not hold together."""
    data = whole_bytes(Item(str(register), register))
    registry.load(own=register)
    write_whole(home.register, data)


def prepare(home: Home) -> Path:
    """The folder for the shards of a run, with the register in it by which they are read. Raises RegisterError where that does not hold together."""
    folder = home.shards
    folder.mkdir(parents=True, exist_ok=True)
    if home.register.exists():
        registry.load(own=home.register)
        write_whole(folder / OWN, home.register.read_bytes())
    return folder


def added(register: Register, links: list[Link], judgements: list[Judgement], hashes: dict[str, str]) -> dict[str, list[Row]]:
    """What a home adds to the warehouse, as `warehouse.load.build` takes it."""
    return {
        "organisations": list(_bodies(register)),
        "aliases": list(_aliases(register)),
        "link_decisions": [_decision(position, link) for position, link in enumerate(links, start=1)],
        "judgements_made": [_judged(position, judgement) for position, judgement in enumerate(judgements, start=1)],
        "wanted": [{"document_id": document_id, "decisions_hash": digest} for document_id, digest in hashes.items()],
    }


def _bodies(register: Register) -> Iterator[Row]:
    ours = registry.load().bodies
    for body in register.bodies.values():
        if body.id not in ours:
            dates = {"opened": body.opened, "closed": body.closed}
            yield {"organisation_id": body.id, "name": body.name, "kind": body.kind, **dates, "parent_id": body.parent_id}


def _aliases(register: Register) -> Iterator[Row]:
    ours = registry.load().aliases
    for form, aliases in register.aliases.items():
        for alias in aliases:
            if alias.kind != "name" and alias not in ours.get(form, ()):
                dates = {"valid_from": alias.valid_from, "valid_to": alias.valid_to}
                yield {"organisation_id": alias.id, "alias": alias.text, "kind": alias.kind, **dates, "is_ambiguous": alias.ambiguous}


def _decision(position: int, link: Link) -> Row:
    decision = link.decision
    return {
        "position": position,
        "decided_at": link.decided_at.replace(tzinfo=None),
        "decided_by": link.decided_by,
        "verdict": decision.verdict.value,
        "name": decision.name,
        "organisation_id": decision.organisation_id,
        "document_id": decision.document_id,
        "document": link.document or None,
        "note": link.note or None,
    }


def _judged(position: int, judgement: Judgement) -> Row:
    return {
        "position": position,
        "decided_at": judgement.decided_at.replace(tzinfo=None),
        "decided_by": judgement.decided_by,
        "verdict": judgement.verdict.value,
        **_about(judgement),
        "note": judgement.note or None,
    }


def _about(judgement: Judgement) -> Row:
    if isinstance(judgement.about, Topic):
        return {"topic_id": judgement.about.topic_id, "topic": judgement.about.title}
    return {f"{name}_{column}": value for name, side in zip(SIDES, judgement.about, strict=True) for column, value in asdict(side).items()}
