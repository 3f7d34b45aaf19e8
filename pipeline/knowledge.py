"""What is known before a document is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline import registry
from pipeline.model import LinkDecision
from pipeline.registry import Register


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The register that names are linked to (the one that comes with crossfoot), and what persons have settled about links, the oldest first."""

    register: Register = field(default_factory=registry.load)
    decisions: tuple[LinkDecision, ...] = ()
