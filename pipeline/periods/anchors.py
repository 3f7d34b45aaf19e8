"""Places where a time may stand: one pass of an automaton over the bytes, so that a text without any costs next to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from pipeline.periods.holidays import HOLIDAYS
from pipeline.periods.kinds import kind
from pipeline.periods.lexicon import WORDS

_KINDS = "month weekday decades season fall deictic day week mth yr quarter decade century fortnight weekend ago part night fy fye ytd thousand tens".split()
_HOLIDAYS: dict[str, int] = {
    spelling: place for place, (name, _) in enumerate(HOLIDAYS) for spelling in (name, name.replace("'", "’"), name.replace("'", "\N{PRIME}"))
}
_WORDS = [word for word, (name, _) in WORDS.items() if name in set(map(kind, _KINDS))] + ["nineteen"]
# years by their first three digits; a decade; an ordinal; digits after a stroke, a dash, a point or an apostrophe; quarters, halves and months by letter
_NUMBERS = [
    *(str(first) for first in range(150, 210)),
    *(f"{digit}{suffix}" for digit in range(10) for suffix in ("th", "/", "0s" if digit else "00s")),
    *("1st", "2nd", "3rd"),
    *(f"{mark}{month:02}{mark}" for mark in ".-" for month in range(1, 13)),
    *(f"{mark}{month}{mark}" for mark in ".-" for month in range(1, 10)),
    *(f"-{day}-" for day in range(13, 32)),
    *(f"{mark}{digit}" for mark in "'’‘" for digit in range(10)),
    *(f"q{quarter}" for quarter in range(1, 5)),
    *("h1", "h2", "1h", "2h", "1q", "2q", "3q", "4q", "fy1", "fy2", "fy 1", "fy 2"),
]
_PATTERNS = [*_WORDS, *_HOLIDAYS, *_NUMBERS]
_WHOLE = len(_WORDS) + len(_HOLIDAYS)  # patterns before this one are whole words
_YEARS = range(_WHOLE, _WHOLE + 60)
_PLACE = {index: _HOLIDAYS[pattern] for index, pattern in enumerate(_PATTERNS) if pattern in _HOLIDAYS}
_AUTOMATON = BytesAhoCorasick([pattern.encode() for pattern in _PATTERNS], MatchKind.LeftmostLongest, Implementation.DFA)
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset(b"0123456789")

Anchor = tuple[int, int, int]  # first and last character, and which of the HOLIDAYS it names, or -1


def anchors(text: str) -> Iterator[Anchor]:
    """Where a text may speak of a time, in order; false ones are fewer than true ones, none is missed.

    >>> list(anchors("Mayor of Sundays: £12 in May"))
    [(25, 28, -1)]
    """
    data = text.encode(errors="surrogatepass").lower()
    hits = (hit for hit in _AUTOMATON.find_matches_as_indexes(data) if _stands_alone(data, *hit))
    if len(data) == len(text):
        return ((start, end, _PLACE.get(index, -1)) for index, start, end in hits)
    return _in_characters(data, hits)


def _stands_alone(data: bytes, index: int, start: int, end: int) -> bool:
    """Not within a longer word; of a year, not within a longer number."""
    if index < _WHOLE:
        return not (end < len(data) and data[end] in _LETTERS) and not (start and data[start - 1] in _LETTERS)
    if index in _YEARS:
        digits = data[end : end + 6]
        whole = digits[:1].isdigit() and (not digits[1:2].isdigit() or (digits[:5].isdigit() and not digits[5:].isdigit()))  # 2013 or 20130405
        return whole and not (start and data[start - 1] in _DIGITS)
    return True


def _in_characters(data: bytes, hits: Iterator[tuple[int, int, int]]) -> Iterator[Anchor]:
    """Bytes counted as characters; a hit starts and ends where a character does."""
    at_byte = at_character = 0
    for index, start, end in hits:
        first = at_character + len(data[at_byte:start].decode(errors="surrogatepass"))
        at_byte, at_character = end, first + len(data[start:end].decode(errors="surrogatepass"))
        yield first, at_character, _PLACE.get(index, -1)
