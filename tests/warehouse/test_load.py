"""Building: idempotent, the same from any cut into batches, and a kill leaves the published warehouse as it was."""

from __future__ import annotations

import datetime
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import CrossfootError, RegisterError
from tests.warehouse.conftest import CLAIMS, SUMS, make
from tests.warehouse.ledger import REGISTER, empty, readings
from warehouse import export, load, publish, query, shards
from warehouse.reconcile import reconcile

BUILD = """
import sys
from pathlib import Path
from warehouse import load
home = Path(sys.argv[1])
print("building", flush=True)
while True:
    load.build(home / "shards", Path(sys.argv[2]), home / "next.duckdb", "0.2.0")
    print("built", flush=True)
"""

# tables that name claims and stories by their rows, which are in the order of the shards, and the views that spell them out
BY_ROW = {"publications", "sayings", "assertion_counts", "origin_keys"}
SPELLED_OUT = ("claim_assertions", "assertions", "topics", "origins")


def contents(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY 1").fetchall()
    return {name: connection.execute(f'FROM "{name}" ORDER BY ALL').fetchall() for (name,) in names}


def exported(home: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in export.export(make(home), home / "out")}


def test_loading_and_reconciling_twice_changes_no_row(tmp_path: Path) -> None:
    shards.write(readings(CLAIMS, SUMS), [shards.Refused("x.bin", None, "not text")], tmp_path)
    with empty() as connection:
        load.load(connection, tmp_path, REGISTER)
        reconcile(connection)
        once = contents(connection)
        load.load(connection, tmp_path, REGISTER)
        reconcile(connection)
        assert contents(connection) == once
        assert len(once["figures"]) == len(CLAIMS)
        assert len(once["organisations"]) == 3


def test_a_document_in_two_shards_stays_once_whatever_the_batches(tmp_path: Path) -> None:
    made = readings(CLAIMS, SUMS)
    found = []
    for name, batches in {"one": [made], "overlapping": [made[:2], made[1:]], "single": [[reading] for reading in made]}.items():
        for batch in batches:
            shards.write(batch, [], tmp_path / name)
        load.build(tmp_path / name, REGISTER, tmp_path / f"{name}.duckdb", "0.1.0")
        with duckdb.connect(tmp_path / f"{name}.duckdb", read_only=True) as connection:
            rows = contents(connection) | {view: connection.execute(f"FROM {view} ORDER BY ALL").fetchall() for view in SPELLED_OUT}
            found.append({table: rows[table] for table in rows.keys() - BY_ROW - {"runs"}})
    assert found[0] == found[1] == found[2]


def test_two_homes_export_the_same_bytes(tmp_path: Path) -> None:
    assert exported(tmp_path / "one") == exported(tmp_path / "two with [a] * in its name")


def test_no_shards_make_an_empty_warehouse(tmp_path: Path) -> None:
    load.build(tmp_path / "none", REGISTER, tmp_path / "next.duckdb", "0.1.0")
    with pytest.raises(CrossfootError, match="only 0 documents, and at least 1 were expected"):
        publish.publish(tmp_path / "next.duckdb", tmp_path, 1)


def test_what_a_run_could_not_take_is_quarantined_by_that_run_alone(tmp_path: Path) -> None:
    shards.write(readings(CLAIMS), [], tmp_path / "shards")
    refused = shards.Refused("locked/", None, "permission denied", "chmod")
    for not_taken, expected in (([refused], [("locked/", None, "permission denied", "chmod")]), ([], [])):
        load.build(tmp_path / "shards", REGISTER, tmp_path / "next.duckdb", "0.1.0", not_taken)
        with duckdb.connect(tmp_path / "next.duckdb", read_only=True) as connection:
            assert connection.execute("FROM quarantine").fetchall() == expected


def test_a_broken_shard_is_named(tmp_path: Path) -> None:
    shard = shards.write(readings(CLAIMS), [], tmp_path / "shards")
    (shard / "figures.parquet").write_bytes(b"not parquet")
    with pytest.raises(CrossfootError, match=rf"(?s){shard.name}: cannot be loaded .*figures.parquet.*; delete it and run again"):
        load.build(tmp_path / "shards", REGISTER, tmp_path / "next.duckdb", "0.1.0")


def test_a_broken_register_is_named(tmp_path: Path) -> None:
    for file in REGISTER.iterdir():
        (tmp_path / file.name).write_text(file.read_text().replace("2001-04-01", "last spring"))
    with pytest.raises(RegisterError, match=r"(?s)cannot be loaded .*last spring"):
        load.build(tmp_path / "none", tmp_path, tmp_path / "next.duckdb", "0.1.0")


@pytest.mark.parametrize("seconds", [0, 0.15, 0.5, 0.9])
def test_a_killed_build_leaves_the_published_warehouse_and_the_next_one_completes(seconds: float, tmp_path: Path, published: Path) -> None:
    home = Path(shutil.copytree(published.parent, tmp_path / "home"))
    before = published.read_bytes()
    with subprocess.Popen([sys.executable, "-c", BUILD, home, REGISTER], stdout=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stdout.readline() == b"building\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    assert (home / "crossfoot.duckdb").read_bytes() == before
    make(home)
    assert {path.name for path in home.iterdir()} == {"shards", "crossfoot.duckdb"}
    assert query.rows(home / "crossfoot.duckdb", "SELECT count(*) FROM figures")[1] == [(len(CLAIMS),)]


def test_what_a_home_adds_is_beside_the_register_once(tmp_path: Path) -> None:
    day = datetime.datetime(2026, 1, 2, 3, 4, 5)
    decision = {"position": 1, "decided_at": day, "decided_by": "me", "verdict": "confirm", "name": "FHT", "organisation_id": "mine:x"}
    added = {
        "organisations": [{"organisation_id": "mine:x", "name": "Mine", "kind": "trust"}],
        "aliases": [{"organisation_id": "mine:x", "alias": "Ours", "kind": "short", "is_ambiguous": False}],
        "link_decisions": [decision],
        "judgements_made": [{"position": 1, "decided_at": day, "decided_by": "me", "verdict": "same", "topic_id": "ab" * 8}],
    }
    with empty() as connection:
        for _ in range(2):
            load.load(connection, tmp_path, REGISTER, added)
        assert connection.execute("FROM organisations WHERE organisation_id = 'mine:x'").fetchall() == [("mine:x", "Mine", "trust", None, None, None)]
        assert connection.execute("FROM aliases WHERE organisation_id = 'mine:x'").fetchall() == [("mine:x", "Ours", "short", None, None, False)]
        assert connection.execute("FROM link_decisions").fetchall() == [(1, day, "me", "confirm", "FHT", "mine:x", None, None, None)]
        assert connection.execute("SELECT decided_by, topic_id FROM judgements_made").fetchall() == [("me", "ab" * 8)]
