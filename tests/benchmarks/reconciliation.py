"""CPU seconds and memory of reconciling ledgers of growing size, and of adding a night's claims to the largest.

Beside them, in the same run: joining all claims of a body and time whose intervals overlap, and merely counting the claims of each.
"""

from __future__ import annotations

import itertools
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import duckdb

from warehouse.load import connect
from warehouse.reconcile import reconcile
from warehouse.statements import create

GENERATOR = Path(__file__).with_name("ledger.sql")
SIZES = (100_000, 300_000, 1_000_000, 3_000_000)
NIGHT = 10_000
FIRST_DAY, DAYS = "2005-01-01", 7305
LATER = "2025-01-02"

JOIN = """
    SELECT count(*) FROM claims AS l JOIN figures AS lf USING (figure_id), claims AS r JOIN figures AS rf USING (figure_id)
    WHERE l.organisation_key = r.organisation_key AND l.measure_family = r.measure_family AND l.figure_id < r.figure_id
        AND (l.period_start = r.period_start OR l.period_start IS NULL OR r.period_start IS NULL)
        AND coalesce(lf.low <= rf.high, true) AND coalesce(rf.low <= lf.high, true)"""
COUNT = """
    SELECT count(*) FROM (
        SELECT organisation_key, claims.measure_family, period_start, amount, count(*) FROM claims JOIN figures USING (figure_id) GROUP BY ALL)"""


@dataclass(frozen=True)
class Cost:
    """What something took, and how many rows it made or touched."""

    cpu: float
    wall: float
    memory: float
    rows: int


def lines() -> Iterator[str]:
    """A line a size, the growth from each to the next, the night and the peers."""
    with tempfile.TemporaryDirectory() as folder:
        costs = {}
        for size in SIZES:
            ledger = Path(folder) / f"{size}.duckdb"
            _alone(generate, ledger, 0, size, FIRST_DAY, DAYS)
            if size == SIZES[0]:
                peer = _alone(ask, ledger, JOIN)
            floor = _alone(ask, ledger, COUNT)
            costs[size] = _alone(judge, ledger, "reconciliations")
            yield _line(f"{size:,} claims", costs[size], "pairs judged") + f"; {costs[size].cpu / floor.cpu:.1f} times a plain count"
        for one, other in itertools.pairwise(SIZES):
            yield f"from {one:,} to {other:,}: {other / one:.1f} times the claims, {costs[other].cpu / costs[one].cpu:.1f} times the CPU"
        _alone(generate, ledger, SIZES[-1], SIZES[-1] + NIGHT, LATER, 1)
        yield _line(f"a night's {NIGHT:,} more", _alone(judge, ledger, "touched"), "topics touched")
        ratio = peer.cpu / costs[SIZES[0]].cpu
        yield f"joining the overlapping claims of {SIZES[0]:,}: {peer.cpu:.1f} CPU s, {ratio:.1f} times as long, for {peer.rows:,} pairs without a verdict"


def _line(what: str, cost: Cost, rows: str) -> str:
    return f"{what:24}{cost.cpu:>8.1f} CPU s  {cost.wall:>7.1f} s by the clock  {cost.memory:>6.2f} GB  {cost.rows:>11,} {rows}"


def _alone(do: Callable[..., Cost], *told: object) -> Cost:
    """In a process of its own, so that memory is its own too."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(do, *told).result()


def generate(ledger: Path, first: int, last: int, from_day: str, days: int) -> Cost:
    """Add the claims from `first` up to `last` to a ledger, which need not be there yet."""
    with connect(ledger) as connection:
        if not first:
            create(connection)
        for name, value in (("first", first), ("last", last), ("from_day", from_day), ("days", days)):
            connection.execute(f"SET VARIABLE {name} = $value", {"value": value})
        return _measured(connection, lambda: connection.execute(GENERATOR.read_text(encoding="utf-8")), "claims")


def judge(ledger: Path, counted: str) -> Cost:
    """Reconcile what is new in a ledger."""
    with connect(ledger) as connection:
        return _measured(connection, lambda: reconcile(connection), counted)


def ask(ledger: Path, question: str) -> Cost:
    """One query of a ledger."""
    with connect(ledger) as connection:
        return _measured(connection, lambda: connection.execute(f"CREATE TEMP TABLE answer AS {question}"), "(SELECT unnest(range(first)) FROM answer)")


def _measured(connection: duckdb.DuckDBPyConnection, do: Callable[[], object], counted: str) -> Cost:
    cpu, wall = time.process_time(), time.perf_counter()
    do()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    found = connection.execute(f"SELECT count(*) FROM {counted}").fetchone()  # noqa: S608 (our own names)
    return Cost(cpu, wall, memory, found[0] if found else 0)
