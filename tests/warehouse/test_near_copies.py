"""Near copies: stories that share most of their words are one origin, by edges that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.model import Reading
from tests.warehouse.ledger import REGISTER, empty, ledger, readings
from warehouse import shards
from warehouse.load import load
from warehouse.reconcile import reconcile
from warehouse.statements import folder

Edge = tuple[str, str, float]


def stories(*hashes: list[int], of_one_body: bool = False) -> list[Reading]:
    """One story each, a day apart, in the order given; of bodies of their own, so that nothing else about them is compared."""
    claims = [{"name": f"{i:03}", "amount": "1", "document": f"{i:03}", "shingles": own} for i, own in enumerate(hashes)]
    for i, claim in enumerate(claims):
        claim |= {"published_at": f"2019-{1 + i // 28:02}-{1 + i % 28:02}"} | ({} if of_one_body else {"organisation": f"body {i}"})
    return readings(claims)


def long(*numbers: int) -> list[int]:
    """Hashes that a sample keeps."""
    return [8 * number for number in numbers]


def edges(connection: duckdb.DuckDBPyConnection) -> list[Edge]:
    found = connection.execute("""
        SELECT l.name, r.name, containment::VARCHAR
        FROM near_copies JOIN documents AS l ON l.document_id = left_document_id JOIN documents AS r ON r.document_id = right_document_id
        ORDER BY ALL""")
    return [(left, right, float(share)) for left, right, share in found.fetchall()]


def clusters(connection: duckdb.DuckDBPyConnection) -> list[set[str]]:
    """The names of the stories that share an origin as near copies, a set each, led by the earliest."""
    found = connection.execute("""
        SELECT split_part(key, '/', 1) = min_by(document_id, name), list(name)
        FROM origins JOIN documents USING (document_id) WHERE origins.kind = 'near copy' GROUP BY key ORDER BY min(name)""").fetchall()
    assert all(led_by_the_earliest for led_by_the_earliest, _ in found)
    return [set(names) for _, names in found]


def test_edges_keep_their_share_and_chains_are_one_origin(tmp_path: Path) -> None:
    one, other, third = long(*range(1, 11)), long(*range(6, 16)), long(*range(11, 21))
    with ledger(tmp_path, stories(one, other, third, long(*range(30, 40)), of_one_body=True)) as connection:
        assert edges(connection) == [("000", "001", 0.5), ("001", "002", 0.5)]
        assert clusters(connection) == [{"000", "001", "002"}]
        assert {origins for (origins,) in connection.execute("SELECT origins FROM compared WHERE '003' NOT IN (left_document, right_document)").fetchall()} == {
            1
        }
        assert {origins for (origins,) in connection.execute("SELECT origins FROM compared WHERE '003' IN (left_document, right_document)").fetchall()} == {2}


@pytest.mark.parametrize(("shared", "copies"), [(3, []), (4, [("000", "001", 0.4)])])
def test_two_of_five_shared_words_make_a_near_copy(shared: int, copies: list[Edge], tmp_path: Path) -> None:
    with ledger(tmp_path, stories(long(*range(1, 11)), long(*range(1, shared + 1), *range(20, 30 - shared)))) as connection:
        assert edges(connection) == copies


def test_of_a_long_and_a_short_story_the_sample_counts(tmp_path: Path) -> None:
    """The short one keeps hashes that the long one was never sampled for."""
    with ledger(tmp_path, stories(long(*range(1, 41)), [*range(8, 48)], [*range(8, 24)])) as connection:
        assert edges(connection) == [("000", "001", 1.0), ("001", "002", 1.0)]


def test_boiler_plate_of_many_texts_is_no_copying(tmp_path: Path) -> None:
    with ledger(tmp_path, stories(*(long(*range(1, 21), *range(100 * i, 100 * i + 5)) for i in range(1, 53)))) as connection:
        assert edges(connection) == []


def test_a_text_that_many_print_word_for_word_is_one_origin(tmp_path: Path) -> None:
    with ledger(tmp_path, stories(*[long(*range(1, 21))] * 60)) as connection:
        assert [(left, share) for left, _, share in edges(connection)] == [("000", 1.0)] * 59
        assert [len(cluster) for cluster in clusters(connection)] == [60]


def test_a_batch_that_is_added_gives_what_all_at_once_gives(tmp_path: Path) -> None:
    made = stories(long(*range(6, 16)), long(*range(40, 50)), long(*range(1, 11)), long(*range(42, 52)))
    with empty() as connection:
        for batch in (made[2:], made[:2]):
            shards.write(batch, [], tmp_path / "batches")
            load(connection, tmp_path / "batches", REGISTER)
            reconcile(connection)
        added = edges(connection), clusters(connection), connection.execute("FROM origins ORDER BY ALL").fetchall()
    with ledger(tmp_path / "at once", made) as connection:
        assert added == (edges(connection), clusters(connection), connection.execute("FROM origins ORDER BY ALL").fetchall())


@pytest.fixture(scope="module")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of twelve stories, whose words each example changes."""
    with ledger(tmp_path_factory.mktemp("dozen"), stories(*[[]] * 12)) as connection:
        yield connection


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(st.sets(st.integers(1, 25), min_size=5, max_size=8), min_size=2, max_size=12))
def test_random_texts_against_a_count_by_hand(dozen: duckdb.DuckDBPyConnection, texts: list[set[int]]) -> None:
    pairs = {(i, j) for i, one in enumerate(texts) for j, other in enumerate(texts) if i < j and len(one & other) >= 0.4 * min(len(one), len(other))}
    joined: dict[int, set[int]] = {i: {i} for i in range(len(texts))}
    for i, j in pairs:
        whole = joined[i] | joined[j]
        for k in whole:
            joined[k] = whole
    dozen.execute("DELETE FROM shingles")
    # hashes are far apart: of small numbers several have one sum
    rows = [(f"{i:03}", 8 * number**9) for i, text in enumerate(texts) for number in text]
    dozen.executemany("INSERT INTO shingles SELECT document_id, 0, $2 FROM documents WHERE name = $1", rows)
    for step in ("near_copies", "origins"):
        dozen.execute(folder("reconciling")[step])
    assert clusters(dozen) == [{f"{k:03}" for k in cluster} for i, cluster in joined.items() if len(cluster) > 1 and min(cluster) == i]
