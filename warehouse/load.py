"""Loading: a new DuckDB file from all shards and the register, set by set, one transaction a shard."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import duckdb
import pyarrow as pa

from pipeline.errors import CrossfootError, RegisterError
from warehouse import shards as shard_files
from warehouse.columns import ADDED
from warehouse.reconcile import reconcile
from warehouse.rows import Row
from warehouse.shards import Refused
from warehouse.statements import create, folder

Added = Mapping[str, Sequence[Row]]
NOTHING: Added = MappingProxyType({})


def build(shards: Path, register: Path, target: Path, version: str, not_taken: Sequence[Refused] = (), added: Added = NOTHING) -> None:
    """Build a complete warehouse at `target` (replaced where it exists) from the shards in `shards`, the CSV files in `register`, and what a home adds.

    `not_taken` is what this run could not even keep the bytes of: it is in no shard, and is quarantined until a run without it. `added` has rows for
    the tables `organisations`, `aliases`, `link_decisions` and `judgements_made`, and as `wanted` the hash of the decisions for each document that any
    of them concerns. Nothing may write into `shards` meanwhile. Raises CrossfootError where a shard, RegisterError where the register does not hold together.
    """
    shard_files.sweep(shards)
    clear(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    started = _now()
    with connect(target) as connection:
        create(connection)
        load(connection, shards, register, added)
        for refused in not_taken:
            connection.execute("INSERT INTO quarantine VALUES ($name, $sha256, $reason, $next)", asdict(refused))
        reconcile(connection)
        _record_run(connection, version, started)
        connection.execute("CHECKPOINT")


def connect(target: Path) -> duckdb.DuckDBPyConnection:
    """A warehouse file to write to; what is larger than memory goes to disk beside it."""
    connection = duckdb.connect(target, config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "memory_limit": "3GB"})
    connection.execute("SET enable_progress_bar = false")
    return connection


def load(connection: duckdb.DuckDBPyConnection, shards: Path, register: Path, added: Added = NOTHING) -> None:
    """Load the register, what a home adds, and every shard; what is loaded already stays as it is."""
    with _told(RegisterError, register, "compare it with the columns that warehouse/loading/register.sql reads"):
        _run(connection, "register", register=_literal(register))
    _add(connection, added)
    found = shard_files.shards(shards)
    if found:
        connection.execute("SET VARIABLE shards = $shards", {"shards": [_literal(shard) for shard in found]})
        with _told(CrossfootError, shards, "delete the shard that cannot be read, and run again"):
            _run(connection, "choice")
    for shard in found:
        with _told(CrossfootError, shard, "delete it and run again"):
            _run(connection, "shard", shard=_literal(shard))


def _add(connection: duckdb.DuckDBPyConnection, added: Added) -> None:
    """What a home adds, as Arrow tables under the names that loading/added.sql reads."""
    for name, schema in ADDED.items():
        connection.register(f"added_{name}", pa.Table.from_pylist([*added.get(name, ())], schema=schema))
    _run(connection, "added")
    for name in ADDED:
        connection.unregister(f"added_{name}")


def clear(target: Path) -> None:
    """Remove a warehouse file and what DuckDB keeps beside it: what a killed build left."""
    for path in (target, target.with_name(f"{target.name}.wal")):
        path.unlink(missing_ok=True)
    shutil.rmtree(target.with_name(f"{target.name}.tmp"), ignore_errors=True)


def _run(connection: duckdb.DuckDBPyConnection, step: str, **variables: str) -> None:
    for name, value in variables.items():
        connection.execute(f"SET VARIABLE {name} = $value", {"value": value})
    connection.begin()
    try:
        connection.execute(folder("loading")[step])
    except duckdb.Error:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def _told(kind: type[CrossfootError], where: Path, next: str) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise kind(f"cannot be loaded ({str(error).strip()})", where=str(where), next=next) from error


def _record_run(connection: duckdb.DuckDBPyConnection, version: str, started: datetime) -> None:
    counts = "(SELECT count(*) FROM documents), (SELECT count(*) FROM figures)"
    values = {"run_id": started.strftime("%Y%m%dT%H%M%S.%fZ"), "version": version, "started": started, "finished": _now()}
    connection.execute(f"INSERT INTO runs SELECT $run_id, $version, $started, $finished, {counts}", values)


def _literal(path: Path) -> str:
    """A path that DuckDB does not read as a pattern."""
    return re.sub(r"([*?\[])", r"[\1]", str(path.resolve()))


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
