"""A person's decision on a link: understood, checked, kept, and what will come of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from flows.effect import Effect, effect
from flows.knowledge import knowledge
from flows.ledger import decider, tidy
from flows.links import LINKS, NOBODY, Link
from flows.notes import many
from flows.output import printable
from flows.settings import Home
from pipeline.errors import CrossfootError
from pipeline.model import LinkDecision, LinkVerdict
from pipeline.registry import Register, fold
from warehouse import query

CLOSE = 0.75  # how alike two names are, from 0 to 1, for one to be suggested for the other


def decide(verdict: str, folder: Path, name: str, organisation_id: str, document: str | None, by: str | None, note: str) -> Iterator[str]:
    """Keeps a decision in the home at `folder`; says what it is and what it will change. Raises CrossfootError, and keeps nothing, where it makes no sense."""
    home = Home(folder)
    known = knowledge(home)
    _check_name(tidy(name), known.register)
    _check_organisation(verdict, name, organisation_id, known.register)
    document_id, document_name = _document(home, document) if document else (None, "")
    meant = None if organisation_id == NOBODY else organisation_id
    decision = LinkDecision(LinkVerdict(verdict), tidy(name), meant, document_id)
    change = effect(home.warehouse, decision, known) if home.warehouse.exists() else None
    LINKS.append(home.links, Link(datetime.now(UTC), decider(by), decision, document_name, note))
    yield _said(decision, known.register, document_name)
    yield _change(change)


def _check_name(name: str, register: Register) -> None:
    if not fold(name):
        raise CrossfootError(f"{name!r} is no name", next="write the name as it is printed")
    if fold(name) in {fold(term.text) for term in register.terms}:
        raise CrossfootError(f"“{name}” is no name, and means the one that was named before it", next="confirm or reject that name")


def _check_organisation(verdict: str, name: str, organisation_id: str, register: Register) -> None:
    if organisation_id in register.bodies or (organisation_id == NOBODY and verdict == "confirm"):
        return
    if organisation_id == NOBODY:
        raise CrossfootError(f"{NOBODY} is nobody, and cannot be rejected", next="give the id of the organisation that the name does not mean")
    near = dict.fromkeys([*_called(organisation_id, register), *_called(name, register), *difflib.get_close_matches(organisation_id, register.bodies, 3)])
    listed = "; ".join(f"{near_id} is {register.bodies[near_id].name}" for near_id in list(near)[:6])
    raise CrossfootError(f"no organisation {organisation_id} in the register", next=listed or "look it up: crossfoot sql \"FROM known_as('its name')\"")


def _called(name: str, register: Register) -> list[str]:
    """The ids of the bodies that have this name, or one much like it."""
    forms = [fold(name)] if fold(name) in register.aliases else difflib.get_close_matches(fold(name), register.aliases, 3, CLOSE)
    return [alias.id for form in forms for alias in register.aliases[form]]


def _document(home: Home, called: str) -> tuple[str, str]:
    found = query.ask(home.warehouse, "documents_called", {"called": called})
    if not found:
        raise CrossfootError(f"no document {called}", where=str(home.warehouse), next='list them with: crossfoot sql "SELECT name, document_id FROM documents"')
    if len(found) > 1:
        listed = ", ".join(f"{row['document_id'][:12]} ({row['name']})" for row in found[:5])
        raise CrossfootError(f"{len(found)} documents are called {called}", next=f"name one by its id: {listed}")
    return found[0]["document_id"], found[0]["name"]


def _said(decision: LinkDecision, register: Register, document: str) -> str:
    body = register.bodies.get(decision.organisation_id or "")
    whom = f"{body.name} ({body.id})" if body else "nobody in the register"
    where = f"in {document}" if document else "in all documents"
    return printable(f"“{decision.name}” {'means' if decision.verdict is LinkVerdict.CONFIRM else 'does not mean'} {whom}, {where}.")


def _change(change: Effect | None) -> str:
    if change is None:
        return "There is no warehouse yet: `crossfoot run` makes one, and applies it."
    about = f"{many(change.links, 'link')} in {many(change.documents, 'document')}"
    return f"It is about {about}, and changes {change.changed}; `crossfoot run` applies it."
