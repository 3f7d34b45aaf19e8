"""Who was, is and becomes whom, and who belongs to whom: through any number of steps, in circles too."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import duckdb
import pytest

from tests.warehouse.ledger import ledger, readings

# a merger of A and B into C, which is split into D and E; F gave G a part of itself; X and Y go round in a circle
BODIES = {"A": 2013, "B": 2014, "C": 2015, "D": None, "E": None, "F": None, "G": None, "X": None, "Y": None, "Z": None}
SUCCESSIONS = [
    ("A", "C", "2013-04-01", "merger"),
    ("B", "C", "2014-04-01", "merger"),
    ("C", "D", "2015-04-01", "split"),
    ("C", "E", "2015-04-01", "split"),
    ("F", "G", "2016-04-01", "split"),
    ("X", "Y", None, "merger"),
    ("Y", "X", None, "merger"),
]
MEMBERSHIPS = [("A", "X", None, "2014-03-31"), ("X", "Z", "2012-01-01", None), ("Z", "X", "2012-01-01", None), ("B", "Z", "2014-04-01", None)]
CLAIMS = [{"name": f"{i}m", "amount": f"{i}000000", "organisation": f"x:{body}", "document": f"{body}.txt"} for i, body in enumerate("ABCDEFZ", 1)]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    with ledger(tmp_path_factory.mktemp("ledger"), readings(CLAIMS)) as connection:
        bodies = [(f"x:{body}", f"The {body}’s Trust", f"{closed}-03-31" if closed else None) for body, closed in BODIES.items()]
        connection.executemany("INSERT INTO organisations VALUES (?, ?, 'trust', '2000-01-01', ?, NULL)", bodies)
        connection.executemany("INSERT INTO successions VALUES ('x:' || ?, 'x:' || ?, ?, ?)", SUCCESSIONS)
        connection.executemany("INSERT INTO memberships VALUES ('x:' || ?, 'x:' || ?, ?, ?, 'partner')", MEMBERSHIPS)
        connection.execute("INSERT INTO aliases VALUES ('x:C', 'Sea & Land', 'short', NULL, NULL, false)")
        yield connection


def ask(house: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return house.execute(sql, values).fetchall()


def test_successors_are_followed_to_the_end(house: duckdb.DuckDBPyConnection) -> None:
    found = ask(house, "SELECT successor_id[3:], generation, since FROM successor_of WHERE organisation_id = 'x:A' ORDER BY ALL")
    first, merged, split = (datetime.date(*day) for day in ((2000, 1, 1), (2013, 4, 1), (2015, 4, 1)))
    assert found == [("A", 0, first), ("C", 1, merged), ("D", 2, split), ("E", 2, split)]


@pytest.mark.parametrize(("body", "now"), [("A", "DE"), ("B", "DE"), ("C", "DE"), ("D", "D"), ("F", "FG"), ("G", "G"), ("X", ""), ("Z", "Z")])
def test_what_a_body_is_now(house: duckdb.DuckDBPyConnection, body: str, now: str) -> None:
    assert "".join(str(name) for (name,) in ask(house, "SELECT now_id[3:] FROM what_is_now WHERE organisation_id = 'x:' || ? ORDER BY 1", body)) == now


@pytest.mark.parametrize(
    ("whom", "figures"),
    [
        ("x:A", [("A.txt", 0), ("C.txt", 1), ("D.txt", 2), ("E.txt", 2)]),
        ("x:D", [("A.txt", -2), ("B.txt", -2), ("C.txt", -1), ("D.txt", 0)]),
        ("the c's trust", [("A.txt", -1), ("B.txt", -1), ("C.txt", 0), ("D.txt", 1), ("E.txt", 1)]),
        ("SEA AND LAND", [("A.txt", -1), ("B.txt", -1), ("C.txt", 0), ("D.txt", 1), ("E.txt", 1)]),
        ("x:Z", [("Z.txt", 0)]),
        ("nobody's", []),
    ],
)
def test_everything_about_a_body_and_what_it_was_and_became(house: duckdb.DuckDBPyConnection, whom: str, figures: list[tuple[str, int]]) -> None:
    assert ask(house, "SELECT document, generation FROM everything_about(?) ORDER BY ALL", whom) == figures


def test_a_circle_has_an_end(house: duckdb.DuckDBPyConnection) -> None:
    assert ask(house, "SELECT relative_id[3:], generation FROM lineage WHERE organisation_id = 'x:X' ORDER BY ALL") == [("X", 0), ("Y", 1)]


@pytest.mark.parametrize(("day", "groups"), [("2013-01-01", "XZ"), ("2014-05-01", ""), (None, "XZ")])
def test_members_of_members_belong_too_on_their_days(house: duckdb.DuckDBPyConnection, day: str | None, groups: str) -> None:
    found = ask(house, "SELECT group_id[3:], steps FROM member_of(?) WHERE member_id = 'x:A' ORDER BY steps", day)
    assert found == [(group, steps) for steps, group in enumerate(groups, 1)]
