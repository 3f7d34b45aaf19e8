"""Bodies that are part of others, or became others: their numbers meet, and the verdict says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.ledger import Claim, empty, readings, verdicts
from warehouse import shards
from warehouse.load import load
from warehouse.reconcile import reconcile

REGISTER = {
    "organisations": """id,name,kind,opened,closed,parent_id
x:one,One CCG,ccg,2013-04-01,2020-03-31,
x:two,Two CCG,ccg,2013-04-01,2020-03-31,
x:both,Both CCG,ccg,2020-04-01,2022-06-30,
x:board,Both ICB,icb,2022-07-01,,
x:system,The System,stp,2016-04-01,,
x:region,The Region,region,2016-04-01,,
x:firm,The Firm,company,,,x:holding
x:holding,The Holding,company,,,
""",
    "successions": """predecessor_id,successor_id,date,kind
x:one,x:both,2020-04-01,merger
x:two,x:both,2020-04-01,merger
x:both,x:board,2022-07-01,statutory_replacement
""",
    "memberships": """member_id,group_id,start,end,role
x:one,x:system,2016-04-01,2018-03-31,commissioner
x:system,x:region,2016-04-01,,partner
""",
    "aliases": "id,alias,kind,valid_from,valid_to,ambiguous\n",
}
CASES: list[tuple[str, list[Claim], str | None, str]] = [
    (
        "a member within its group, at a time when it was one",
        [{"organisation": "x:one", "amount": "5", "period": "2017-18"}, {"organisation": "x:system", "amount": "40", "period": "2017-18"}],
        "different_measure",
        "which belongs to it",
    ),
    (
        "a member within the group of its group, of the same number",
        [{"organisation": "x:one", "amount": "5", "period": "2017-18"}, {"organisation": "x:region", "amount": "5", "period": "2017-18"}],
        "different_measure",
        "which belongs to it",
    ),
    (
        "a member within its group, of one document that leaves both times open",
        [
            {"organisation": "x:one", "amount": "5", "period": None, "published_at": "2017-05-01", "document": "one.txt"},
            {"organisation": "x:system", "amount": "40", "period": None, "published_at": "2017-05-01", "document": "one.txt"},
        ],
        "different_measure",
        "which belongs to it",
    ),
    (
        "one that had left the group by then",
        [{"organisation": "x:one", "amount": "5", "period": "2019-20"}, {"organisation": "x:system", "amount": "40", "period": "2019-20"}],
        None,
        "",
    ),
    (
        "two measures of a member and its group",
        [{"organisation": "x:one", "amount": "5", "period": "2017-18"}, {"organisation": "x:system", "amount": "40", "period": "2017-18", "measure": "saving"}],
        None,
        "",
    ),
    (
        "one of two that were merged",
        [{"organisation": "x:one", "amount": "5", "period": "2017-18"}, {"organisation": "x:both", "amount": "12", "period": "2017-18"}],
        "different_measure",
        "a part of it by law",
    ),
    (
        "the same number of one of two that were merged, printed under the name of what they became",
        [{"organisation": "x:one", "amount": "5", "period": "2017-18"}, {"organisation": "x:both", "amount": "5", "period": "2017-18"}],
        "agrees",
        "",
    ),
    (
        "two that were merged are not one another",
        [{"organisation": "x:one", "amount": "5", "period": "2017-18"}, {"organisation": "x:two", "amount": "5", "period": "2017-18"}],
        None,
        "",
    ),
    (
        "one that only got another name is one body",
        [{"organisation": "x:both", "amount": "5", "period": "2021-22"}, {"organisation": "x:board", "amount": "7", "period": "2021-22"}],
        "conflicts",
        "are one body by succession",
    ),
    (
        "a company within its holding",
        [{"organisation": "x:firm", "amount": "5", "period": "2021-22"}, {"organisation": "x:holding", "amount": "7", "period": "2021-22"}],
        "different_measure",
        "which belongs to it",
    ),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """All cases in one warehouse; what tells them apart is a currency of their own."""
    folder = tmp_path_factory.mktemp("register")
    for name, rows in REGISTER.items():
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
    told = [
        {**claim, "name": f"{place}{side}", "document": claim.get("document", f"{place}{side}.txt"), "currency": f"X{place:02}"}
        for place, (_, claims, _, _) in enumerate(CASES)
        for side, claim in zip("lr", claims, strict=True)
    ]
    shards.write(readings(told), [], folder / "shards")
    with empty() as connection:
        load(connection, folder / "shards", folder)
        reconcile(connection)
        yield connection


@pytest.mark.parametrize("place", range(len(CASES)), ids=[name for name, *_ in CASES])
def test_kin(ledger: duckdb.DuckDBPyConnection, place: int) -> None:
    _, _, verdict, words = CASES[place]
    found = {pair: told for pair, told in verdicts(ledger).items() if pair[0].startswith(f"{place}")}
    assert [told for told, *_ in found.values()] == ([verdict] if verdict else [])
    assert all(words in explanation for _, _, explanation, _ in found.values())


MEMBERS = [
    {"organisation": "x:a", "amount": "7", "measure": "surplus"},
    {"organisation": "x:b", "amount": "12", "interval": ["11.5", "12.5"]},
    {"organisation": "x:group", "amount": "5", "interval": ["4.5", "5.5"]},
    {"organisation": "x:a", "amount": "3", "period": "2019-20"},
    {"organisation": "x:b", "amount": "4", "period": "2019-20"},
    {"organisation": "x:group", "amount": "9", "period": "2019-20"},
    {"organisation": "x:a", "amount": "3", "period": "2020-21"},
    {"organisation": "x:group", "amount": "9", "period": "2020-21"},
    {"organisation": "x:a", "amount": "3", "period": "2021-22", "basis": "forecast"},
    {"organisation": "x:group", "amount": "3", "period": "2021-22"},
]


def test_members_are_added_up_against_their_group(tmp_path: Path) -> None:
    (tmp_path / "organisations.csv").write_text(
        "id,name,kind,opened,closed,parent_id\nx:a,A,trust,,,\nx:b,B,trust,,,\nx:c,C,council,,,\nx:group,G,stp,,,\n", encoding="utf-8"
    )
    (tmp_path / "memberships.csv").write_text(
        "member_id,group_id,start,end,role\nx:a,x:group,,,provider\nx:b,x:group,,,commissioner\nx:c,x:group,,,council\n", encoding="utf-8"
    )
    (tmp_path / "successions.csv").write_text("predecessor_id,successor_id,date,kind\n", encoding="utf-8")
    (tmp_path / "aliases.csv").write_text(REGISTER["aliases"], encoding="utf-8")
    told = [{**claim, "name": str(place), "document": f"{place}.txt"} for place, claim in enumerate(MEMBERS)]
    shards.write(readings(told), [], tmp_path / "shards")
    with empty() as connection:
        load(connection, tmp_path / "shards", tmp_path)
        reconcile(connection)
        found = connection.execute("SELECT period, verdict, difference, explanation FROM sums_across ORDER BY period").fetchall()
    assert [row[:3] for row in found] == [("2018-19", "holds", 0), ("2019-20", "fails", 2), ("2020-21", "not_comparable", 6)]
    assert found[1][3] == "x:group NHS Trust · deficit · 2019-20: its 2 members together make £7, and of the whole £9 is reported: £2 apart."
    assert found[2][3] == "x:group NHS Trust · deficit · 2020-21: of 2 members 1 is known, together £3 of £9; unknown: B."
