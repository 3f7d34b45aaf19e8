"""Numbers in words: "twenty-first" is an ordinal, "nineteen eighty-four" and "two thousand and nineteen" are years."""

from __future__ import annotations

from pipeline.periods.grammar import Rule
from pipeline.periods.telling import Said


def _sum(said: Said) -> int | None:
    """Tens and a unit."""
    tens, unit = said.nodes[0].value, said.nodes[-1].value
    return tens + unit if 0 < unit < 10 else None


def _spoken_year(said: Said) -> int | None:
    """Two pairs of digits: "nineteen eighty-four", "twenty twenty"."""
    first, *rest = [node.value for node in said.nodes if node.value]
    if len(rest) == 2 and (rest[0] < 20 or rest[1] > 9):
        return None
    return first * 100 + sum(rest) if 15 <= first <= 20 and 10 <= sum(rest) <= 99 else None


def _thousand(said: Said) -> int | None:
    first, *rest = [node.value for node in said.nodes if node.value]
    return 2000 + sum(rest) if first == 2 and sum(rest) < 100 else None


def _couple(said: Said) -> int | None:
    """ "A couple of" is two; "a three" is no number."""
    return 2 if said.nodes[1].value == 2 and said.text.lower().startswith("a couple") else None


NUMBERS: tuple[Rule, ...] = (
    ("year", "(word|tens) (word|tens)", _spoken_year),
    ("year", "(word|tens) tens dash? word", _spoken_year),
    ("year", "word thousand and? (word|tens)", _thousand),
    ("year", "word thousand and? tens dash? word", _thousand),
    ("nth", "tens dash? nth", _sum),
    ("word", "tens dash? word", _sum),
    ("word", "a word of?", _couple),
)
