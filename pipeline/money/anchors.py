"""Where a sum may stand: one automaton runs over the text and stops at signs, codes and names of currencies, at damaged signs, and at scales.

Everything else in this package looks only around these places, so a text without them costs next to nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ahocorasick_rs import BytesAhoCorasick, Implementation

from pipeline.money.currencies import MINOR, NAMES, SIGNS, table
from pipeline.money.folding import fold


class Kind(Enum):
    """How a place says that a sum is near."""

    SIGN = auto()  # £ US$
    LETTERS = auto()  # kr Rs GBP: a sign or code made of letters
    NAME = auto()  # dollars, Swiss francs
    MINOR = auto()  # pence, 20p
    DAMAGED = auto()  # #46m, PS2.7m, &pound;5
    SLANG = auto()  # ten grand, a fiver
    SCALE = auto()  # 36.1m, without any sign


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that may belong to a sum: the span of the sign or word alone."""

    start: int
    end: int
    kind: Kind
    printed: str  # lower-case, with plain spaces


# the words that come last in a number: what is short, or also means something else, is looked for only behind these
_NUMBER_ENDS = (
    *("0", "½", "¼", "¾", ", ", ". ", "–"),  # 12,- Kč
    *(f"0{scale}" for scale in ("k", "m", "mn", "bn", "b", "tn")),
    *"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
    *"twenty thirty forty fifty sixty seventy eighty ninety".split(),
    *"hundred thousand million billion trillion millions lakh crore milion mln mn bn half quarter".split(),
)
_SHORT = 5
_OTHERWISE = frozenset("crown crowns marks franc shilling reals quetzal krona manat cents grosz dirham leone florin agora".split())
# in English these are common words: they are money only behind a scale, or where the text names the country
DOUBTFUL = frozenset(
    "won mark marks crown crowns real reals sol som dong kip tala pula lats lat lev lek lari dram florin para sen ore sin att ban bani deni pul heller "
    "filler avo fen xu sent lipa agora thebe sene leone birr taka kina vatu loti pya colon".split()
)
DAMAGED = dict.fromkeys(("#", "ps", "\ufffd", "ï¿½", "?", "&pound;", "&#163;", "&#xa3;"), "GBP") | dict.fromkeys(("&euro;", "&#8364;", "â‚¬"), "EUR")
SLANG = {"grand": 1000, "tenner": 10, "tenners": 10, "fiver": 5, "fivers": 5}
_LETTER_SIGNS = {sign for sign in SIGNS if sign.strip("./").isalpha() or "." in sign.rstrip(".")} - {"u.s.$"} | {"r"}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What the automaton looks for: `lead` characters of a number, then the anchor itself, then perhaps a digit."""

    text: str
    lead: int
    printed: str
    kind: Kind


def find_anchors(text: str) -> Iterator[Anchor]:
    """Every place of a text that may belong to a sum, in the order of their ends; where one is part of another, both."""
    automaton, patterns = _automaton()
    folded = fold(text)
    at_byte = at_char = 0
    for number, _, end_byte in automaton.find_matches_as_indexes(folded, overlapping=True):
        at_char += end_byte - at_byte if len(folded) == len(text) else len(folded[at_byte:end_byte].decode())
        at_byte = end_byte
        pattern = patterns[number]
        place = at_char - len(pattern.text) + pattern.lead
        end = place + len(pattern.printed)
        if _stands_alone(text, place, end, pattern):
            yield Anchor(place, end, pattern.kind, pattern.printed)


def _stands_alone(text: str, start: int, end: int, pattern: _Pattern) -> bool:
    """Whether letters end where letters should: the pound of "compound" is none."""
    printed = pattern.printed
    if printed[-1].isalpha() and text[end : end + 1].isalpha():
        return False
    return not (printed[0].isalpha() and start and text[start - 1].isalpha() and not pattern.lead)


@functools.cache
def _automaton() -> tuple[BytesAhoCorasick, list[_Pattern]]:
    patterns = list({pattern.text: pattern for pattern in _patterns()}.values())
    texts = [pattern.text.encode() for pattern in patterns]
    return BytesAhoCorasick(texts, implementation=Implementation.DFA), patterns


def _patterns() -> Iterator[_Pattern]:
    yield from (_Pattern(f"0{gap}{scale}", 1 + len(gap), scale, Kind.SCALE) for scale in ("m", "mn", "bn", "million", "billion") for gap in ("", " "))
    yield from _names({*NAMES}, Kind.NAME)
    yield from _names({name for name in MINOR if len(name) > 1}, Kind.MINOR)
    for word in SLANG:
        yield from _behind_numbers(word, Kind.SLANG)
        yield _Pattern(f"a {word}", 2, word, Kind.SLANG)
    for sign in SIGNS:
        if sign not in _LETTER_SIGNS:
            yield _Pattern(sign, 0, sign, Kind.SIGN)
    for letters in (*_LETTER_SIGNS, *(code.lower() for code in table())):
        yield from _beside_numbers(letters, Kind.LETTERS)
    yield from (_Pattern(f"{end}{sign}", 1, sign, Kind.MINOR) for sign in ("p", "c", "¢") for end in "0½¼¾")
    for sign in DAMAGED:
        folded = re.sub(r"\d", "0", sign)
        yield _Pattern(f"{folded}0", 0, folded, Kind.DAMAGED)


def _names(names: set[str], kind: Kind) -> Iterator[_Pattern]:
    for name in names:
        for word in {name, f"{name}s"}:
            if len(word) < _SHORT or word in _OTHERWISE:
                yield from _behind_numbers(word, kind)
            else:
                yield _Pattern(word, 0, word, kind)


def _behind_numbers(word: str, kind: Kind) -> Iterator[_Pattern]:
    for end in _NUMBER_ENDS:
        yield _Pattern(f"{end} {word}", len(end) + 1, word, kind)
        if end[0] == "0":
            yield _Pattern(f"{end}{word}", len(end), word, kind)


def _beside_numbers(letters: str, kind: Kind) -> Iterator[_Pattern]:
    if len(letters) > 1:
        yield from _behind_numbers(letters, kind)
    for gap in ("", " ", ": "):
        yield _Pattern(f"{letters}{gap}0", 0, letters, kind)
