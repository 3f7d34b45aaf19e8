"""Origins: stories that share a key or an address have one, directly or through others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.warehouse.ledger import ledger, readings


def origins(folder: Path, keys: list[list[str]]) -> list[set[int]]:
    """The groups of documents, where document i has the keys keys[i]."""
    claims = [{"name": str(i), "amount": "1", "document": f"{i:03}.txt", "clues": [["source", key] for key in own]} for i, own in enumerate(keys)]
    with ledger(folder, readings(claims)) as connection:
        found = connection.execute("SELECT list(name::VARCHAR) FROM origins JOIN documents USING (document_id) GROUP BY origin_id").fetchall()
    return sorted(({int(name[:3]) for name in names} for (names,) in found), key=min)


def test_a_chain_is_one_origin_and_a_stranger_another(tmp_path: Path) -> None:
    assert origins(tmp_path, [["a"], ["a", "b"], ["b", "c"], ["c"], ["z"], []]) == [{0, 1, 2, 3}, {4}, {5}]


def test_a_long_chain(tmp_path: Path) -> None:
    assert origins(tmp_path, [[f"k{i}", f"k{i + 1}"] for i in range(60)]) == [{*range(60)}]


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=2), min_size=3, max_size=12))
def test_random_graphs_against_a_union_by_hand(tmp_path_factory: pytest.TempPathFactory, keys: list[list[str]]) -> None:
    groups: list[tuple[set[int], set[str]]] = []
    for document, own in enumerate(keys):
        joined = [group for group in groups if group[1] & {*own}]
        merged = ({document}.union(*(group[0] for group in joined)), {*own}.union(*(group[1] for group in joined)))
        groups = [group for group in groups if group not in joined] + [merged]
    assert origins(tmp_path_factory.mktemp("graph"), keys) == sorted((documents for documents, _ in groups), key=min)


def test_one_address_is_one_origin_and_every_link_says_why(tmp_path: Path) -> None:
    address = "https://newsroom.example/a01"
    claims = [{"name": name, "amount": "1", "document": f"{name}.txt", "url": address} for name in "ab"]
    with ledger(tmp_path, readings(claims)) as connection:
        assert connection.execute("SELECT origins FROM reconciliations").fetchall() == [(1,)]
        assert connection.execute("SELECT kind, key FROM origin_links").fetchall() == [("url", address)]
