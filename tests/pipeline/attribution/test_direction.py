"""A sum printed below zero is given as its magnitude where the measure carries the direction."""

import pytest

from pipeline.language import read
from tests.pipeline.told import told


@pytest.mark.parametrize(
    ("text", "measure", "amount", "low", "high"),
    [
        ("Barts Health NHS Trust had a surplus of -£3m in 2018-19.", "deficit", 3_000_000, 2_500_000, 3_500_000),
        ("Barts Health NHS Trust had a deficit of (£3m) in 2018-19.", "deficit", 3_000_000, 2_500_000, 3_500_000),
        ("Barts Health NHS Trust had an overspend of −£3m in 2018-19.", "overspend", 3_000_000, 2_500_000, 3_500_000),
        ("Barts Health NHS Trust had a surplus of £3m in 2018-19.", "surplus", 3_000_000, 2_500_000, 3_500_000),
    ],
)
def test_the_measure_carries_the_direction(text, measure, amount, low, high):
    (figure,) = read(told(text)).figures
    assert (figure.measure, figure.money.amount, figure.money.low, figure.money.high) == (measure, amount, low, high)


def test_of_any_other_sum_the_sign_stays():
    (figure,) = read(told("The trade balance was -£3m.")).figures
    assert (figure.measure, figure.money.amount) == ("other", -3_000_000)
