"""The SQL that the warehouse is made of: files in folders beside this one, run in the order of their names."""

from __future__ import annotations

from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def folder(name: str) -> dict[str, str]:
    """The statements of every file in a folder, under the file's name without its number.

    >>> sorted(folder("rules"))
    ['agrees', 'conflicts', 'consistent', 'different_measure', 'revised']
    """
    return {path.stem.lstrip("0123456789_"): path.read_text(encoding="utf-8") for path in sorted((HERE / name).glob("*.sql"))}


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables, the views and their comments in an empty database."""
    connection.begin()
    for statements in (*folder("schema").values(), *folder("views").values()):
        connection.execute(statements)
    connection.commit()
