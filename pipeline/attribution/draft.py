"""A figure on its way: its context, and the decisions taken on it so far."""

from dataclasses import dataclass, field
from typing import Any

from pipeline.attribution.context import Context
from pipeline.attribution.decision import Decision

FIELDS = ("measure", "basis", "organisation", "counterparty", "period", "speaker")


@dataclass(slots=True)
class Draft:
    """The one thing here that changes: each pass over a story adds its decision, under the name of the field."""

    context: Context
    decisions: dict[str, Decision[Any] | None] = field(default_factory=dict)

    def value(self, field: str) -> Any:
        """What was decided; None where nothing was."""
        decision = self.decisions.get(field)
        return decision.value if decision else None
