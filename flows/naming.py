"""What a person means by the first characters of an id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.errors import CrossfootError
from warehouse import query

Row = dict[str, Any]


def figure_called(warehouse: Path, figure_id: str) -> Row:
    """The one figure whose id begins so, as the warehouse answers `figure`. Raises CrossfootError where there is none, or are several."""
    found = query.ask(warehouse, "figure", {"figure_id": figure_id})
    if not found:
        raise CrossfootError(
            f"no figure {figure_id}", where=str(warehouse), next='list them with: crossfoot sql "SELECT figure_id, surface, document FROM all_figures"'
        )
    if len(found) > 1:
        raise CrossfootError(f"{len(found)} figures begin with {figure_id}", next="give more characters: " + ", ".join(row["figure_id"] for row in found[:5]))
    return found[0]


def topic_called(warehouse: Path, topic: str) -> Row:
    """The one topic with this title, or whose id begins so. Raises CrossfootError where there is none, or are several."""
    found = query.ask(warehouse, "topic_called", {"topic": topic})
    if not found:
        raise CrossfootError(f"no topic {topic}", where=str(warehouse), next="give the id or the title of a topic, or two figures as FIGURE_ID+FIGURE_ID")
    if len(found) > 1:
        listed = "; ".join(f"{row['topic_id']} is {row['title']}" for row in found[:5])
        raise CrossfootError(f"{len(found)} topics are called {topic}", next=f"name one by its id: {listed}")
    return found[0]
