"""The sandbox: it reads the warehouse and does nothing else."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.errors import CrossfootError
from warehouse import query
from warehouse.statements import folder

ATTACKS = {
    "SELECT * FROM read_text('/etc/passwd')": "file system operations are disabled",
    "FROM read_csv('/etc/passwd')": "file system operations are disabled",
    "FROM '/etc/passwd'": "does not exist",
    "FROM '/etc/hosts.csv'": "disabled|does not exist",
    "FROM glob('/*')": "file system operations are disabled",
    "FROM read_parquet('https://example.org/x.parquet')": "disabled",
    "ATTACH '/tmp/x.duckdb'": "ATTACH statements are refused: the warehouse is only read",
    "COPY figures TO '/tmp/x.csv'": "COPY statements are refused",
    "EXPLAIN ANALYZE COPY figures TO '/tmp/x.csv'": "file system operations are disabled",
    "EXPORT DATABASE '/tmp/x'": "EXPORT statements are refused",
    "INSTALL fts": "LOAD statements are refused",
    "LOAD '/tmp/x.so'": "LOAD statements are refused",
    "PRAGMA enable_profiling": "PRAGMA statements are refused",
    "SET memory_limit = '100GB'": "SET statements are refused",
    "CALL force_checkpoint()": "CALL statements are refused",
    "INSERT INTO runs VALUES ('x', 'x', now(), now(), 1, 1)": "INSERT statements are refused",
    "WITH x AS (SELECT 1) DELETE FROM figures": "DELETE statements are refused",
    "UPDATE figures SET surface = ''": "UPDATE statements are refused",
    "EXPLAIN ANALYZE DELETE FROM figures": "read-only",
    "CREATE TEMP TABLE x AS SELECT 1": "CREATE statements are refused",
    "DROP TABLE figures": "DROP statements are refused",
    "SELECT 1; DROP TABLE figures": "2 statements; ask one question at a time",
    "": "0 statements",
    "-- only a comment": "0 statements",
    "SELEC 1": "not SQL that DuckDB understands",
    "SELECT * FROM nowhere": "nowhere does not exist",
    "SELECT * FROM figures WHERE surface = ?": "parameters",
    "SELECT i FROM range(2000000) AS t(i)": "more than 1,000,000 rows; narrow the question",
}


@pytest.mark.parametrize(("sql", "message"), ATTACKS.items())
def test_everything_but_one_question_is_refused_with_a_reason(sql: str, message: str, published: Path) -> None:
    before = published.read_bytes()
    with pytest.raises(CrossfootError, match=message):
        query.rows(published, sql)
    assert published.read_bytes() == before


def test_a_question_that_takes_too_long_is_stopped(published: Path) -> None:
    endless = "SELECT count(*) FROM range(100000000000) AS a(i), range(1000000) AS b(j) WHERE i * j = -1"
    with pytest.raises(CrossfootError, match=r"no answer within 0.2 seconds; narrow the question"):
        query.rows(published, endless, seconds=0.2)


def test_a_question_that_needs_too_much_memory_is_stopped(published: Path) -> None:
    with pytest.raises(CrossfootError, match=r"memory|exceed"):
        query.rows(published, "SELECT list(i::VARCHAR || repeat('x', 100)) FROM range(1000000000) AS t(i)", seconds=30)


@pytest.mark.parametrize(
    "sql", ["SHOW TABLES", "DESCRIBE figures", "SUMMARIZE figures", "FROM figures", "VALUES (1)", "EXPLAIN SELECT 1", "WITH x AS (SELECT 1) FROM x"]
)
def test_questions_of_every_form_are_answered(sql: str, published: Path) -> None:
    columns, rows = query.rows(published, sql)
    assert columns
    assert rows


def test_values_go_in_as_parameters(published: Path) -> None:
    assert query.rows(published, "SELECT amount FROM figures WHERE surface = ?", ["£4.7m"]) == (["amount"], [(Decimal("4700000"),)])
    assert query.rows(published, "SELECT count(*) AS n FROM figures WHERE surface = $s", {"s": "' OR true --"}) == (["n"], [(0,)])


def test_without_a_warehouse_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CrossfootError, match="there is no warehouse yet; make one with `crossfoot run`"):
        query.rows(tmp_path / "crossfoot.duckdb", "SELECT 1")


def test_a_file_that_is_no_warehouse_is_named(tmp_path: Path) -> None:
    path = tmp_path / "crossfoot.duckdb"
    path.write_text("hello")
    with pytest.raises(CrossfootError, match="not a warehouse that can be read"):
        query.rows(path, "SELECT 1")


@pytest.mark.parametrize(("sql", "values"), [("SELECT ?", ["\udcff"]), ("SELECT '\udcff'", [])])
def test_half_a_character_is_refused(sql: str, values: list[str], published: Path) -> None:
    with pytest.raises(CrossfootError, match="not Unicode"):
        query.rows(published, sql, values)


@pytest.mark.parametrize("question", [*folder("questions"), *(f"note/{name}" for name in folder("questions/note"))])
def test_the_questions_of_the_report_are_answered(question: str, published: Path) -> None:
    sql = (folder("questions") | {f"note/{name}": sql for name, sql in folder("questions/note").items()})[question]
    [(figure,)] = query.rows(published, "SELECT figure_id FROM figures WHERE surface = '£97.6m'")[1]
    asked = dict.fromkeys(("about", "name", "document", "document_id", "called", "topic")) | {"figure_id": figure, "topics": []}
    parameters = {name: value for name, value in asked.items() if re.search(rf"\${name}\b", sql)}
    columns, _ = query.rows(published, sql, parameters)
    assert columns


def test_the_views_show_both_sides(published: Path) -> None:
    question = "SELECT verdict, left_document, right_document, gap, gap_share FROM disagreements ORDER BY verdict"
    assert query.rows(published, question)[1] == [
        ("conflicts", "a.txt", "board/p05.html", Decimal("1800000"), "1.8%"),
        ("fails", "=cmd.txt", "=cmd.txt", Decimal(1), "25%"),
    ]
    assert query.rows(published, "SELECT count(*) FROM news_figures UNION ALL SELECT count(*) FROM board_figures")[1] == [(4,), (2,)]
    assert query.rows(published, "SELECT left_surface, right_surface FROM revisions ORDER BY ALL DESC")[1] == [("£97.6m", "£4.7m"), ("£-95.7m", "£4.7m")]
