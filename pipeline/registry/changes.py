"""What published files change in a register. Nothing is ever deleted, and no alias that is there is touched."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.registry import comparing, succeeding
from pipeline.registry.edits import SORTS, Change
from pipeline.registry.published import Publication, merged
from pipeline.registry.register import Body, Register


def changes(register: Register, publications: Sequence[Publication]) -> tuple[Change, ...]:
    """What the files say and the register does not, sorted. Once that is written, the same files change nothing."""
    published = merged(publications)
    new = {body.id: Body(body.id, body.name, body.kind, body.opened, body.closed, None) for body in published if body.id not in register.bodies}
    bodies = {**register.bodies, **new}
    successions = succeeding.successions(register, bodies, [handover for publication in publications for handover in publication.handovers])
    found = [change for body in published for change in comparing.about(register, bodies, body, successions)]
    found += [succeeding.change(bodies, succession) for succession in successions]
    return tuple(sorted(found, key=lambda change: (SORTS.index(change.sort), change.line)))


def described(found: Sequence[Change]) -> str:
    """The changes for a reader: by sort, with counts, a line each."""
    lines: list[str] = []
    for sort, group in groupby(found, key=lambda change: change.sort):
        members = [f"  {change.line}" for change in group]
        lines += [f"{sort}: {len(members)}", *members]
    return "\n".join(lines or ["Nothing changes."])
