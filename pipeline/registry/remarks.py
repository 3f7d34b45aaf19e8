"""What a register says that may be meant and is often a slip; nothing here is an error."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.registry.register import Alias, Body, Register, Span, overlap


@dataclass(frozen=True, slots=True)
class Remarks:
    """Names that two bodies bear unambiguously at one time, aliases outside the life of their body, and closed bodies that nobody took over from."""

    shared: tuple[str, ...]
    outside: tuple[str, ...]
    ended: tuple[Body, ...]


def remarks(register: Register) -> Remarks:
    """Looks a register over."""
    return Remarks(
        tuple(line for aliases in register.aliases.values() for line in _shared(register, aliases)),
        tuple(_outside(register)),
        tuple(body for body in register.bodies.values() if body.closed and body.id not in register.successions),
    )


def _shared(register: Register, aliases: tuple[Alias, ...]) -> Iterator[str]:
    told = set()
    doubtful = {alias.id for alias in aliases if alias.ambiguous}  # an official name is marked by an alias of the same words
    for one, other in itertools.combinations((alias for alias in aliases if alias.id not in doubtful), 2):
        ids = (one.id, other.id)
        apart = one.id == other.id or (one.text != other.text and "acronym" in (one.kind, other.kind))
        if not apart and ids not in told and overlap(_life(register, one), _life(register, other)):
            told.add(ids)
            yield f"{one.text}: {one.id} and {other.id}"


def _life(register: Register, alias: Alias) -> Span:
    """When an alias can be used: while it is valid and its body lives."""
    body = register.bodies[alias.id]
    starts, ends = [day for day in (alias.valid_from, body.opened) if day], [day for day in (alias.valid_to, body.closed) if day]
    return max(starts, default=None), min(ends, default=None)


def _outside(register: Register) -> Iterator[str]:
    for alias in itertools.chain.from_iterable(register.aliases.values()):
        body = register.bodies[alias.id]
        if not overlap((alias.valid_from, alias.valid_to), (body.opened, body.closed)):
            yield f"{alias.text}: {alias.id} ({_said(alias.valid_from)} to {_said(alias.valid_to)}; the body {_said(body.opened)} to {_said(body.closed)})"


def _said(day: date | None) -> str:
    return day.isoformat() if day else "…"
