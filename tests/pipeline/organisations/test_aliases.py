"""Where names of the register stand in a text, however they are printed there."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.organisations.aliases import find_candidates
from pipeline.organisations.folding import fold_text
from pipeline.registry import Alias, fold, load

ALIASES = [alias for aliases in load().aliases.values() for alias in aliases]
CARRIERS = ["The deficit of {} was £5m.", "{} lost £3m", "“We owe {},” he said.", "Last year ({}) it grew.", "• {}\n• Others", "£5m\t{}\t£6m", "It paid {}."]
FOLLOWED = ["'s", "’s", "-led", "\n", ""]
DECORATIONS = [
    str,
    lambda name: name.replace("'", "’"),
    lambda name: name.replace("’", "").replace("'", ""),
    lambda name: name.replace(" and ", " & "),
    lambda name: name.replace("&", " and "),
    lambda name: name.replace(" ", "  "),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "\n    ", 1),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "-", 1),
    lambda name: name.replace(" ", ", ", 1),
    lambda name: name.replace(" ", " – ", 1),
    lambda name: name.replace("fi", "ﬁ"),
    str.upper,
]
LETTERS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=3)
TYPOGRAPHIC = st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]) | st.sampled_from("‘’“”–—…•ﬁﬀŵŁ€ \n&'"))


def found(text: str) -> set[tuple[str, Alias]]:
    return {(text[c.start : c.end], alias) for c in find_candidates(fold_text(text), load()) for alias in c.name.aliases}


def printed(alias: Alias) -> str:
    """An alias as a sentence has it, without its article and a last apostrophe; any first letter but an acronym's a capital."""
    name = re.sub("^the |['’]$", "", alias.text, flags=re.IGNORECASE)
    return name if alias.kind == "acronym" else name[0].upper() + name[1:]


def test_every_name_of_the_register_is_found_as_it_is_printed_there() -> None:
    missed = [alias.text for alias in ALIASES if (printed(alias), alias) not in found(f"It owes {printed(alias)} £5m")]
    assert missed == []


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(ALIASES), st.sampled_from(DECORATIONS), st.sampled_from(FOLLOWED), st.sampled_from(CARRIERS))
def test_a_decorated_name_is_found_in_full(alias: Alias, decorate: Callable[[str], str], followed: str, carrier: str) -> None:
    name = printed(alias) if alias.kind == "acronym" else decorate(printed(alias))
    assert (name, alias) in found(carrier.format(name + followed))


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(ALIASES), LETTERS, LETTERS)
def test_no_name_is_found_in_a_longer_word(alias: Alias, before: str, after: str) -> None:
    text = f"It owes {before}{printed(alias)}{after} £5m"
    for candidate in find_candidates(fold_text(text), load()):
        assert not text[candidate.start - 1].isalnum()
        assert not text[candidate.end].isalnum()
        assert fold(text[candidate.start : candidate.end]) == candidate.name.form


@pytest.mark.parametrize("gap", [". ", "; ", ": ", "! ", "? ", " • ", "… ", "\t", " “", "” ", '" ', " | ", "\n\n", "\n \n", ".\n"])
def test_no_name_runs_across_the_end_of_what_it_stands_in(gap: str) -> None:
    names = {surface for surface, _ in found(f"It left Norfolk{gap}and Waveney CCG.")}
    assert not any(gap in name for name in names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Who has it in mind? The sun was reading the times.", set()),
        ("NHSE owes the HSE.", {"NHSE", "HSE"}),
        ("3i sold it in 2020 delivery vans.", {"3i"}),
        ("It is the King's. College Hospital is not.", {"King's"}),
        ("St. Helens owes FT.com £5m.", {"St. Helens", "FT.com", "FT"}),
        ("Norfolk & Waveney STP's debt", {"Norfolk & Waveney STP", "Norfolk & Waveney", "Norfolk", "Waveney"}),
    ],
)
def test_what_is_found(text: str, names: set[str]) -> None:
    assert {surface for surface, _ in found(text)} == names


@given(TYPOGRAPHIC)
def test_folds_a_text_as_the_register_folds_names(text: str) -> None:
    folded = fold_text(f"x {text}")
    assert folded.data.replace(b"\0", b" ").split() == fold_text(fold(f"x {text}")).data.replace(b"\0", b" ").split()
    assert len(folded.places) == len(folded.data)
    assert list(folded.places) == sorted(folded.places)
