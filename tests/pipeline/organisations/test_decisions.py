"""What persons settle about names stands, whatever the rules say: one case a line of the table."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.knowledge import Knowledge
from pipeline.language import read
from pipeline.model import LinkDecision, LinkVerdict, Organisation, OrganisationMention
from pipeline.organisations.decisions import concerning, decided
from pipeline.registry import Body, Register, load
from tests.pipeline.told import told

CASES = [json.loads(line) for line in Path(__file__).with_name("decisions.jsonl").read_text(encoding="utf-8").splitlines()]
NAMES = {"x:kings": "Queen Elizabeth Hospital King’s Lynn", "x:gates": "Gateshead Health", "x:county": "Norfolk County Council", "x:party": "A Party"}
REGISTER = Register(
    MappingProxyType({body_id: Body(body_id, name, "trust", None, None, None) for body_id, name in NAMES.items()}),
    *[MappingProxyType({}) for _ in range(3)],
    (),
)
CONFIRM, REJECT = LinkVerdict.CONFIRM, LinkVerdict.REJECT
TEXTS = st.lists(st.sampled_from(["QEH", "The QEH’s", "qeh", "Trust", "(QEH)", ".", "\n\n", "&"]) | st.text(max_size=5), max_size=15).map(" ".join)
DECISIONS = st.lists(
    st.builds(LinkDecision, st.just(CONFIRM), st.sampled_from(["QEH", "QEH Trust", "Trust", "&"]), st.sampled_from([*NAMES, None, "x:gone"]), st.just(None))
    | st.builds(LinkDecision, st.just(REJECT), st.sampled_from(["QEH", "Trust"]), st.sampled_from([*NAMES]), st.just(None)),
    max_size=6,
)


def organisation(id: str | None, surface: str) -> Organisation:
    return Organisation(id, NAMES[id] if id else surface)


def mentions(text: str, found: list) -> list[OrganisationMention]:
    made: list[OrganisationMention] = []
    for surface, body_id, others in found:
        start = text.index(surface, made[-1].end if made else 0)
        alternatives = tuple(organisation(other, surface) for other in others)
        made.append(OrganisationMention(start, start + len(surface), surface, organisation(body_id, surface), "register name", "trust", alternatives))
    return made


def decisions(case: dict) -> list[LinkDecision]:
    return [LinkDecision(LinkVerdict(verdict), name, body_id, document) for verdict, name, body_id, document in case["decisions"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["trap"])
def test_a_decision_changes_what_it_should(case: dict) -> None:
    text = case["text"]
    heeded = concerning("this", text, decisions(case))
    given = decided(text, mentions(text, case["found"]), heeded, REGISTER)
    assert [[m.surface, m.organisation.id, m.rule, [o.id for o in m.alternatives]] for m in given] == case["wanted"]


def test_every_trap_has_a_name_of_its_own() -> None:
    assert len({case["trap"] for case in CASES}) == len(CASES) >= 35


@settings(deadline=None, max_examples=60)
@given(TEXTS, DECISIONS)
def test_twice_is_once_and_mentions_stay_slices_in_order_and_apart(text: str, made: list[LinkDecision]) -> None:
    found = mentions(text, [["QEH", "x:kings", ["x:gates"]]] if "QEH" in text else [])
    once = decided(text, found, made, REGISTER)
    assert decided(text, once, made, REGISTER) == once
    assert decided(text, found, concerning("this", text, made), REGISTER) == once
    assert all(text[m.start : m.end] == m.surface for m in once)
    assert all(left.end <= right.start for left, right in pairwise(once))


def test_an_unlinked_name_keeps_its_words_and_its_kind() -> None:
    [left] = decided("QEH", mentions("QEH", [["QEH", "x:kings", []]]), [LinkDecision(REJECT, "qeh", "x:kings")], REGISTER)
    assert (left.organisation, left.kind, left.confidence) == (Organisation(None, "QEH"), "trust", 1)


def test_descriptions_and_figures_follow_the_names() -> None:
    text = "Barts Health NHS Trust is in trouble. The trust had a deficit of £5m in 2018-19."
    knowledge = Knowledge(decisions=(LinkDecision(CONFIRM, "Barts Health NHS Trust", "ods:RR8"),))
    before, after = read(told(text)), read(told(text), knowledge)
    assert [figure.organisation.id for figure in (*before.figures, *after.figures)] == ["ods:R1H", "ods:RR8"]
    assert after.decisions == knowledge.decisions


def test_a_decision_about_an_introduced_abbreviation_beats_the_introduction() -> None:
    text = "Barts Health NHS Trust (BHT) lost £5m in 2018-19. BHT had a deficit of £6m in 2017-18."
    reading = read(told(text), Knowledge(load(), (LinkDecision(CONFIRM, "BHT", "ods:RR8"),)))
    assert {m.organisation.id for m in reading.organisations if m.surface == "BHT"} == {"ods:RR8"}


def test_other_documents_decisions_are_not_heeded() -> None:
    document = told("Barts Health NHS Trust lost £5m.")
    decision = LinkDecision(REJECT, "Barts Health NHS Trust", "ods:R1H", "another")
    assert read(document, Knowledge(load(), (decision,))) == read(document)
    assert read(document, Knowledge(load(), (replace(decision, document_id=document.id),))).figures[0].organisation.id is None
