"""Origins: which prints of a number are independent of one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.warehouse.ledger import Claim, apart, ledger, readings

Keys = list[list[str]]


def told(folder: Path, *cases: Keys) -> list[tuple[dict[tuple[int, int], int], int]]:
    """Of each case the origins of every pair of documents that print one number, and of the number; document i has the keys keys[i]."""
    claims = [claim for place, keys in enumerate(cases) for claim in apart(place, prints(place, keys))]
    with ledger(folder, readings(claims)) as connection:
        pairs = connection.execute("SELECT left_surface, right_surface, origins FROM compared").fetchall()
        confirmed = dict(connection.execute("SELECT organisation, origins FROM confirmations").fetchall())
    found: list[dict[tuple[int, int], int]] = [{} for _ in cases]
    for left, right, origins in pairs:
        (place, one), (_, other) = (map(int, surface[1:].split(".")) for surface in (left, right))
        found[place][one, other] = origins
    return [(own, confirmed[f"ods:{place} NHS Trust"]) for place, own in enumerate(found)]


def prints(place: int, keys: Keys) -> list[Claim]:
    return [
        {
            "name": str(i),
            "amount": "1",
            "document": f"{place}/{i:03}.txt",
            "organisation": f"ods:{place}",
            "published_at": f"2019-07-{i + 1:02}",
            "clues": [["source", f"{place}{key}"] for key in own],
        }
        for i, own in enumerate(keys)
    ]


def test_a_shared_key_makes_one_origin_and_sharing_is_not_handed_on(tmp_path: Path) -> None:
    """A paper that quotes another once does not make all stories of the two papers one."""
    [(pairs, confirmed)] = told(tmp_path, [["post"], ["monitor"], ["post", "monitor"]])
    assert pairs == {(0, 1): 2, (0, 2): 1, (1, 2): 1}
    assert confirmed == 2


def test_a_story_without_a_key_is_an_origin_of_its_own(tmp_path: Path) -> None:
    assert told(tmp_path, [[], [], ["a"]])[0][1] == 3


# a ledger costs more than its cases
@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(st.lists(st.lists(st.sampled_from("abcdef"), max_size=2), min_size=2, max_size=8), min_size=15, max_size=20))
def test_random_keys_against_a_count_by_hand(tmp_path_factory: pytest.TempPathFactory, cases: list[Keys]) -> None:
    for keys, (pairs, _) in zip(cases, told(tmp_path_factory.mktemp("origins"), *cases), strict=True):
        assert len(pairs) == len(keys) * (len(keys) - 1) // 2
        for (left, right), origins in pairs.items():
            assert origins == (1 if {*keys[left]} & {*keys[right]} else 2)


def test_one_address_is_one_origin_and_the_reason_is_kept(tmp_path: Path) -> None:
    address = "https://newsroom.example/a01"
    claims = [{"name": name, "amount": "1", "document": f"{name}.txt", "url": address} for name in "ab"]
    with ledger(tmp_path, readings(claims)) as connection:
        assert connection.execute("SELECT origins FROM compared").fetchall() == [(1,)]
        assert connection.execute("SELECT DISTINCT kind, key FROM origins WHERE kind <> 'itself'").fetchall() == [("address", "newsroom.example/a01")]


def test_a_source_of_one_figure_is_none_of_the_others(tmp_path: Path) -> None:
    claims = [
        {"name": f"{document}{amount}", "amount": amount, "document": f"{document}.txt", "own_clues": [["named source", "hsj"]] if amount == "1" else []}
        for document in "ab"
        for amount in "12"
    ]
    with ledger(tmp_path, readings(claims)) as connection:
        found = connection.execute("SELECT left_surface, right_surface, origins FROM compared WHERE left_document <> right_document").fetchall()
    assert {frozenset((left, right)): origins for left, right, origins in found if left[-1] == right[-1]} == {
        frozenset(("£a1", "£b1")): 1,
        frozenset(("£a2", "£b2")): 2,
    }


def test_a_source_of_a_figure_meets_the_publisher_of_a_story(tmp_path: Path) -> None:
    """One paper quotes the other for this number."""
    claims = [
        {"name": "a", "amount": "1", "document": "a.txt", "clues": [["publisher", "hsj"]]},
        {"name": "b", "amount": "1", "document": "b.txt", "own_clues": [["named source", "hsj"]]},
    ]
    with ledger(tmp_path, readings(claims)) as connection:
        assert connection.execute("SELECT origins FROM compared").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("days", "keys"),
    [
        (["2019-07-01", "2019-07-20", "2019-08-15"], ["letter:x:2019-07-01"] * 3),
        (["2019-07-01", "2019-10-01"], ["letter:x:2019-07-01", "letter:x:2019-10-01"]),
        (["2019-07-01", None], ["letter:x", "letter:x:2019-07-01"]),
        ([None, None], ["letter:x", "letter:x"]),
    ],
    ids=["one after another", "after a while", "one without a date", "both without a date"],
)
def test_a_letter_is_another_one_after_a_while(days: list[str | None], keys: list[str], tmp_path: Path) -> None:
    claims = [{"name": str(i), "amount": "1", "document": f"{i}.txt", "published_at": day, "clues": [["letter", "letter:x"]]} for i, day in enumerate(days)]
    with ledger(tmp_path, readings(claims)) as connection:
        assert [key for (key,) in connection.execute("SELECT key FROM origins WHERE kind = 'letter' ORDER BY ALL").fetchall()] == keys


def test_a_body_s_papers_are_one_origin_whenever(tmp_path: Path) -> None:
    claims = [
        {"name": str(i), "amount": "1", "document": f"{i}.txt", "published_at": f"201{i}-07-01", "clues": [["paper", "papers:ods:AAA"]]} for i in range(2)
    ]
    with ledger(tmp_path, readings(claims)) as connection:
        assert connection.execute("SELECT count(DISTINCT key) FROM origins WHERE kind = 'paper'").fetchall() == [(1,)]
