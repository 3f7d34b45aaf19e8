"""Origins: who is quoting whom."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.language import read
from pipeline.model import Byline, Story
from tests.pipeline.told import told

ROWS = [json.loads(line) for line in Path(__file__).with_name("origins.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["trap"])
def test_clues(row):
    document = told(row["text"])
    document = replace(document, stories=(Story(0, len(document.text), Byline(publisher=row["publisher"])),))
    clues = [[c.kind, c.key, None if c.start is None else document.text[c.start : c.end]] for c in read(document).clues]
    assert clues == row["clues"]
