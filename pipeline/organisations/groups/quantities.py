"""The words before a plural noun that say how many bodies are meant, and which: "the remaining five", "all three of the area's"."""

from __future__ import annotations

import re
from dataclasses import dataclass

GAP = r"(?:[^\S\t\n]{1,3}\n?|\n)[^\S\t\n]{0,3}"  # white space that is neither the edge of a cell nor a blank line
_NAMES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_NUMBERS = {name: number for number, name in enumerate(_NAMES, start=1)} | {"both": 2}
_OTHERS = frozenset({"other", "remaining", "further", "neighbouring"})
_SOME = frozenset({"some", "many", "several"})
_EACH = frozenset({"each", "every"})
_WHOLE = _EACH | {"all"}
_DEFINITE = frozenset({"the", "these", "those", "both"})

_POSSESSORS = r"(?:area|county|region|system|city|partnership)['’]s"
_QUANTIFIERS = rf"{'|'.join(_NAMES[1:])}|\d{{1,3}}|all|each|every|both|other|remaining|neighbouring|these|those|several|many|some|{_POSSESSORS}"
_MENTAL = rf"mental{GAP}health(?:{GAP}and{GAP}community)?|community(?:{GAP}and{GAP}mental{GAP}health)?"
_ADJECTIVES = rf"acute|nhs|local|largest|main|biggest|general|specialist|teaching|new|former|failing|struggling|troubled|rural|unitary|rival|{_MENTAL}"
_FURTHEST = 8  # words of quantity before a noun
_WINDOW = 120  # characters that they may take
_QUANTITY = re.compile(rf"(?:(?<![£$€.,/\w-])(?:{_QUANTIFIERS}|the|of|a|further|our|its|their|{_ADJECTIVES}){GAP}){{1,{_FURTHEST}}}\Z", re.IGNORECASE)
_QUANTIFIED = re.compile(rf"\b(?:{_QUANTIFIERS})(?!\w)", re.IGNORECASE)
_OPENING = re.compile(rf"(?:(?:of|a(?:{GAP}further)?){GAP})*", re.IGNORECASE)  # words before the group rather than of it


@dataclass(frozen=True, slots=True)
class Quantity:
    """The words before a noun, in small letters; those from `start` on belong to the group. `is_said`: they say how many, or which."""

    start: int
    words: tuple[str, ...] = ()
    is_said: bool = False

    @property
    def numbers(self) -> list[int]:
        return [_NUMBERS.get(word) or int(word) for word in self.words if word in _NUMBERS or word.isdecimal()]

    @property
    def count(self) -> int | None:
        """How many; None where no number says so, or where two do: "two of the three" sets some apart."""
        return self.numbers[0] if len(self.numbers) == 1 else None

    @property
    def is_rest(self) -> bool:
        """Whether the bodies are those besides somebody: "the other five"."""
        return not _OTHERS.isdisjoint(self.words)

    @property
    def is_whole(self) -> bool:
        """Whether nobody is left out: "all", "each"."""
        return not _WHOLE.isdisjoint(self.words)

    @property
    def is_some(self) -> bool:
        """Whether somebody may be left out: "several"."""
        return not _SOME.isdisjoint(self.words)

    @property
    def is_each(self) -> bool:
        """Whether they are spoken of one by one: "every"."""
        return not _EACH.isdisjoint(self.words) and "of" not in self.words

    @property
    def is_definite(self) -> bool:
        """Whether the reader is to know which: "the three", "both"."""
        return not _DEFINITE.isdisjoint(self.words)

    @property
    def is_local(self) -> bool:
        """Whether the bodies are those of the area that the text is about: "the area's"."""
        return any(word.endswith(("'s", "’s")) for word in self.words)


def quantity_before(text: str, end: int) -> Quantity:
    """The words of quantity that end where a noun begins, or the place before it.

    >>> quantity_before("She asked a further four ", 25)
    Quantity(start=20, words=('a', 'further', 'four'), is_said=True)
    """
    match = _QUANTITY.search(text, max(0, end - _WINDOW), end)
    if not match:
        return Quantity(end)
    opening = _OPENING.match(text, match.start(), end)
    start = opening.end() if opening else match.start()
    return Quantity(start, tuple(match[0].casefold().split()), _QUANTIFIED.search(text, start, end) is not None)
