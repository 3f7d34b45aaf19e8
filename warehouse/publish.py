"""Publishing: a candidate is audited, then swapped in. Readers keep what they have open; nobody sees half a run."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipeline.errors import CrossfootError
from warehouse.shards import sync
from warehouse.statements import folder

NAME = "crossfoot.duckdb"
_SHOWN = 5


def publish(candidate: Path, home: Path, minimum_documents: int) -> Path:
    """Audit the warehouse at `candidate`, and make it `home`/crossfoot.duckdb; returns that path.

    Raises CrossfootError, and leaves the published warehouse as it is, where the candidate holds fewer documents than `minimum_documents`, or
    fails an audit (a reference without its row, a figure that is not a slice of its document's text). `candidate` must be on `home`'s file system.
    """
    with duckdb.connect(candidate, read_only=True) as connection:
        _count(connection, minimum_documents)
        for name, statement in folder("audit").items():
            _audit(connection, name, statement)
    sync(candidate)
    published = home / NAME
    candidate.replace(published)
    sync(home)
    return published


@contextmanager
def exclusive(home: Path) -> Iterator[None]:
    """Hold `home` for one run; a second run gets a CrossfootError, and a killed one lets go."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CrossfootError("another run is at work here", where=str(home), next="wait until it is done, or name another home") from error
        yield


def _count(connection: duckdb.DuckDBPyConnection, minimum: int) -> None:
    [(found,)] = connection.execute("SELECT count(*) FROM documents").fetchall()
    if found < minimum:
        raise CrossfootError(
            f"only {found} documents, and at least {minimum} were expected: nothing new is published", next="see the quarantine for what was refused"
        )


def _audit(connection: duckdb.DuckDBPyConnection, name: str, statement: str) -> None:
    offenders = connection.execute(statement).fetchmany(_SHOWN)
    if offenders:
        listed = ", ".join(str(offender) for (offender,) in offenders)
        raise CrossfootError(f"{name.replace('_', ' ')}: {listed}; nothing new is published", next="delete the shards and run again")
