"""The labelled texts are what they say, and what is shipped is what can be learnt from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Document
from pipeline.organisations.evidence import EVIDENCE, gathered
from pipeline.organisations.weighing import BIAS, probability, shipped
from pipeline.registry import load
from sources.newsroom import newsroom
from tests.training import names as training
from tests.training.labels import ARTICLES, NAMES, NEWSROOM, Example, Labelled, Listed, examples, labelled, rows
from tests.training.validation import Score, by_label, cross_validated, learn, scored

TEXT = "Mr Alan Pinfold told Harwick Rail Ltd about Norfolk and Waveney STP and the Tern Ferry Company."
WORDED = re.compile(r"(?:begins with|ends with|ends in|before [12]|before 2 1|after [123]|after 1 2) \S")
MARKS = st.lists(st.tuples(st.dictionaries(st.sampled_from("abc"), st.just(1.0)), st.booleans()), min_size=1, max_size=12)


def test_what_is_shipped_has_weights_for_known_evidence_and_for_words() -> None:
    assert {BIAS, "SHAPE", "ORG", "head"} <= set(shipped())
    assert all(WORDED.match(name) for name in set(shipped()) - EVIDENCE - {BIAS})


@pytest.mark.parametrize("text", [TEXT, "The SNP, easyJet & 3i Group's bid for M&S: “Boots”, of Leeds.", "X plc (XP) said X plc was sold. X plc, a firm."])
def test_evidence_is_of_known_names_and_between_0_and_1(text: str) -> None:
    for _, evidence in gathered(text, [(0, len(text))], load()):
        assert all(name in EVIDENCE or WORDED.match(name) for name in evidence)
        assert all(0 < share <= 1.000001 for share in evidence.values())


def test_what_is_marked_in_an_article_is_a_slice_of_it() -> None:
    for row in rows(ARTICLES):
        marks = row["mentions"] + row["figures"]
        assert [row["text"][mark["start"] : mark["end"]] for mark in marks] == [mark["surface"] for mark in marks]


def test_every_span_lies_in_its_document() -> None:
    for labels in labelled():
        if isinstance(labels, Labelled):
            assert all(labels.document.text[start:end].strip() for start, end in labels.names + labels.optional), labels.document.name


def test_every_name_that_was_read_stands_in_its_document() -> None:
    listed = [labels for labels in labelled() if isinstance(labels, Listed)]
    assert len(listed) == len(rows(NAMES))
    for labels in listed:
        words = " ".join(labels.document.text.split())
        assert all(name in words for name in labels.names | labels.optional), labels.document.name


def test_the_newsroom_is_the_one_that_is_shipped() -> None:
    surfaces = {(row["document"], row["start"], row["end"]): row["surface"] for row in rows(NEWSROOM)}
    texts = {labels.document.name: labels.document.text for labels in labelled() if labels.collection == "newsroom"}
    assert {place: texts[place[0]][place[1] : place[2]] for place in surfaces} == surfaces
    assert set(texts) <= {item.name for item in newsroom().items()}


def known(names: list[str], optional: list[str]) -> dict[str, bool]:
    names_at, optional_at = (tuple((TEXT.index(name), TEXT.index(name) + len(name)) for name in marked) for marked in (names, optional))
    document = Document("id", "a.txt", "news", TEXT)
    return {e.name: e.is_body for e in examples([Labelled("set", document, names_at, optional_at)], load())}


@pytest.mark.parametrize(
    ("names", "optional", "wanted"),
    [
        ([], [], {"Alan Pinfold": False, "Harwick Rail Ltd": False, "Tern Ferry Company": False}),
        (["Harwick Rail Ltd"], [], {"Alan Pinfold": False, "Harwick Rail Ltd": True, "Tern Ferry Company": False}),
        (["Harwick Rail"], ["the Tern Ferry Company"], {"Alan Pinfold": False, "Harwick Rail Ltd": True}),
        (["Harwick"], [], {"Alan Pinfold": False, "Harwick Rail Ltd": False, "Tern Ferry Company": False}),
    ],
    ids=["what the register links is left out", "a name", "optional ones are left out", "less than half of a name"],
)
def test_what_counts_as_an_example(names: list[str], optional: list[str], wanted: dict[str, bool]) -> None:
    assert known(names, optional) == wanted


def example(document: str, is_body: bool) -> Example:
    return Example("set", document, "Name", {"head": 1.0, "ORG": 1.0} if is_body else {"PERSON": 1.0}, is_body)


def learnt_from(marks: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    return learn([Example("set", "document", "Name", evidence, is_body) for evidence, is_body in marks])


def test_learns_the_obvious() -> None:
    weights = learnt_from([({"head": 1.0}, True), ({"PERSON": 1.0}, False)] * 8)
    assert probability({"head": 1.0}, weights) > 0.7 > 0.3 > probability({"PERSON": 1.0, "unseen": 1.0}, weights)


@settings(deadline=None)
@given(MARKS)
def test_the_opposite_labels_teach_the_opposite(marks: list[tuple[dict[str, float], bool]]) -> None:
    both: list[tuple[dict[str, float], bool]] = [({}, True), ({}, False)] * 3
    one, other = learnt_from(marks + both), learnt_from([(found, not label) for found, label in marks] + both)
    assert one.keys() == other.keys()
    assert all(abs(one[name] + other[name]) < 0.021 for name in one)


def test_every_example_is_judged_once_by_weights_from_other_documents() -> None:
    told = [example(str(i % 10), i % 2 == 0) for i in range(40)]
    judged = list(cross_validated(told))
    assert sorted(id(e) for e, _ in judged) == sorted(id(e) for e in told)
    assert scored(judged) == scored((e, by_label(e)) for e in told) == Score(right=20, wrong=0, missed=0)


def test_a_lone_document_of_a_kind_cannot_be_known() -> None:
    told = [example("people", False)] * 5 + [example(f"bodies {i}", True) for i in range(5)]
    assert all(said for e, said in cross_validated(told) if e.document == "people")


def test_weights_are_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "WEIGHTS", tmp_path / "weights.csv")
    training.write({BIAS: -0.5, "a, b": 0.25, "little": 0.01})
    assert [path.name for path in tmp_path.iterdir()] == ["weights.csv"]
    assert (tmp_path / "weights.csv").read_bytes() == b'evidence,weight\n(bias),-0.50\n"a, b",0.25\n'
