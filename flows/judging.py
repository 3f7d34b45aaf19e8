"""A person's judgement on two figures or a topic: understood, kept, and said back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.text import Text

from flows.explanation import marked
from flows.judgements import JUDGEMENTS, Judgement, Side, Topic, Verdict
from flows.ledger import decider
from flows.naming import figure_called, topic_called
from flows.notes import text
from flows.settings import Home
from pipeline.errors import CrossfootError
from warehouse import query

Row = dict[str, Any]
PAIR = re.compile(r"([0-9a-f]+)\+([0-9a-f]+)")
LEAST = 4  # characters of a figure's id
MEANING = {Verdict.SAME: "are one thing", Verdict.DIFFERENT: "are different things", Verdict.TYPO: "are one thing, and a figure is a misprint"}


def judge(folder: Path, subject: str, verdict: str, by: str | None, note: str) -> Iterator[Text]:
    """Keeps a judgement in the home at `folder`; says what it is and which it replaces. Raises CrossfootError, and keeps nothing, where it makes no sense."""
    home = Home(folder)
    figures = _figures(home.warehouse, subject)
    about = _sides(home.warehouse, figures) if figures else _topic(home.warehouse, subject)
    judgement = Judgement(datetime.now(UTC), decider(by), Verdict(verdict), about, note)
    earlier = [known for known in JUDGEMENTS.read(home.judgements) if known.subject == judgement.subject]
    JUDGEMENTS.append(home.judgements, judgement)
    yield text(f"{described(judgement)} {MEANING[judgement.verdict]}.", style="bold")
    yield from map(marked, figures)
    yield from (text(f"This takes the place of “{known.verdict}” by {known.decided_by}, {known.decided_at:%Y-%m-%d}.") for known in earlier[-1:])
    yield text("The next `crossfoot run` takes it into the warehouse.", style="dim")


def described(judgement: Judgement) -> str:
    """What a judgement is about, in words."""
    if isinstance(judgement.about, Topic):
        return f"The figures of “{judgement.about.title}” ({judgement.about.topic_id})"
    return " and ".join(f"{side.surface} in {side.document}" for side in judgement.about)


def waiting(warehouse: Path) -> list[Row]:
    """The judgements whose figures or topic are not there now, and why."""
    return query.ask(warehouse, "idle_judgements")


def _figures(warehouse: Path, subject: str) -> list[Row]:
    """The two figures that FIGURE_ID+FIGURE_ID means; none where the subject has another form."""
    pair = PAIR.fullmatch(subject.strip().lower())
    if not pair:
        return []
    if min(map(len, pair.groups())) < LEAST:
        raise CrossfootError(f"{subject} is too short", next=f"give {LEAST} or more characters of each figure's id")
    figures = [figure_called(warehouse, figure_id) for figure_id in pair.groups()]
    if figures[0]["figure_id"] == figures[1]["figure_id"]:
        raise CrossfootError(f"{subject} is one figure twice", next="judge a figure against another")
    return figures


def _sides(warehouse: Path, figures: list[Row]) -> tuple[Side, Side]:
    left, right = (Side(**query.ask(warehouse, "as_judged", {"figure_id": figure["figure_id"]})[0]) for figure in figures)
    return left, right


def _topic(warehouse: Path, subject: str) -> Topic:
    return Topic(**topic_called(warehouse, subject.strip()))
