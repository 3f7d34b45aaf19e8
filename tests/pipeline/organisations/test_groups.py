"""Which words name several organisations at once, and who belongs to them on the day."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.attribution.bodies import main_body
from pipeline.model import MentionForm, OrganisationMention
from pipeline.organisations import find_organisations
from pipeline.organisations.names import LikelyName
from pipeline.registry import load

CASES = [json.loads(line) for line in Path(__file__).with_name("groups.jsonl").read_text(encoding="utf-8").splitlines()]
SYSTEMS = ("Norfolk and Waveney STP", "Cambridgeshire and Peterborough STP", "West Yorkshire and Harrogate STP")
NOUNS = ("acute", "trusts", "CCGs", "systems", "firms", "BDO and EY", ".")
PIECES = (*SYSTEMS, *NOUNS, "Norfolk's", "two", "three", "five", "all", "both", "the other", "the area's")


def groups(text: str, on: str | None, names: list[str]) -> list[OrganisationMention]:
    day = datetime.date.fromisoformat(on) if on else None
    likely = [LikelyName(text.index(name), text.index(name) + len(name)) for name in names]
    return [mention for mention in find_organisations(text, load(), day, likely) if mention.form is MentionForm.GROUP]


def told(mention: OrganisationMention, wanted: dict) -> dict:
    """A group as the table tells it: its members by id or name, or only how many they are."""
    members: list | int = [body.id or body.name for body in mention.members]
    if isinstance(wanted.get("members"), int):
        members = len(mention.members)
    return {"surface": mention.surface, "id": mention.organisation.id, "name": mention.organisation.name, "members": members}


def marked(case: dict) -> object:
    marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
    return pytest.param(case, id=case["trap"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_finds_groups_and_their_members(case: dict) -> None:
    found = groups(case["text"], case["on"], case.get("proposed", []))
    wanted = case["groups"] + [{}] * (len(found) - len(case["groups"]))
    assert [told(mention, row) for mention, row in zip(found, wanted, strict=False)] == case["groups"]


def test_every_trap_has_a_name_of_its_own() -> None:
    assert len({case["trap"] for case in CASES}) == len(CASES) >= 90


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join), st.sampled_from(["2016-06-30", "2019-10-01", "2022-10-01", None]))
def test_members_are_several_distinct_and_as_many_as_one_number_says(text: str, on: str | None) -> None:
    for group in groups(text, on, []):
        assert len(set(group.members)) == len(group.members) != 1
        assert all(body.id is None or load().bodies[body.id].name == body.name for body in group.members)
        counts = [number for number, word in ((2, "two"), (2, "both"), (3, "three"), (5, "five")) if word in group.surface.casefold().split()]
        assert not group.members or counts in ([], [len(group.members)])


def test_a_story_is_about_one_body_rather_than_about_the_groups_that_it_belongs_to() -> None:
    text = "Norfolk and Waveney STP is short. Six trusts met. Six trusts agreed. Three CCGs stayed away."
    main = main_body(find_organisations(text, load()), headline_end=0)
    assert main
    assert main.organisation.id == "ods:QMM"
