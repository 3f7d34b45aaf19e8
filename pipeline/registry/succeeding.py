"""Which of the published handovers are successions that the register lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pipeline.registry.edits import Change, Row, iso
from pipeline.registry.published import Handover, icb_id
from pipeline.registry.register import Body, Register, Succession, overlap

TRUSTS = ("trust", "foundation_trust", "ambulance_trust", "care_trust")
_DAY = timedelta(days=1)


def successions(register: Register, bodies: Mapping[str, Body], handovers: Sequence[Handover]) -> tuple[Succession, ...]:
    """The new successions, each pair of bodies once; one that would lead back to a predecessor is left out, as codes were now and then given back."""
    ahead = {old: {row.successor_id for row in rows} for old, rows in register.successions.items()}
    pairs: dict[tuple[str, str], date] = {}
    for handover in handovers:
        old, new = _bearer(handover.old, handover.day, bodies), _bearer(handover.new, handover.day, bodies)
        if old and new and new.id not in ahead.get(old.id, ()) and not _leads(new.id, old.id, ahead):
            pairs[old.id, new.id] = handover.day
            ahead.setdefault(old.id, set()).add(new.id)
    shares = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    return tuple(Succession(old, new, when, _kind(bodies[old], bodies[new], when, *shares)) for (old, new), when in pairs.items())


def change(bodies: Mapping[str, Body], row: Succession) -> Change:
    """A succession as a change."""
    cells = {"predecessor_id": row.predecessor_id, "successor_id": row.successor_id, "date": iso(row.date), "kind": row.kind}
    names = f"{bodies[row.predecessor_id].name} → {bodies[row.successor_id].name}"
    return Change("Succession added", f"{row.predecessor_id} → {row.successor_id}  {names}, {iso(row.date)}, {row.kind}", (Row("successions.csv", cells),))


def _bearer(code: str, when: date, bodies: Mapping[str, Body]) -> Body | None:
    """Who bore an ODS code about that day: a board or a location before the system or group whose code it took."""
    around = (when - _DAY, when + _DAY)
    candidates = map(bodies.get, (icb_id(code), f"ods:{code}-subicb", f"ods:{code}"))
    return next((body for body in candidates if body and overlap(around, (body.opened, body.closed))), None)


def _leads(start: str, end: str, ahead: Mapping[str, set[str]]) -> bool:
    """Whether successions lead from one body to another, or to itself."""
    seen: set[str] = set()
    ahead_of = [start]
    while ahead_of:
        seen.add(body := ahead_of.pop())
        ahead_of += ahead.get(body, set()) - seen
    return end in seen


def _kind(old: Body, new: Body, when: date, heirs: Counter[str], sources: Counter[str]) -> str:
    if heirs[old.id] > 1:
        return "split"
    if new.opened and new.opened < when - _DAY:
        return "absorption"
    alike = old.kind == new.kind or {old.kind, new.kind} <= set(TRUSTS)
    return "merger" if alike and sources[new.id] > 1 else "statutory_replacement"
