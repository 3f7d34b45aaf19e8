"""The recogniser is asked in another way than spaCy asks it, and must say the same."""

import json

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.organisations.recogniser import UNUSED, recognised
from pipeline.organisations.wording import model
from pipeline.sentences import sentences
from tests.training.labels import HELD

WORDS = ["Bank ", "of ", "England", "\n", "  ", "£5m ", "the ", "Ms Smith ", "IMF", ". ", "in 2019 ", "É", "🎉 ", "Santander’s ", "(", "-"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map("".join), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def spacys():
    language = spacy.load(model(), exclude=UNUSED)
    return lambda texts: [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in language.pipe(texts)]


def ours(texts):
    return [[(e.start_char, e.end_char, e.label_) for e in found] for found in recognised(texts)]


def test_articles_have_the_entities_that_spacy_finds(spacys):
    for line in HELD.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        told = [text[start:end] for start, end in sentences(text)]
        assert ours(told) == spacys(told)


@settings(deadline=None, max_examples=50)
@given(texts=TEXTS)
def test_whatever_stands_in_a_text_it_has_the_entities_that_spacy_finds(spacys, texts):
    assert ours(texts) == spacys(texts)
