"""Versions of one article: which supersedes which, and what is known as of a day."""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.model import Byline, Document, Reading, Story
from tests.warehouse.ledger import REGISTER, Claim, empty, ledger, readings, verdicts
from warehouse import shards
from warehouse.load import load
from warehouse.reconcile import reconcile

CASES = [json.loads(line) for line in (Path(__file__).parent / "versions.jsonl").read_text("utf-8").splitlines()]
PAGE = {"publisher": "Wensum Post", "published_at": "2019-07-01", "url": "https://post.example/deficit"}
ARTICLE = [
    {"name": "48.2", "amount": "48.2", "document": "one.html", **PAGE},
    {"name": "48", "amount": "48", "document": "echo.html", "publisher": "Fen Echo", "published_at": "2019-07-03"},
    {"name": "42", "amount": "42", "document": "two.html", "modified_at": "2019-07-10T10:00", **PAGE},
]
KNOWN = "SELECT topic_id, title, said, claims, stories, assertions, origins, first_published_on, last_published_on, best_assertion_id FROM"
SAID = "JOIN (SELECT assertion_id, said FROM assertions) ON assertion_id = best_assertion_id"
DAYS = ["2019-07-01", "2019-07-02", "2019-07-03"]


@functools.cache
def cases() -> duckdb.DuckDBPyConnection:
    """One ledger of all cases: each has a site and papers of its own."""
    told = [
        {**story, "name": f"{place}.{name}", "amount": "1", "document": f"{place}.{name}", **_apart(place, story)}
        for place, case in enumerate(CASES)
        for name, story in case["stories"].items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        return ledger(Path(folder), readings(told))


def _apart(place: int, story: Claim) -> Claim:
    url = story.get("url")
    return {"url": url and url.replace("{site}", f"p{place}.example"), "publisher": f"{story.get('publisher', 'Post')} {place}"}


@pytest.mark.parametrize(("place", "case"), [pytest.param(place, case, id=case["name"]) for place, case in enumerate(CASES)])
def test_which_version_supersedes_which(place: int, case: dict[str, Any]) -> None:
    found = cases().execute("""
        SELECT older.name, newer.name, superseded_on::VARCHAR
        FROM superseded JOIN documents AS older USING (document_id) JOIN documents AS newer ON newer.document_id = by_document_id
        ORDER BY ALL""")
    own = [(older.split("."), newer.split("."), day) for older, newer, day in found.fetchall()]
    assert [[older, newer, day] for (number, older), (_, newer), day in own if number == str(place)] == case["expect"]


def test_entries_of_one_document_at_its_address_are_no_versions(tmp_path: Path) -> None:
    """The entries of a live blog."""
    blog = live_blog()
    with ledger(tmp_path, [blog]) as connection:
        assert connection.execute("SELECT count(DISTINCT url) FROM stories").fetchall() == [(1,)]
        assert connection.execute("FROM superseded").fetchall() == []


def live_blog() -> Reading:
    text = "It is £5m.\n\nIt is £6m."
    entries = [(0, 10, "2019-07-01T09:00"), (12, 22, "2019-07-01T10:00")]
    stories = tuple(Story(start, end, Byline(published_at=time, url="https://post.example/live")) for start, end, time in entries)
    return Reading(Document("ab" * 32, "live.html", "news", text, stories=stories))


def test_a_corrected_article_confirms_nothing_and_both_versions_stay(tmp_path: Path) -> None:
    with ledger(tmp_path, readings(ARTICLE)) as connection:
        pairs = {frozenset((left, right)): verdict for (left, right), (verdict, *_) in verdicts(connection).items()}
        assert pairs == {frozenset(("48.2", "42")): "revised", frozenset(("48.2", "48")): "conflicts", frozenset(("48", "42")): "conflicts"}
        assert connection.execute("SELECT claims, conflicts, contested::VARCHAR FROM topics").fetchall() == [(3, 1, "0.50")]
        assert connection.execute("SELECT amount::INTEGER FROM confirmations ORDER BY ALL").fetchall() == [(42,), (48,)]
        printed = connection.execute("SELECT surface, published_on::VARCHAR, superseded_on::VARCHAR, is_first FROM vintages").fetchall()
    assert printed == [("£48.2", "2019-07-01", "2019-07-10", True), ("£48", "2019-07-03", None, True), ("£42", "2019-07-10", None, True)]


@pytest.mark.parametrize(
    ("day", "said", "claims"),
    [("2019-06-30", None, 0), ("2019-07-01", "£48.20", 1), ("2019-07-03", "£48", 2), ("2019-07-09", "£48", 2), ("2019-07-10", "£42", 3), (None, "£42", 3)],
)
def test_what_was_known_as_of_a_day(day: str | None, said: str | None, claims: int, article: duckdb.DuckDBPyConnection) -> None:
    found = article.execute("SELECT said, claims FROM as_of($day::DATE)", {"day": day}).fetchall()
    assert found == ([(said, claims)] if said else [])


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    with ledger(tmp_path_factory.mktemp("article"), readings(ARTICLE)) as connection:
        yield connection


def test_what_nobody_dated_is_known_today_alone(tmp_path: Path) -> None:
    with ledger(tmp_path, readings([{"name": "a", "amount": "1"}])) as connection:
        assert connection.execute("SELECT said FROM as_of(NULL)").fetchall() == [("£1",)]
        assert connection.execute("FROM as_of(DATE '9999-12-31')").fetchall() == []


def test_a_version_that_comes_later_gives_what_all_at_once_gives(tmp_path: Path) -> None:
    with empty() as connection:
        for claim in ARTICLE:
            shards.write(readings([claim]), [], tmp_path / "batches")
            load(connection, tmp_path / "batches", REGISTER)
            reconcile(connection)
        added = contents(connection)
    with ledger(tmp_path / "at once", readings(ARTICLE)) as connection:
        assert added == contents(connection)


def contents(connection: duckdb.DuckDBPyConnection) -> list[list[tuple[object, ...]]]:
    return [connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in ("versions", "assertions", "topics", "reconciliations")]


@st.composite
def prints(draw: st.DrawFn) -> Claim:
    """A story of its own document, of an article that may have other versions."""
    article, published = draw(st.sampled_from("abcdefghij")), draw(st.sampled_from(DAYS))
    return {
        "amount": draw(st.sampled_from(["5", "6", "7"])),
        "basis": draw(st.sampled_from(["actual", "actual", "forecast", "plan"])),
        "organisation": draw(st.sampled_from(["ods:AAA", "ods:BBB", "ods:CCC"])),
        "period": draw(st.sampled_from(["2018-19", "2018-19", None])),
        "url": f"https://post.example/{article}",
        "clues": [["publisher", draw(st.sampled_from(["post", "echo"]))]],
        "published_at": published,
        "modified_at": draw(st.sampled_from([None, None, *DAYS])),
    }


# a ledger costs more than its stories, and shrinking one would take minutes
@settings(max_examples=2, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(prints(), min_size=20, max_size=30))
def test_the_state_of_knowledge_is_that_of_a_ledger_without_what_came_later(tmp_path_factory: pytest.TempPathFactory, drawn: list[Claim]) -> None:
    claims = [{**claim, "name": str(i), "document": f"{i:02}"} for i, claim in enumerate(drawn)]
    counted: dict[str, int] = {}
    with ledger(tmp_path_factory.mktemp("all"), readings(claims)) as whole:
        vintages = dict(whole.execute("SELECT document_name, vintage::VARCHAR FROM printings").fetchall())
        assert known(whole, "9999-12-31") == known(whole, None)
        assert known(whole, None) == whole.execute(f"{KNOWN} topics {SAID} ORDER BY ALL").fetchall()
        for day in DAYS:
            told = known(whole, day)
            by_then = readings([claim for claim in claims if vintages[claim["document"]] <= day])
            with ledger(tmp_path_factory.mktemp("then"), by_then) as then:
                assert told == known(then, None)
            claimed = {topic: claims for topic, _, _, claims, *_ in told}
            assert all(claims >= counted.get(topic, 0) for topic, claims in claimed.items())
            counted |= claimed


def known(connection: duckdb.DuckDBPyConnection, day: str | None) -> list[tuple[Any, ...]]:
    return connection.execute(f"{KNOWN} as_of($day::DATE) ORDER BY ALL", {"day": day}).fetchall()
