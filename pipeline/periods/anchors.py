"""Places where a time may stand: one pass of an automaton over the bytes, so that a text without any costs next to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from pipeline.periods.holidays import HOLIDAYS
from pipeline.periods.kinds import kind
from pipeline.periods.lexicon import WORDS

_KINDS = (
    *"month weekday decades season fall deictic day week mth yr quarter decade century fortnight weekend".split(),
    *"ago hour part night fy fye ytd thousand tens".split(),
)
_HOLIDAYS: dict[str, int] = {
    spelling: place for place, (name, _) in enumerate(HOLIDAYS) for spelling in (name, name.replace("'", "’"), name.replace("'", "\N{PRIME}"))
}
_WORDS = [word for word, (name, _) in WORDS.items() if name in set(map(kind, _KINDS))] + ["nineteen"]
# years by their first three digits; a decade; an ordinal; digits after a stroke, a dash, a point or an apostrophe; two years of two digits;
# quarters, halves and months by letter
_NUMBERS = [
    *(str(first) for first in range(150, 210)),
    *(f"{digit}{suffix}" for digit in range(10) for suffix in ("th", "/", "0s" if digit else "00s")),
    *("1st", "2nd", "3rd"),
    *(f"{mark}{month:02}{mark}" for mark in ".-" for month in range(1, 13)),
    *(f"{mark}{month}{mark}" for mark in ".-" for month in range(1, 10)),
    *(f"-{day}{after}" for day in range(13, 32) for after in ("-", " to ")),
    *(f"{first % 100:02}{dash}{(first + 1) % 100:02}" for first in range(90, 140) for dash in "-–"),
    *(f"{mark}{digit}" for mark in "'’‘" for digit in range(10)),
    *(f"q{quarter}" for quarter in range(1, 5)),
    *("h1", "h2", "1h", "2h", "1q", "2q", "3q", "4q", "fy1", "fy2", "fy 1", "fy 2"),
]
# short names are parts of many longer words ("money", "said"): they are looked for with the byte that ends them
_SHORT = [word for word in _WORDS if len(word) <= 4 and WORDS[word][0] in (kind("month"), kind("weekday"))]
_ENDS = [bytes([byte]) for byte in range(256) if not (bytes([byte]).isalpha() or 0x80 <= byte < 0xC2)]
_LONG = [word.encode() for word in (*_WORDS, *_HOLIDAYS) if word not in set(_SHORT)]
_PATTERNS = [*_LONG, *(word.encode() + end for word in _SHORT for end in _ENDS), *map(str.encode, _NUMBERS)]
_WHOLE = len(_PATTERNS) - len(_NUMBERS)  # patterns before this one are whole words
_YEARS = range(_WHOLE, _WHOLE + 60)
_HOLIDAY = {index: (_HOLIDAYS[name], len(name)) for index, pattern in enumerate(_LONG) if (name := pattern.decode()) in _HOLIDAYS}
_AUTOMATON = BytesAhoCorasick(_PATTERNS, MatchKind.LeftmostLongest, Implementation.DFA)
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset(b"0123456789")

Anchor = tuple[int, tuple[int, int] | None]  # the first character; of a holiday, which of the HOLIDAYS it is and how many characters name it


def anchors(text: str) -> Iterator[Anchor]:
    """Where a text may speak of a time, in order. Some are false: the words around an anchor decide.

    >>> list(anchors("Mayor of Sundays: £12 in May"))
    [(25, None)]
    """
    data = text.encode(errors="surrogatepass").lower() + b"\n"
    hits = (hit for hit in _AUTOMATON.find_matches_as_indexes(data) if _stands_alone(data, *hit))
    if len(data) == len(text) + 1:
        return ((start, _HOLIDAY.get(index)) for index, start, _ in hits)
    return _in_characters(data, hits)


def _stands_alone(data: bytes, index: int, start: int, end: int) -> bool:
    """Not within a longer word; of a year, not within a longer number."""
    if index < _WHOLE:
        return not (start and data[start - 1] in _LETTERS) and not (index < len(_LONG) and data[end] in _LETTERS)
    if index in _YEARS:
        digits = data[end : end + 6]
        whole = digits[:1].isdigit() and (not digits[1:2].isdigit() or (digits[:5].isdigit() and not digits[5:].isdigit()))  # 2013 or 20130405
        return whole and not (start and data[start - 1] in _DIGITS)
    return True


def _in_characters(data: bytes, hits: Iterator[tuple[int, int, int]]) -> Iterator[Anchor]:
    """Bytes counted as characters; a hit starts where a character does."""
    at_byte = at_character = 0
    for index, start, _ in hits:
        at_character += len(data[at_byte:start].decode(errors="surrogatepass"))
        at_byte = start
        yield at_character, _HOLIDAY.get(index)
