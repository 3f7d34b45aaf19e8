"""Which stretches of a text are likely to be the names of bodies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.organisations.names import LIKELY, find_names
from pipeline.organisations.shapes import shapes
from pipeline.registry import load

PIECES = st.sampled_from(
    ["Eastmere Council", "Yarrow plc", "the", "said", "'s", "’", "&", "Mr", "Jane", "(", ")", "\n", "\u00a0", "İ", "ﬁ", "🏥", ".", "£5m", "A" * 90]
)
HOSTILE = st.lists(PIECES | st.text(max_size=8), max_size=25).map(" ".join)


def named(text: str) -> list[str]:
    return [text[name.start : name.end] for name in find_names(text, [(0, len(text))], load())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Eastmere Borough Council lost £5m.", ["Eastmere Borough Council"]),
        ("Yesterday the Eastmere Borough Council lost £5m.", ["Eastmere Borough Council"]),
        ("Meanwhile Fenbrook Holdings Group plc fell.", ["Fenbrook Holdings Group plc"]),
        ("Brown & Sons Ltd owes £5m.", ["Brown & Sons Ltd"]),
        ("It owes Eastmere University £5m.", ["Eastmere University"]),
        ("It owes the University of Eastmere £5m.", ["University of Eastmere"]),
        ("The Wash Health Partnership got £5m.", ["Wash Health Partnership"]),
        ("The council and the trust lost £5m.", []),
        ("Council tax rose by £5m.", []),
        ("The Child Trust Fund got £5m.", []),
    ],
)
def test_shapes_of_names(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in shapes(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shares in Deutsche Bank fell by £5m.", ["Deutsche Bank"]),
        ("The Eastmere Borough Council's deficit is £5m.", ["Eastmere Borough Council"]),
        ("It cost £5m in March 2019.", []),
        ("The Chair of Trustees of Eastmere Charity owes £5m.", ["Eastmere Charity"]),
    ],
)
def test_name_finder_cleans_what_it_proposes(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_name_finder_looks_in_the_given_sentences_alone() -> None:
    text = "Deutsche Bank fell. Eastmere Borough Council lost £5m."
    assert [(name.start, name.end) for name in find_names(text, [(20, len(text))], load())] == [(20, 44)]
    assert find_names(text, [], load()) == []


@settings(deadline=None, max_examples=40)
@given(HOSTILE)
def test_proposed_names_are_spans_of_the_text(text: str) -> None:
    for name in find_names(text, [(0, len(text))], load()):
        assert text[name.start : name.end].strip() == text[name.start : name.end] != ""
        assert LIKELY <= name.probability <= 1
