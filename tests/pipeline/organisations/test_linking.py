"""Which organisations a text mentions, and which body of the register each of them is."""

import datetime
import itertools
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.organisations import find_organisations
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.names import LikelyName
from pipeline.registry import load

CASES = [json.loads(line) for line in Path(__file__).with_name("linking.jsonl").read_text(encoding="utf-8").splitlines()]
PIECES = st.sampled_from(
    [
        "the trust",
        "The CCG",
        "STP",
        "NHS England",
        "Norfolk and Waveney",
        "Norfolk",
        "QEH",
        "five STPs",
        "(STP)",
        "(",
        ")",
        " and ",
        "&",
        "’s",
        "'",
        "\n\n",
        "\u00a0",
        "İ",
        "ﬁ",
        "🏥",
        "\t",
        ".",
    ]
)
HOSTILE = st.lists(PIECES | st.text(max_size=8), max_size=25).map(lambda pieces: " ".join(pieces))


def likely(text: str, names: list[str]) -> list[LikelyName]:
    return [LikelyName(text.index(name), text.index(name) + len(name)) for name in names]


def marked(case: dict) -> object:
    marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
    return pytest.param(case, id=case["trap"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_finds_and_links(case: dict) -> None:
    on = datetime.date.fromisoformat(case["on"]) if case["on"] else None
    found = find_organisations(case["text"], load(), on, likely(case["text"], case.get("proposed", [])))
    assert [{"surface": m.surface, "id": m.organisation.id, "name": m.organisation.name} for m in found] == case["mentions"]


def test_every_trap_has_a_name_of_its_own() -> None:
    assert len({case["trap"] for case in CASES}) == len(CASES) >= 120


@settings(deadline=None)
@given(HOSTILE, st.none() | st.dates(), st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=4))
def test_mentions_are_slices_in_order_and_apart(text: str, on: datetime.date | None, names: list[tuple[int, int]]) -> None:
    proposed = [LikelyName(start, end) for start, end in names if 0 <= start < end <= len(text)]
    found = find_organisations(text, load(), on, proposed)
    assert all(text[m.start : m.end] == m.surface for m in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@settings(deadline=None)
@given(HOSTILE)
def test_every_id_is_in_the_register_and_every_mention_says_how_it_was_linked(text: str) -> None:
    for mention in find_organisations(text, load()):
        assert mention.confidence == CONFIDENCE[mention.rule]  # no names are proposed, which have a probability of their own
        assert mention.organisation.id is None or mention.organisation.id in load().bodies
        assert mention.organisation.id is None or mention.organisation.name == load().bodies[mention.organisation.id].name


def test_an_undecided_name_keeps_its_alternatives() -> None:
    (mention,) = find_organisations("Ipswich Hospital lost £3m.", load())
    assert {other.id for other in mention.alternatives} == {"ods:RGQ", "ods:RDE"}


@pytest.mark.parametrize(
    ("text", "rule", "kind"),
    [
        ("Norfolk and Waveney STP", "register name", "stp"),
        ("HVCCG", "acronym", "ccg"),
        ("The NHS in Norfolk and Waveney", "place", "stp"),
        ("West Essex CCG (WEX) met. WEX paid.", "introduced abbreviation", "ccg"),
        ("West Essex CCG (CCG) met. The CCG paid.", "introduced abbreviation", "ccg"),
        ("West Suffolk NHS Foundation Trust met. The trust paid.", "definite description", "foundation_trust"),
        ("The three acute trusts", "group", "group:trust"),
    ],
)
def test_says_by_which_rule_and_of_which_kind(text: str, rule: str, kind: str) -> None:
    last = find_organisations(text, load())[-1]
    assert (last.rule, last.kind) == (rule, kind)


@pytest.mark.parametrize("piece", ["the trust ", "NHS England ", "Norfolk and ", "Norfolk and CCGs, ", "(AB) ", "QEH ", "St. "])
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = (_calls(piece * count) for count in (200, 800))
    assert long < 5 * short


def _calls(text: str) -> int:
    """How many Python functions and built-ins are called while a text is read: a count that no busy machine changes."""
    load(), find_organisations("warm", load())
    count = 0

    def tally(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        find_organisations(text, load())
    finally:
        sys.setprofile(None)
    return count
