"""Equations: which sums a text states, and which it only seems to."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.equations.factors import SHARE, share_of
from pipeline.equations.telling import worded
from pipeline.language import read
from tests.pipeline.told import told

HERE = Path(__file__).parent
ROWS = [json.loads(line) for path in sorted(HERE.glob("equations*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]
REACHES = [
    ("Costs rose 12% to £56m from £50m.", "1.12", ("1.115", "1.125")),
    ("Costs rose 4.5% to £209m from £200m.", "1.045", ("1.0445", "1.0455")),
    ("Costs nearly doubled from £40m to £78m.", "2", ("1.8", "2")),
    ("Costs more than doubled from £11m to £25m.", "2", ("2", None)),
    ("Costs more than halved from £25m to £11m.", "0.5", (None, "0.5")),
    ("Costs doubled from £4m to £8m.", "2", ("1.9", "2.1")),
    ("It spent £40m, less than half of the £90m set aside.", "0.5", (None, "0.5")),
    ("About 1,200 pensioners will get £100 each, a total of £120,000.", "1200", ("1140", "1260")),
    ("The 40,000 households will get £150 each, a total of £6m.", "40000", ("39500", "40500")),
    ("The 250 places cost £4,000 each, a total of £1m.", "250", ("250", "250")),
]


def shown(equation):
    terms = [[str(Fraction(str(term.factor)).limit_denominator(10_000)), term.figure.money.surface] for term in equation.terms]
    return {"terms": sorted(terms), "total": equation.total.money.surface}


def wanted(equation):
    return {"terms": sorted([str(Fraction(str(factor))), surface] for factor, surface in equation["terms"]), "total": equation["total"]}


@pytest.mark.parametrize("row", CASES)
def test_the_sums_that_are_stated_and_no_others(row):
    found = read(told(row["text"], row.get("kinds", ()))).equations
    assert list(map(shown, found)) == list(map(wanted, row["equations"]))
    assert all(equation.rule == expected.get("rule", equation.rule) for equation, expected in zip(found, row["equations"], strict=True))


@pytest.mark.parametrize("count", [2, 3, 7, 20])
def test_lists_of_any_length_have_their_total(count):
    parts = [f"£{i}m" for i in range(1, count + 1)]
    total = f"£{sum(range(1, count + 1))}m"
    (equation,) = read(told(f"They gave {', '.join(parts[:-1])} and {parts[-1]}, a total of {total}.")).equations
    assert [term.figure.money.surface for term in equation.terms] == parts
    assert sum(term.factor * term.figure.money.amount for term in equation.terms) == equation.total.money.amount == Decimal(sum(range(count + 1)) * 10**6)


@pytest.mark.parametrize(("text", "factor", "reach"), REACHES)
def test_a_factor_reaches_as_far_as_its_words(text, factor, reach):
    (term,) = read(told(text)).equations[0].terms
    assert (term.factor, term.interval) == (Decimal(factor), tuple(end and Decimal(end) for end in reach))


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 99), st.booleans())
def test_what_is_left_of_a_whole_lies_inside_its_reach(percent, rise):
    factor = share_of(worded(SHARE).search(f"by {percent}%")).after(rise)
    assert factor.low < factor.value == 1 + Decimal(percent if rise else -percent) / 100 < factor.high


@pytest.mark.parametrize("hostile", ["from £1m to " * 400, "£1m, " * 400, "a third of the £1m, or " * 200, "each of 250 places at £1 each, " * 100])
def test_a_text_that_never_ends_its_sentence_is_read(hostile):
    assert read(told(hostile)).document.text == hostile


def test_a_count_that_nobody_counts_is_no_factor():
    assert read(told("Each of the 999,999,999 million households gets £1, a total of £999,999,999 million.")).equations == ()


UNTIED = [("It has £9m. The gate was £6m. A loan was £3m.", False), ("It has £9.13m. The gate was £6.09m. A loan was £3.04m.", True)]


@pytest.mark.parametrize(("text", "is_found"), UNTIED)
def test_what_no_word_ties_is_a_sum_only_where_chance_would_hardly_make_one(text, is_found):
    assert bool(read(told(text)).equations) is is_found


def test_a_loose_sum_leaves_a_total_that_is_stated_and_fails_alone():
    (equation,) = read(told("Fees went from £36.4m to £49.1m, an increase of £5.5m. Rent is £30.9m.")).equations
    assert equation.rule == "difference"
