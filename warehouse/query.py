"""Questions to the published warehouse: one statement that reads, in a sandbox that can do nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import CrossfootError
from warehouse.statements import folder

SECONDS = 60.0
MOST_ROWS = 1_000_000
_SANDBOX: dict[str, Any] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "1GB",
    "max_temp_directory_size": "0B",
    "threads": 2,
}


def rows(
    path: Path, sql: str, parameters: Sequence[object] | Mapping[str, object] | None = None, *, seconds: float = SECONDS
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Answer one SELECT (or FROM, WITH, VALUES, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN) from the warehouse at `path`: its columns and its rows.

    Values of others go into `parameters` (`?` or `$name`), never into `sql`. Raises CrossfootError for any other statement, for one that DuckDB refuses,
    that runs longer than `seconds`, or that gives more than a million rows, and where there is no warehouse yet.
    """
    try:
        with _open(path) as connection:
            _check(connection, sql)
            return _answer(connection, sql, parameters, seconds)
    except (RuntimeError, TypeError) as error:  # what DuckDB makes of half a character
        raise CrossfootError("the question is not Unicode text", next="write it in UTF-8") from error


def ask(path: Path, question: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
    """The answer to one of the questions in `warehouse/questions` or a folder of it, named by its file (`note/best`): one dictionary a row."""
    place, _, name = f"questions/{question}".rpartition("/")
    columns, found = rows(path, folder(place)[name], parameters)
    return [dict(zip(columns, row, strict=True)) for row in found]


def check_exists(path: Path) -> None:
    """Raise CrossfootError where there is no warehouse at `path`."""
    if not path.is_file():
        raise CrossfootError("there is no warehouse yet", where=str(path), next="make one with `crossfoot run`")


@contextmanager
def _open(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    check_exists(path)
    try:
        connection = duckdb.connect(path, read_only=True, config=_SANDBOX)
        # a bar of DuckDB's own would stand among the answers in a terminal
        connection.execute("SET enable_progress_bar = false; SET lock_configuration = true")
    except duckdb.Error as error:
        raise CrossfootError(f"not a warehouse that can be read ({_first_line(error)})", where=str(path), next="make it anew with `crossfoot run`") from error
    with connection:
        yield connection


def _check(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise CrossfootError(f"not SQL that DuckDB understands: {error}") from error
    if len(statements) != 1:
        raise CrossfootError(f"{len(statements)} statements", next="ask one question at a time")
    kind = statements[0].type
    if kind not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN):
        raise CrossfootError(f"{kind.name} statements are refused: the warehouse is only read", next="ask with SELECT, FROM, WITH, DESCRIBE or SHOW")


def _answer(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Any, seconds: float) -> tuple[list[str], list[tuple[Any, ...]]]:
    timer = threading.Timer(seconds, connection.interrupt)
    timer.start()
    try:
        result = connection.execute(sql, parameters)
        found = result.fetchmany(MOST_ROWS + 1)
    except duckdb.InterruptException as error:
        raise CrossfootError(f"no answer within {seconds:g} seconds", next="narrow the question with WHERE or LIMIT") from error
    except duckdb.Error as error:
        raise CrossfootError(str(error)) from error
    finally:
        timer.cancel()
    if len(found) > MOST_ROWS:
        raise CrossfootError(f"more than {MOST_ROWS:,} rows", next="narrow the question with WHERE or LIMIT, or export the tables")
    return [column for column, *_ in result.description or ()], found


def _first_line(error: duckdb.Error) -> str:
    return str(error).splitlines()[0]
