"""Where a sum may stand: one automaton runs over the text and stops at signs, codes and names of currencies, at damaged signs, and at scales.

Everything else in this package looks only around these places, so a text without them costs next to nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from string import ascii_lowercase
from typing import NamedTuple

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


class Anchor(NamedTuple):
    """A place that may belong to a sum: the span of the sign or word alone."""

    start: int
    end: int
    kind: Kind
    printed: str  # lower-case, with plain spaces


# the ends of numbers: what is short, or also means something else, is looked for only behind these
_DIGIT_ENDS = (
    *("0", "½", "¼", "¾"),
    *(f"0{scale}" for scale in ("k", "m", "mn", "bn", "b", "tn")),
    *"hundred thousand million billion trillion lakh crore milion mil mill mln mn bn mio mio. mrd mrd. md cr млн млн. млрд млрд.".split(),
)
_WORD_ENDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety half quarter"
).split()
_SHOP_ENDS = (", ", ". ", "–", "0)")  # 12,- Kč; one (1) euro
_SHOPS = ("kč", "kr", "zł", "ft", "chf", "eur", "euro", "sek", "nok", "dkk", "czk", "pln", "บาท")
# codes that people also say, and write in small letters
SMALL_CODES = frozenset("usd eur gbp jpy chf aud cad nzd hkd sgd cny inr sek nok dkk czk pln huf rub brl mxn zar aed ils krw thb myr idr vnd twd php".split())
_SHORT = 5
_UNPARTED = "\u0e00"  # from here on are scripts that part no words
_OTHERWISE = frozenset("crown crowns marks franc shilling reals quetzal krona manat cents grosz dirham leone florin agora".split())
# in English these are common words: they are money only behind a scale, or where the text names the country
DOUBTFUL = frozenset(
    "won mark marks crown crowns real reals sol som dong kip tala pula lats lat lev lek lari dram florin para sen ore sin att ban bani deni pul heller "
    "filler avo fen xu sent lipa agora thebe sene leone birr kina vatu loti pya colon".split()
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


class _Cut(NamedTuple):
    """How to cut an anchor out of a match: its start before the end of the match, its length, and where letters must end for it to be a word."""

    back: int
    length: int
    opens: bool
    closes: bool
    kind: Kind
    printed: str


def find_anchors(text: str) -> Iterator[Anchor]:
    """Every place of a text that may belong to a sum, in the order of their ends; where one is part of another, both."""
    automaton, cuts = _automaton()
    folded = fold(text)
    is_ascii = len(folded) == len(text)
    at_byte = at_char = 0
    for number, _, end_byte in automaton.find_matches_as_indexes(folded, overlapping=True):
        at_char = end_byte if is_ascii else at_char + len(folded[at_byte:end_byte].decode())
        at_byte = end_byte
        back, length, opens, closes, kind, printed = cuts[number]
        start = at_char - back
        end = start + length
        # the pound of "compound" is none
        if not ((closes and text[end : end + 1].isalpha()) or (opens and start and text[start - 1].isalpha())):
            yield Anchor(start, end, kind, printed)


@functools.cache
def _automaton() -> tuple[BytesAhoCorasick, list[_Cut]]:
    patterns = list({pattern.text: pattern for pattern in _patterns()}.values())
    return BytesAhoCorasick([pattern.text.encode() for pattern in patterns], implementation=Implementation.DFA), [_cut(pattern) for pattern in patterns]


def _cut(pattern: _Pattern) -> _Cut:
    first, last = pattern.printed[0], pattern.printed[-1]
    opens, closes = first.isalpha() and not pattern.lead, last.isalpha() and last < _UNPARTED
    return _Cut(len(pattern.text) - pattern.lead, len(pattern.printed), opens, closes, pattern.kind, pattern.printed)


def _patterns() -> Iterator[_Pattern]:
    yield from (_Pattern(f"0{gap}{scale}", 1 + len(gap), scale, Kind.SCALE) for scale in ("m", "mn", "bn", "million", "billion") for gap in ("", " "))
    yield from _names({*NAMES}, Kind.NAME)
    yield from _names({name for name in MINOR if len(name) > 1}, Kind.MINOR)
    for word in SLANG:
        yield from _behind((*_DIGIT_ENDS, *_WORD_ENDS), word, Kind.SLANG)
        yield _Pattern(f"a {word}", 2, word, Kind.SLANG)
    for sign in SIGNS:
        if sign not in _LETTER_SIGNS:
            yield _Pattern(sign, 0, sign, Kind.SIGN)
    for letters in _SHOPS:
        yield from _behind(_SHOP_ENDS, letters, Kind.NAME if letters in NAMES else Kind.LETTERS)
    for letters in (*_LETTER_SIGNS, *(code.lower() for code in table())):
        for variant in {letters, letters if letters.isascii() else letters.upper()}:  # folding knows ASCII alone
            yield from _beside_numbers(variant, Kind.LETTERS)
    yield from (_Pattern(f"{end}{sign}", 1, sign, Kind.MINOR) for sign in ("p", "c", "¢") for end in ("0", "½", "¼", "¾"))
    yield _Pattern("0 ¢", 2, "¢", Kind.MINOR)
    for sign in DAMAGED:
        folded = re.sub(r"\d", "0", sign)
        yield _Pattern(f"{folded}0", 0, folded, Kind.DAMAGED)


def _names(names: set[str], kind: Kind) -> Iterator[_Pattern]:
    for name in names:
        for word in {name, f"{name}s"}:
            if len(word) < _SHORT or word in _OTHERWISE:
                yield from _behind((*_DIGIT_ENDS, *_WORD_ENDS), word, kind)
                yield _Pattern(f"{word} 0", 0, word, kind)
            else:
                yield _Pattern(word, 0, word, kind)


def _behind(ends: Iterable[str], word: str, kind: Kind) -> Iterator[_Pattern]:
    for end in ends:
        yield _Pattern(f"{end} {word}", len(end) + 1, word, kind)
        if end == "0":
            yield _Pattern(f"{end}{word}", len(end), word, kind)


def _beside_numbers(letters: str, kind: Kind) -> Iterator[_Pattern]:
    if letters not in ascii_lowercase:
        yield from _behind((*_DIGIT_ENDS, *_WORD_ENDS) if letters in SMALL_CODES else _DIGIT_ENDS, letters, kind)
    for gap in ("", " "):
        yield _Pattern(f"{letters}{gap}0", 0, letters, kind)
