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
    """A clue is kind, key, its words and the figure that it holds for, each null where there is none."""
    document = told(row["text"], row.get("kinds", ()))
    byline = Byline(publisher=row.get("publisher"), author=row.get("author"), url=row.get("url"))
    document = replace(document, kind=row.get("kind", "news"), stories=(Story(0, len(document.text), byline),))
    reading = read(document)
    surfaces = {figure.id: figure.money.surface for figure in reading.figures}
    clues = [[c.kind, c.key, None if c.start is None else document.text[c.start : c.end], surfaces.get(c.figure_id)] for c in reading.clues]
    assert clues == row["clues"]
