"""The schema explains itself, and the checked-in dictionary is what it says."""

from __future__ import annotations

from pathlib import Path

import warehouse
from tests.warehouse.ledger import empty
from warehouse.columns import ADDED, COLUMNS
from warehouse.dictionary import dictionary


def test_the_checked_in_dictionary_is_current() -> None:
    checked_in = Path(warehouse.__path__[0]) / "DICTIONARY.md"
    assert checked_in.read_text(encoding="utf-8") == dictionary(), "python -m warehouse.dictionary > warehouse/DICTIONARY.md"


def test_every_table_view_and_column_has_a_comment() -> None:
    with empty() as connection:
        uncommented = connection.execute("""
            SELECT table_name FROM duckdb_tables() WHERE comment IS NULL
            UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
            UNION ALL SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal AND comment IS NULL
            UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL""").fetchall()
    assert uncommented == []


def test_shards_and_tables_have_the_same_columns() -> None:
    derived = {"claims": {"organisation_key", "counterparty_key", "measure_family", "direction", "finality"}}
    with empty() as connection:
        for table, schema in [*COLUMNS.items(), *((table, schema) for table, schema in ADDED.items() if table != "wanted")]:
            columns = connection.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = $table", {"table": table}).fetchall()
            assert {name for (name,) in columns} == {*schema.names} | derived.get(table, set()), table


def test_no_column_is_a_float() -> None:
    with empty() as connection:
        kinds = connection.execute("SELECT DISTINCT data_type FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert not [kind for (kind,) in kinds if "DOUBLE" in kind or "FLOAT" in kind]
