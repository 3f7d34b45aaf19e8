"""Words as evidence: their plain forms, and the sums, bodies and times that stand as one word each."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.attribution.choices.words import BODY, SUM, TIME, noun_classes, payers, verb_classes
from pipeline.plain import plain
from tests.pipeline.scenes import scenes_of
from tests.pipeline.told import told


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (("lost", "loses", "losing", "losses"), "lose"),
        (("saved", "saving", "savings", "Save"), "sav"),
        (("company", "companies"), "company"),
        (("2018", "7"), "0"),
        (("NHS’s", "NHS's", "nhs"), "nhs"),
        (("press",), "press"),
    ],
)
def test_forms_of_one_word_are_one(words, form):
    assert {plain(word) for word in words} == {form}


@given(st.text())
def test_any_text_has_a_plain_form_that_is_its_own(word):
    assert len(plain(word)) <= len(word) + 3


def test_sums_bodies_and_times_are_words_of_their_kind():
    (scene,) = scenes_of(told("Barts Health NHS Trust had a deficit of £3m in 2018-19."))
    words = scene.words(scene.drafts[0].context.sentence)
    assert words.forms == [BODY, "have", "a", "deficit", "of", SUM, "in", TIME, "."]
    assert [words[-1], words[99]] == ["<s>", "</s>"]


@given(st.text(alphabet="aB £5m.,\n'-", max_size=60))
def test_every_word_is_a_slice_of_the_text(text):
    for scene in scenes_of(told(text)):
        for draft in scene.drafts:
            words = scene.words(draft.context.sentence).words
            assert all(text[word.start : word.end] for word in words)
            assert all(first.end <= second.start for first, second in pairwise(words))
            assert scene.words(draft.context.sentence).place(draft.context.money.start) is not None


def test_the_data_files_have_each_word_once_for_a_class():
    assert verb_classes()["pay"] == "pay"
    assert set(noun_classes()["levy"]) == {"price", "tax", "contribution"}
    assert "driver" in payers()
