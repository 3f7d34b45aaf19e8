"""Weights: shares of one, the labels of the guide, and every choice told with how sure it is and what lost."""

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.attribution.choices.evidence import Candidate
from pipeline.attribution.choices.weights import Labels, Ranking, labels, ranking, softmax
from pipeline.attribution.story import PASSES
from pipeline.language import read
from pipeline.model import Basis, Measure
from tests.pipeline.told import told

TEXT = (
    "Barts Health NHS Trust had a deficit of £3m in 2018-19, and Whipps Cross asked NHS England for £2m. It expects to save £500,000. "
    "Fans paid £40. The line showed £7."
)


@given(st.lists(st.floats(-600, 600), min_size=1))
def test_shares_add_up_to_one(scores):
    assert math.isclose(sum(softmax(scores)), 1)


def test_evidence_that_no_weight_knows_says_nothing():
    weights = Labels(["cost", "debt"], {"owed": 0}, np.array([[-1.0, 1.0]], np.float32))
    assert list(weights.probabilities(["owed", "unheard of"])) == ["debt", "cost"]
    assert set(weights.probabilities([]).values()) == {0.5}
    assert Ranking({"near": 2.0}).probabilities([Candidate("a", {"near": 1.0}), Candidate("b", {"far": 1.0})])[0] > 0.8
    assert Ranking({"near": 2.0}).probabilities([Candidate("a", shared={"near": 1.0}), Candidate("b")])[0] > 0.8


def test_the_labels_are_those_of_the_guide():
    assert set(labels("measure").labels) == set(Measure)
    assert set(labels("basis").labels) == set(Basis)


@pytest.mark.parametrize("field", ["period", "organisation", "counterparty"])
def test_every_field_is_looked_at_twice(field):
    assert ranking(f"{field}_alone").weights.keys() != ranking(field).weights.keys()
    assert "likely" in ranking(field).weights


def test_every_field_says_how_sure_it_is_and_what_lost():
    for figure in read(told(TEXT, published_at="2019-06-01")).figures:
        decided = {why.field: why for why in figure.evidence}
        assert {field.name for _, field in PASSES} <= set(decided)
        for _, field in PASSES:
            why = decided[field.name]
            shares = [why.confidence, *(other.confidence for other in why.alternatives)]
            assert shares == sorted(shares, reverse=True)
            assert sum(shares) <= Decimal("1.002")
            assert all(0 <= share <= 1 for share in shares)
        assert 0 <= figure.confidence <= min(decided[name].confidence for name in ("measure", "basis", "organisation", "period")) + Decimal("0.001")


def test_the_words_that_decided_are_shown():
    figure = read(told(TEXT, published_at="2019-06-01")).figures[0]
    measure = next(why for why in figure.evidence if why.field == "measure")
    assert (measure.rule, TEXT[measure.start : measure.end]) == ("nearest cue", "deficit")
