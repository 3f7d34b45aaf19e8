"""The cue files: what an expert who edits them may rely on."""

import csv
from pathlib import Path

import pytest

from pipeline.attribution.cues import FOLDER, cue_list, distance
from pipeline.model import Basis, Measure

LABELS = {"measure": set(Measure), "basis": set(Basis)}
SIDES = {"before", "after", "any", "none"}


def rows(field):
    with (FOLDER / f"{field}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("field", LABELS)
def test_files_are_sorted_and_say_everything_once(field):
    found = rows(field)
    assert [(row["label"], row["cue"]) for row in found] == sorted({(row["label"], row["cue"]) for row in found})
    assert len({row["cue"] for row in found}) == len(found)


@pytest.mark.parametrize("field", LABELS)
def test_values_are_those_that_the_columns_allow(field):
    for row in rows(field):
        assert row["label"] in LABELS[field]
        assert row["side"] in SIDES
        assert row["cue"] == row["cue"].strip().lower()
        assert -10 <= int(row["weight"]) <= 10


@pytest.mark.parametrize("field", LABELS)
def test_every_cue_is_found_as_it_is_written(field):
    for row in rows(field):
        if row["side"] != "none":
            text = row["cue"].replace("*", "").replace("…", "its old")
            assert [cue.label for cue in cue_list(field).find(text, 0, len(text))], row


def test_every_column_is_documented():
    readme = (Path(FOLDER) / "README.md").read_text(encoding="utf-8")
    assert all(f"`{column}`" in readme for column in rows("measure")[0])


def test_a_nearer_cue_wins_and_a_sum_between_costs_more_than_a_comma():
    text = "a deficit of £5m, a loan of £6m"
    deficit, loan = cue_list("measure").find(text, 0, len(text))
    sums = [(13, 16), (28, 31)]
    near, far = distance(text, loan, 28, 31, sums), distance(text, deficit, 28, 31, sums)
    assert near < far
    assert distance(text, deficit, 13, 16, sums) < far
