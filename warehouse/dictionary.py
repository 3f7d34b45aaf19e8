"""The data dictionary, made from the comments in the schema: `python -m warehouse.dictionary > warehouse/DICTIONARY.md`."""

from __future__ import annotations

import sys

import duckdb

from warehouse.statements import create

_HEAD = """# Data dictionary

Every table and view of `crossfoot.duckdb`, made from the comments in `warehouse/schema` and `warehouse/views`, and the questions
that take something to ask about.

Places in a text are `start_char` and `end_char`: characters counted from 0, the end not included. The words themselves are
`substr(text, start_char + 1, end_char - start_char)`. Money is DECIMAL(28, 4) in units of the currency; no float is stored anywhere.
"""


def dictionary() -> str:
    """The dictionary as Markdown.

    >>> dictionary().splitlines()[0]
    '# Data dictionary'
    """
    with duckdb.connect() as connection:
        create(connection)
        tables = connection.execute("SELECT table_name, comment FROM duckdb_tables() ORDER BY table_oid").fetchall()
        views = connection.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_oid").fetchall()
        return _HEAD + _chapter(connection, "Tables", tables) + _chapter(connection, "Views", views) + _questions(connection)


def _chapter(connection: duckdb.DuckDBPyConnection, title: str, relations: list[tuple[str, str]]) -> str:
    return f"\n## {title}\n" + "".join(f"\n### {name}\n{comment}\n\n{_columns(connection, name)}" for name, comment in relations)


def _questions(connection: duckdb.DuckDBPyConnection) -> str:
    found = connection.execute("""
        SELECT function_name || '(' || array_to_string(parameters, ', ') || ')', comment
        FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal ORDER BY 1""")
    return "\n## Questions about something\n" + "".join(f"\n### {name}\n{comment}\n" for name, comment in found.fetchall())


def _columns(connection: duckdb.DuckDBPyConnection, relation: str) -> str:
    found = connection.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = $name ORDER BY column_index", {"name": relation}
    )
    rows = [f"| `{name}` | {_short(kind)} | {comment} |" for name, kind, comment in found.fetchall()]
    return "\n".join(["| column | type | what it holds |", "|---|---|---|", *rows]) + "\n"


def _short(kind: str) -> str:
    # the two sides of a pair are whole rows; their columns are listed under assertions
    return kind.split("(")[0] if kind.startswith("STRUCT") else kind


if __name__ == "__main__":
    sys.stdout.write(dictionary())
