"""Verdicts on given figures: a warehouse of nothing but them, in a folder that is gone when they are known."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.given.readings import Readings, readings
from flows.given.rows import read_files
from flows.knowledge import added, knowledge
from flows.lines import Row
from flows.settings import Home
from pipeline.errors import CrossfootError
from pipeline.knowledge import Knowledge
from pipeline.registry import REGISTER
from warehouse import load, query, shards


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the questions `pairs` and `sums` answer of given figures; each side has the `id` and the `start` of its row, and its place in the files."""

    pairs: list[Row]
    sums: list[Row]
    read: Readings


def judge(files: Sequence[str], home: Home, about: str | None = None) -> Verdicts:
    """Reconciles the figures of files, and no others. Raises CrossfootError with file and line for what cannot be read."""
    with warehouse_of(files, home) as (warehouse, read):
        pairs, sums = (query.ask(warehouse, question, {"about": about}) for question in ("pairs", "sums"))
    return Verdicts([_pair(row, read) for row in pairs], [_sum(row, read) for row in sums], read)


@contextmanager
def warehouse_of(files: Sequence[str], home: Home) -> Iterator[tuple[Path, Readings]]:
    """A warehouse of the figures of files, and of no others, while it is asked; and how they were read. Raises CrossfootError as `judge` does."""
    register = knowledge(home).register
    read = readings(read_files(files), Knowledge(register))
    with tempfile.TemporaryDirectory() as folder:
        into, warehouse = Path(folder) / "shards", Path(folder) / "crossfoot.duckdb"
        shards.write(read.readings, (), into)
        load.build(into, REGISTER, warehouse, "given", added=added(register, [], [], {}))
        for refused in query.ask(warehouse, "quarantine"):
            raise CrossfootError(refused["reason"], where=refused["name"], next=refused["next"] or "")
        yield warehouse, read


def _pair(row: Row, read: Readings) -> Row:
    starts = {f"{side}_start_char": read.starts[row[f"{side}_figure_id"]] for side in ("left", "right")}
    return row | starts | _named(row, "left", read) | _named(row, "right", read)


def _sum(row: Row, read: Readings) -> Row:
    return row | {"start_char": read.starts[row["total_figure_id"]]} | _named(row, "total", read)


def _named(row: Row, side: str, read: Readings) -> Row:
    """The id that the given row of a figure has."""
    return {f"{side}_id": read.rows[row[f"{side}_figure_id"]].words("id")}
