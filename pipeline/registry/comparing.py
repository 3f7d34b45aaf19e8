"""What a published body changes in the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.registry.edits import Cell, Change, Row, iso
from pipeline.registry.folding import fold
from pipeline.registry.published import Published
from pipeline.registry.register import Alias, Body, Register, Succession
from pipeline.registry.shortening import short_forms
from pipeline.registry.succeeding import TRUSTS

_ROLES = {**dict.fromkeys(TRUSTS, "provider"), "ambulance_trust": "partner", "ccg": "commissioner", "icb": "commissioner"}


def about(register: Register, bodies: Mapping[str, Body], published: Published, successions: Sequence[Succession]) -> Iterator[Change]:
    """The changes of one body; `bodies` are those of the register and of the files, `successions` those that are new."""
    parent_id = _parent(published, bodies)
    known = register.bodies.get(published.id)
    if not known:
        now = replace(bodies[published.id], parent_id=parent_id)
        yield _added(register, now, published.source)
    else:
        now = _now(register, known, published, parent_id)
        yield from _changed(register, known, now, successions)
    if not known or not now.closed:
        yield from _joined(register, bodies, now)


def _parent(published: Published, bodies: Mapping[str, Body]) -> str | None:
    """The parent that a file names, where it can be one: it is known and open, and that of a trust or group is a system."""
    parent = bodies.get(published.parent_id or "")
    if not parent or parent.closed or (published.kind in (*TRUSTS, "ccg") and parent.kind != "stp"):
        return None
    return parent.id


def _now(register: Register, body: Body, published: Published, parent_id: str | None) -> Body:
    """A body of the register as the file has it, where the file can know it."""
    renamed = published.official and _is_new(register, body, published.name)
    turned = renamed and {published.kind, body.kind} <= set(TRUSTS)
    reopened = body.closed and published.as_of and not published.closed and body.closed <= published.as_of
    closed = published.closed if published.closed and (body.opened or published.closed) <= published.closed else None if reopened else body.closed
    name, kind = published.name if renamed else body.name, published.kind if turned else body.kind
    return replace(body, name=name, kind=kind, closed=closed, parent_id=body.parent_id if closed else parent_id or body.parent_id)


def _changed(register: Register, body: Body, now: Body, successions: Sequence[Succession]) -> Iterator[Change]:
    if now.name != body.name:
        yield _renamed(register, body, now, successions)
    if now.closed and now.closed != body.closed:
        was = f", was {iso(body.closed)}" if body.closed else ""
        yield Change("Closed", f"{body.id}  {body.name}, {iso(now.closed)}{was}", (Cell(body.id, "closed", iso(now.closed)),))
    if body.closed and not now.closed:
        yield Change("Reopened", f"{body.id}  {body.name}, was closed {iso(body.closed)}", (Cell(body.id, "closed", ""),))
    if now.parent_id and now.parent_id != body.parent_id:
        was = f", was {body.parent_id}" if body.parent_id else ""
        yield Change("Parent changed", f"{body.id}  {body.name}, part of {now.parent_id}{was}", (Cell(body.id, "parent_id", now.parent_id),))


def _added(register: Register, body: Body, source: str) -> Change:
    cells = {"id": body.id, "name": body.name, "kind": body.kind, "opened": iso(body.opened), "closed": iso(body.closed)}
    row = Row("organisations.csv", cells | {"parent_id": body.parent_id or "", "source": source})
    twins = sorted({alias.id for alias in register.aliases.get(fold(body.name), ()) if alias.kind == "name"})
    span = f"from {iso(body.opened) or 'a day not known'}" + (f" to {iso(body.closed)}" if body.closed else "")
    notes = [f"part of {body.parent_id}"] * bool(body.parent_id) + [f"{twin} has that name too" for twin in twins]
    return Change("Added", ", ".join([f"{body.id}  {body.name}", body.kind, span, *notes]), (row, *_short_forms(register, body)))


def _short_forms(register: Register, body: Body) -> Iterator[Row]:
    """The generated names that nobody has yet: one that somebody else goes by would be a name of two bodies."""
    for alias in short_forms(body):
        bearers = {row.id for row in register.aliases.get(fold(alias.text), ())}
        if not bearers or (alias.ambiguous and body.id not in bearers):
            yield _alias(alias)


def _is_new(register: Register, body: Body, name: str) -> bool:
    """Whether a name is neither that of the body nor, in an older file, one that it has laid aside."""
    return fold(name) not in {"", fold(body.name)} and not _is_former(register, body, name)


def _is_former(register: Register, body: Body, name: str) -> bool:
    return any(alias.id == body.id and alias.kind == "official_former" for alias in register.aliases.get(fold(name), ()))


def _renamed(register: Register, body: Body, now: Body, successions: Sequence[Succession]) -> Change:
    """The old name becomes an alias. A body that takes over others is renamed on that day; otherwise the files do not say when."""
    days = {row.date for row in successions if row.successor_id == body.id and row.date}
    until = days.pop() - timedelta(days=1) if len(days) == 1 else None
    turned = [f", {now.kind}"] if now.kind != body.kind else []
    cells = [Cell(body.id, "name", now.name), *(Cell(body.id, "kind", now.kind) for _ in turned)]
    former = [] if _is_former(register, body, body.name) else [_alias(Alias(body.id, body.name, "official_former", None, until, False))]
    line = "".join([f"{body.id}  {body.name} → {now.name}", *turned, f", the old name until {iso(until)}" if until else ""])
    return Change("Renamed", line, (*cells, *former, *_short_forms(register, now)))


def _joined(register: Register, bodies: Mapping[str, Body], body: Body) -> Iterator[Change]:
    """A trust or a group is a member of its system, and so is the board that has the system's code."""
    group = bodies.get(body.id.removesuffix("-icb") if body.kind == "icb" else body.parent_id or "")
    role = _ROLES.get(body.kind)
    if not role or not group or group.kind != "stp" or group in register.groups_of(body.id):
        return
    start = max((day for day in (body.opened, group.opened) if day), default=None)
    cells = {"member_id": body.id, "group_id": group.id, "start": iso(start), "end": iso(body.closed), "role": role}
    since = f", from {iso(start)}" if start else ""
    yield Change("Membership added", f"{body.id} in {group.id}  {body.name} in {group.name}, {role}{since}", (Row("memberships.csv", cells),))


def _alias(alias: Alias) -> Row:
    cells = {"id": alias.id, "alias": alias.text, "kind": alias.kind, "valid_from": iso(alias.valid_from), "valid_to": iso(alias.valid_to)}
    return Row("aliases.csv", cells | {"ambiguous": "true" if alias.ambiguous else "false"})
