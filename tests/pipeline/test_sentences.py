"""Sentences: the cases of `sentences.jsonl`, and what must hold of any text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sentences import sentences

ROWS = [json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]


@pytest.mark.parametrize("row", CASES)
def test_sentences_end_where_a_reader_ends_them(row):
    assert [row["text"][a:b] for a, b in sentences(row["text"])] == row["sentences"]


@given(st.text(st.sampled_from("ab A£5.!?…\n\r\u00a0“”()")))
def test_nothing_but_white_space_lies_between_sentences(text):
    last = 0
    for start, end in sentences(text):
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()
