"""Softmax regression: what is likely in the examples is likely by the weights, and the labelled rows are slices of their texts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.attribution.choices.evidence import Candidate
from pipeline.attribution.choices.weights import Ranking, softmax
from pipeline.model import Basis, Measure
from tests.training.labels import rows
from tests.training.scenes import HERE
from tests.training.softmax import design, fit_labels, fit_ranking

FILES = sorted(HERE.glob("*/*.jsonl"))
LABELS = {"measure": set(Measure), "basis": set(Basis)}


def designed(rows):
    return design(dict.fromkeys(names, 1.0) for names in rows)


def test_labels_are_told_by_their_evidence():
    seen = [["owed"], ["owed"], ["paid"], ["paid"], ["paid", "rare"]]
    names, weights = fit_labels(designed(seen), [{"debt"}, {"debt"}, {"cost"}, {"cost"}, {"cost", "debt"}], ["cost", "debt"], rarest=2)
    assert names == ("owed", "paid")
    assert [int(np.argmax(weights[names.index(name)])) for name in ("owed", "paid")] == [1, 0]


def test_the_candidate_that_is_right_is_told_by_its_evidence():
    weights = fit_ranking(designed([["near"], ["far"], ["far"], ["near", "odd"]]), [2, 2], [True, False, False, True], rarest=2)
    assert set(weights) == {"near", "far"}
    assert Ranking(weights).probabilities([Candidate("a", {"near": 1.0}), Candidate("b", {"far": 1.0})])[0] > 0.5


@settings(max_examples=20)
@given(st.lists(st.tuples(st.lists(st.sampled_from("abc"), unique=True), st.sampled_from("xy")), min_size=1, max_size=8))
def test_every_set_of_examples_can_be_learnt_from(examples):
    _, weights = fit_labels(designed(seen for seen, _ in examples), [{label} for _, label in examples], ["x", "y"], rarest=1)
    assert np.isfinite(weights).all()
    assert all(share > 0 for row in weights for share in softmax(row.tolist()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_labelled_rows_are_slices_of_their_text_and_have_labels_of_the_guide(path):
    for row in rows(path):
        for figure in row["figures"]:
            assert row["text"][figure["start"] : figure["end"]] == figure["surface"]
            for field, labels in LABELS.items():
                answers = figure[field] if isinstance(figure[field], list) else [figure[field]]
                assert set(answers) <= labels, (row["document"], figure["surface"])


def test_what_is_kept_back_is_learnt_nowhere():
    learnt, held = ({row["text"] for path in (HERE / part).glob("*.jsonl") for row in rows(path)} for part in ("learnt", "held"))
    assert len(held) > 300
    assert not learnt & held
