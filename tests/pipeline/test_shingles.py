"""Shingles: near copies keep them, other texts share none, and short stories keep all of theirs."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Byline, Passage, PassageKind, Story
from pipeline.shingles import SAMPLED, SHORT, shingles
from tests.pipeline.told import told

SYLLABLES = [f"{first}{vowel}{last}" for first in "bdfglmnprst" for vowel in "aeiou" for last in ("", "n", "r", "st")]


def prose(random: Random, length: int) -> list[str]:
    """Words that mean nothing, in lines of a paragraph's length."""
    return ["".join(random.choices(SYLLABLES, k=random.randint(1, 3))) for _ in range(length)]


def edited(random: Random, words: list[str]) -> list[str]:
    """One word in forty replaced, left out, or put in."""
    return [other for word in words for other in (random.choice([["new"], [], [word, "new"]]) if random.random() < 1 / 40 else [word])]


def hashes(words: list[str]) -> set[int]:
    return {digest for _, digest in shingles(told(" ".join(words)))}


def containment(one: set[int], other: set[int]) -> float:
    """By what both were sampled for, as the warehouse counts it."""
    if not all(any(digest % SAMPLED for digest in side) for side in (one, other)):
        one, other = ({digest for digest in side if digest % SAMPLED == 0} for side in (one, other))
    return len(one & other) / min(len(one), len(other))


@settings(max_examples=20, deadline=None)
@given(st.integers(), st.sampled_from([60, 120, 400, 900]))
def test_a_light_edit_stays_a_near_copy_and_another_text_is_none(seed: int, length: int) -> None:
    random = Random(seed)  # noqa: S311 (prose is no secret)
    words = prose(random, length)
    assert containment(hashes(words), hashes(edited(random, words))) >= 0.4
    assert containment(hashes(words), hashes(prose(random, length))) < 0.1


@settings(max_examples=20, deadline=None)
@given(st.integers())
def test_half_of_a_long_story_is_a_near_copy_and_a_shared_quotation_makes_none(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (prose is no secret)
    words, other = prose(random, 600), prose(random, 600)
    assert containment(hashes(words), hashes(words[:300])) >= 0.4
    assert containment(hashes(words), hashes(other[:300] + words[100:125] + other[300:])) < 0.4


def test_case_punctuation_quotes_and_line_ends_do_not_count_and_numbers_do() -> None:
    plain = told("the trust lost 3m in the year to march and said so")
    assert shingles(plain) == shingles(told("“The Trust lost 3m —\nin the year to March”, and said so."))
    assert not {*shingles(plain)} & {*shingles(told("the trust lost 4m in the year to march"))}


def test_boiler_plate_is_left_out_and_each_story_has_its_own() -> None:
    offer, one, other = ("one two three four five six seven eight", "a b c d e f g h", "i j k l m n o p")
    text = "\n".join((offer, one, other))
    passages = tuple(
        Passage(text.index(part), text.index(part) + len(part), kind)
        for part, kind in ((offer, PassageKind.BOILERPLATE), (one, PassageKind.PARAGRAPH), (other, PassageKind.PARAGRAPH))
    )
    border = text.index(other)
    document = replace(told(text), passages=passages, stories=(Story(0, border, Byline()), Story(border, len(text), Byline())))
    assert shingles(document) == [(0, *hashes(one.split())), (1, *hashes(other.split()))]


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert shingles(told("one two three four five six seven eight")) == [(0, 7_643_881_056_324_294_162)]


def test_a_short_story_keeps_all_and_a_long_one_a_sample() -> None:
    words = [str(number) for number in range(SHORT + 7)]
    assert len(hashes(words[:-1])) == SHORT - 1
    assert all(digest % SAMPLED == 0 for digest in hashes(words))
    assert hashes("too few words to tell".split()) == set()
