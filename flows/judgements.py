"""The judgements of persons on figures: `judgements.csv` in a home, one row a judgement, which names its figures so that they are found again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flows.ledger import Ledger, Row, moment, signature
from pipeline.errors import CrossfootError

SIDES = ("left", "right")
SIDE = ("figure_id", "document_id", "document", "surface", "start_char", "occurrence")
COLUMNS = ("decided_at", "decided_by", "verdict", "topic_id", "topic", *(f"{side}_{name}" for side in SIDES for name in SIDE), "note")
TOPIC_ID = re.compile(r"[0-9a-f]{16}")
FORMS = {
    "figure_id": (re.compile(r"[0-9a-f]{20}"), "the figure's id"),
    "document_id": (re.compile(r"[0-9a-f]{64}"), "the document's id"),
    "surface": (re.compile(r".+"), "the figure as it is printed"),
    "start_char": (re.compile(r"[0-9]{1,9}"), "the place of its first character, counted from 0"),
    "occurrence": (re.compile(r"[1-9][0-9]{0,8} of [1-9][0-9]{0,8}"), "which of the figures printed like it in its document it is: 1 of 2"),
}


class Verdict(StrEnum):
    """What a person says of two figures, or of all those of a topic."""

    SAME = "same"
    DIFFERENT = "different"
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class Side:
    """A figure as it was when it was judged: its document (the name is for people), its words, and the how-manieth it was of those printed like it."""

    figure_id: str
    document_id: str
    document: str
    surface: str
    start_char: int
    occurrence: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it was when it was judged; the title is for people."""

    topic_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement: who made it, when (UTC), about which topic or which two figures, and why."""

    decided_at: datetime
    decided_by: str
    verdict: Verdict
    about: Topic | tuple[Side, Side]
    note: str = ""

    @property
    def subject(self) -> str:
        """What it is about, as `crossfoot judge` takes it; the order in which two figures were given does not matter."""
        return self.about.topic_id if isinstance(self.about, Topic) else "+".join(sorted(side.figure_id for side in self.about))


def _judgement(row: Row, where: str) -> Judgement:
    if row["verdict"] not in {verdict.value for verdict in Verdict}:
        raise CrossfootError(f"the verdict is {row['verdict']!r}", where=where, next=f"write {', '.join(Verdict)}")
    on_topic, on_figures = bool(row["topic_id"] or row["topic"]), any(row[f"{side}_{name}"] for side in SIDES for name in SIDE)
    if on_topic == on_figures:
        both = "a topic and figures at once" if on_topic else "nothing"
        raise CrossfootError(f"it is about {both}", where=where, next="fill in topic_id, or all that is left_ and right_")
    return Judgement(*signature(row, where), Verdict(row["verdict"]), _topic(row, where) if on_topic else _pair(row, where), row["note"])


def _topic(row: Row, where: str) -> Topic:
    if not TOPIC_ID.fullmatch(row["topic_id"]):
        raise CrossfootError(f"the topic_id is {row['topic_id'][:40]!r}", where=where, next="write the topic's id")
    return Topic(row["topic_id"], row["topic"])


def _pair(row: Row, where: str) -> tuple[Side, Side]:
    left, right = _side("left", row, where), _side("right", row, where)
    if left.figure_id == right.figure_id:
        raise CrossfootError("one figure on both sides", where=where, next="judge a figure against another")
    return left, right


def _side(side: str, row: Row, where: str) -> Side:
    cells = {name: row[f"{side}_{name}"] for name in SIDE}
    for name, (form, meaning) in FORMS.items():
        if not form.fullmatch(cells[name]):
            raise CrossfootError(f"{side}_{name} is {cells[name][:40]!r}", where=where, next=f"write {meaning}")
    occurrence, _, occurrences = cells["occurrence"].partition(" of ")
    return Side(cells["figure_id"], cells["document_id"], cells["document"], cells["surface"], int(cells["start_char"]), int(occurrence), int(occurrences))


def _cells(judgement: Judgement) -> tuple[str, ...]:
    about = judgement.about
    topic = (about.topic_id, about.title) if isinstance(about, Topic) else ("", "")
    sides = ("",) * len(SIDES) * len(SIDE) if isinstance(about, Topic) else tuple(cell for side in about for cell in _cells_of_side(side))
    return moment(judgement.decided_at), judgement.decided_by, judgement.verdict.value, *topic, *sides, judgement.note


def _cells_of_side(side: Side) -> tuple[str, ...]:
    return side.figure_id, side.document_id, side.document, side.surface, str(side.start_char), f"{side.occurrence} of {side.occurrences}"


JUDGEMENTS = Ledger(COLUMNS, _judgement, _cells)
