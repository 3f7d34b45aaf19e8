"""Origins: which prints of a number are independent of one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.warehouse.ledger import ledger, readings


def told(folder: Path, keys: list[list[str]]) -> tuple[dict[tuple[int, int], int], int]:
    """The origins of every pair of documents that print one number, and of the number; document i has the keys keys[i]."""
    claims = [
        {"name": str(i), "amount": "1", "document": f"{i:03}.txt", "published_at": f"2019-07-{i + 1:02}", "clues": [["source", key] for key in own]}
        for i, own in enumerate(keys)
    ]
    with ledger(folder, readings(claims)) as connection:
        pairs = connection.execute("SELECT left_surface, right_surface, origins FROM compared").fetchall()
        [(confirmed,)] = connection.execute("SELECT origins FROM confirmations").fetchall()
    return {(int(left[1:]), int(right[1:])): origins for left, right, origins in pairs}, confirmed


def test_a_shared_key_makes_one_origin_and_sharing_is_not_handed_on(tmp_path: Path) -> None:
    """A paper that quotes another once does not make all stories of the two papers one."""
    pairs, confirmed = told(tmp_path, [["post"], ["monitor"], ["post", "monitor"]])
    assert pairs == {(0, 1): 2, (0, 2): 1, (1, 2): 1}
    assert confirmed == 2


def test_a_story_without_a_key_is_an_origin_of_its_own(tmp_path: Path) -> None:
    assert told(tmp_path, [[], [], ["a"]])[1] == 3


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=2), min_size=2, max_size=8))
def test_random_keys_against_a_count_by_hand(tmp_path_factory: pytest.TempPathFactory, keys: list[list[str]]) -> None:
    pairs, _ = told(tmp_path_factory.mktemp("origins"), keys)
    assert pairs
    for (left, right), origins in pairs.items():
        assert origins == (1 if {*keys[left]} & {*keys[right]} else 2)


def test_one_address_is_one_origin_and_the_reason_is_kept(tmp_path: Path) -> None:
    address = "https://newsroom.example/a01"
    claims = [{"name": name, "amount": "1", "document": f"{name}.txt", "url": address} for name in "ab"]
    with ledger(tmp_path, readings(claims)) as connection:
        assert connection.execute("SELECT origins FROM reconciliations").fetchall() == [(1,)]
        assert connection.execute("SELECT DISTINCT kind, key FROM origins WHERE kind <> 'itself'").fetchall() == [("address", address)]
