"""Subjects: what money is for, by a table of cases, and what must hold of any text."""

import csv
import json
import time
from collections import deque
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.components import _told
from pipeline.model import CellContext, Figure, Measure, Organisation
from pipeline.money import find_money
from pipeline.subjects import with_subjects
from pipeline.subjects.finding import MOST
from pipeline.subjects.vocabulary import CUES, forms, words
from tests.pipeline.told import told

CASES = [json.loads(line) for line in Path(__file__).with_name("subjects.jsonl").read_text(encoding="utf-8").splitlines()]
PARTS = [*"£5m;£97,000;wages;the library;Northbridge Council;, and;for;it;They;.;signalling;turnover of;compared with".split(";")]
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=25).map(" ".join)


def subjects(text, measure="cost", organisation=None, counterparty=None, speaker=None, measures=None):
    """The figures of a text, each with what it is for; `measures` are those of figures that have another than the rest."""
    document = told(text)
    sentences = list(_told(document, deque(find_money(text))))
    bodies = {role: Organisation(None, name) for role, name in (("organisation", organisation), ("counterparty", counterparty)) if name}
    figures = [
        Figure("case", "case.txt", money, text[one.start : one.end], one.start, measure=Measure(label), speaker=speaker, **bodies)
        for one in sentences
        for money in one.money
        for label in [(measures or {}).get(money.surface, measure)]
    ]
    return with_subjects(document, sentences, (), figures)


def known_failure(case):
    return [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"], marks=known_failure(case)) for case in CASES])
def test_what_a_sum_is_for(case):
    given_fields = {name: value for name, value in case.items() if name not in ("text", "subjects", "fails")}
    found = {figure.money.surface: " ".join(figure.subject) for figure in subjects(case["text"], **given_fields)}
    assert found == case["subjects"]


def test_a_cell_is_for_what_its_row_says():
    money = find_money("£5m")[0]
    bare = Figure("case", "case.txt", money, "wages of £5m", 0, cell="table 1 2,2")
    labelled = replace(bare, context=CellContext("Agency staff", "Wages £000", None, Decimal(5)))
    found = with_subjects(told("£5m"), (), (), [bare, labelled])
    assert [figure.subject for figure in found] == [(), ("agency",)]


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_a_subject_is_a_few_words_of_the_text_and_nothing_else_of_a_figure_changes(text):
    for figure in subjects(text):
        assert len(figure.subject) == len(set(figure.subject)) <= MOST
        assert all(word and not any(letter.isspace() or letter.isupper() for letter in word) for word in figure.subject)
    assert subjects(text) == subjects(text)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["signalling", "agency staff", "the library", "legal fees"]), st.sampled_from(["£5m", "£97,000"]), st.integers(0, 3))
def test_synonyms_numbers_and_common_words_do_not_count(what, amount, many):
    plain_words = [figure.subject for figure in subjects(f"It spent £1m on {what}.")]
    padded = [figure.subject for figure in subjects(f"{'In all, ' * many}it has spent {amount} last year on {what}, the trust said.")]
    assert plain_words == padded


@pytest.mark.parametrize("text", ["£5m " * 5_000, "roof £5m, " * 2_000, "on " * 50_000 + "£5m", "a" * 100_000 + " £5m", " " * 100_000 + "£5m on x"])
def test_a_hostile_text_takes_no_longer_than_its_length_allows(text):
    document = told(text)
    sentences = list(_told(document, deque(find_money(text))))
    figures = [Figure("case", "case.txt", money, text[one.start : one.end], one.start) for one in sentences for money in one.money]
    started = time.process_time()
    with_subjects(document, sentences, (), figures)
    assert time.process_time() - started < 10


def rows(name):
    with (CUES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_words_are_sorted_and_each_stands_once():
    found = [(row["subject"], row["word"]) for row in rows("subjects")]
    assert found == sorted(found)
    assert len({forms(word) for _, word in found}) == len(found)
    common = [row["word"] for row in rows("common_words")]
    assert common == sorted(set(common))


def test_every_word_is_brought_to_its_subject_and_one_that_says_nothing_to_none():
    for row in rows("subjects"):
        found = [word.subject for word in words(row["word"], 0, len(row["word"]))]
        assert found == ([row["subject"]] if row["subject"] else []), row
