"""What every source gives, and what reading gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.errors import CrossfootError
from pipeline.model import Document


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a source found. `name` is what stands in the `document` field of everything read from it."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a part of one, that could not be read: why, and what to do next."""

    name: str
    reason: str
    next: str = ""

    @classmethod
    def of(cls, name: str, error: CrossfootError) -> Refusal:
        return cls(error.where or name, error.what, error.next)


class Source(Protocol):
    """Where documents come from. A run that gets fewer documents than `minimum` from it publishes nothing new."""

    @property
    def minimum(self) -> int: ...

    def items(self) -> Iterable[Item | Refusal]: ...


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Bytes that were kept: their sha256, the first name that they came under, and how many they are."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read from one input; where parts of it could not be, both are filled."""

    documents: tuple[Document, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document may cost: wall and CPU seconds, bytes of memory, and what may come out of it."""

    seconds: int = 60
    memory: int = 2 * 2**30
    pages: int = 2_000
    characters: int = 20_000_000
    inflated: int = 256 * 2**20
