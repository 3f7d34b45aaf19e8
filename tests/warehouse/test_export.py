"""Exports: every table, exact numbers, no formulas."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import CrossfootError
from warehouse import export


def test_every_table_but_the_runs_is_written_twice_and_what_counts_rows_with_its_words(published: Path, tmp_path: Path) -> None:
    names = {file.name for file in export.export(published, tmp_path)}
    with duckdb.connect(published, read_only=True) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        counted = connection.execute("SELECT table_name FROM duckdb_columns() WHERE column_name LIKE '%\\_row' ESCAPE '\\' OR column_name = 'topic_number'")
        tables -= {name for (name,) in counted.fetchall()} | {"runs", "traced_origins", "told_kinship"}
    assert names == {f"{table}.{kind}" for table in tables | {"assertions", "claim_assertions", "origins", "topics"} for kind in ("csv", "parquet")}
    assert {file.name for file in tmp_path.iterdir()} == names


def test_texts_that_a_spreadsheet_would_run_are_neutralised_and_numbers_are_not(published: Path, tmp_path: Path) -> None:
    export.export(published, tmp_path)
    with (tmp_path / "documents.csv").open(newline="", encoding="utf-8") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    assert names == {"a.txt", "board/p05.html", "'=cmd.txt"}
    with (tmp_path / "claims.csv").open(newline="", encoding="utf-8") as file:
        assert {row["direction"] for row in csv.DictReader(file)} == {"-1", "1", ""}
    with (tmp_path / "figures.csv").open(newline="", encoding="utf-8") as file:
        assert "95700000.0000" in {row["amount"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("text", "cell"), [("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("x=1", "x=1"), ("", ""), (None, None)]
)
def test_what_counts_as_a_formula(text: str | None, cell: str | None, published: Path) -> None:
    with duckdb.connect(published, read_only=True) as connection:
        assert connection.execute("SELECT as_csv_text($text::VARCHAR)", {"text": text}).fetchone() == (cell,)


def test_parquet_holds_the_text_as_it_is(published: Path, tmp_path: Path) -> None:
    export.export(published, tmp_path)
    names = duckdb.connect().execute("SELECT name FROM read_parquet($file)", {"file": str(tmp_path / "documents.parquet")}).fetchall()
    assert ("=cmd.txt",) in names


def test_without_a_warehouse_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(CrossfootError, match="there is no warehouse yet"):
        export.export(tmp_path / "crossfoot.duckdb", tmp_path / "out")
