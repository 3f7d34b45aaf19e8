"""Exports: every table as Parquet and CSV, byte for byte the same for the same rows."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.query import check_exists

# `runs` tells the time; the others name claims and stories by their rows or by hashes, and the views that spell them out are written instead.
_LEFT_OUT = ("runs", "publications", "sayings", "assertion_counts", "topic_counts", "topic_keys", "origin_keys", "traced_origins", "told_parts", "told_kinship")
_SPELLED_OUT = ("assertions", "claim_assertions", "origins", "topics")


def export(path: Path, folder: Path) -> list[Path]:
    """Write what the warehouse at `path` holds into `folder`, each table as <table>.parquet and <table>.csv; returns the files written.

    `runs` is left out, and what reconciliation counts by rows is written with its words: assertions, topics and where they go back to.

    In CSV a text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    check_exists(path)
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(path, read_only=True, config={"threads": 1}) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        names = sorted((tables - {*_LEFT_OUT}) | {*_SPELLED_OUT})
        return [file for name in names for file in (_parquet(connection, name, folder), _csv(connection, name, folder))]


def _parquet(connection: duckdb.DuckDBPyConnection, table: str, folder: Path) -> Path:
    return _copy(connection, f'FROM "{table}" ORDER BY ALL', folder / f"{table}.parquet", "FORMAT parquet, COMPRESSION zstd")


def _csv(connection: duckdb.DuckDBPyConnection, table: str, folder: Path) -> Path:
    columns = connection.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = $table ORDER BY column_index", {"table": table})
    cells = [f'as_csv_text("{name}") AS "{name}"' if kind == "VARCHAR" else f'"{name}"' for name, kind in columns.fetchall()]
    query = f'SELECT {", ".join(cells)} FROM (FROM "{table}" ORDER BY ALL)'  # noqa: S608 (names of our own schema)
    return _copy(connection, query, folder / f"{table}.csv", "FORMAT csv, HEADER")


def _copy(connection: duckdb.DuckDBPyConnection, query: str, file: Path, options: str) -> Path:
    unfinished = file.with_name(f".{file.name}")
    connection.execute(f"COPY ({query}) TO $file ({options})", {"file": str(unfinished)})
    return unfinished.replace(file)
