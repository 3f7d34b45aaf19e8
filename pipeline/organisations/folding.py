"""Text made plain for the automatons of names: small letters and one space between words, with the way back to the places of its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from ahocorasick_rs import BytesAhoCorasick, Implementation
from numpy.typing import NDArray

_GAP, _APOSTROPHE, _S = b"\0's"  # a gap between words is a zero: to find two in a row takes one `or`
# printed in one character of Latin-1, or in one that stands in for it, and compared in several
_SPELT_OUT = {b"&": b"\0and\0", b"\xdf": b"ss", b"\1": b"ff", b"\2": b"fi", b"\3": b"fl", b"\4": b"ffi", b"\5": b"ffl"}
_LETTER = "\x7f"  # stands in for every other letter outside Latin-1
_WIDE = re.compile("[^\0-\xff]")
# the commonest characters outside: to replace each by itself is many times faster than the pattern
_COMMON = dict(zip("‘’“”–—…•", "''      ", strict=True))
_RARE = dict(zip("ʼﬀﬁﬂﬃﬄ", "'\1\2\3\4\5", strict=True))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form in which names are compared, between two gaps; `places` has the place of each byte's character, counted from 1."""

    text: str
    data: bytes
    places: memoryview

    def find(self, automaton: BytesAhoCorasick) -> Iterator[tuple[int, int, int]]:
        """Which pattern of `automaton_of` stands from where to where, as whole words, without a possessive; overlapping ones too, by their ends."""
        text, data, places = self.text, self.data, self.places
        for which, gap, end in automaton.find_matches_as_indexes(data, overlapping=True):
            after = data[end]
            if after == _GAP or (after == _S and data[end + 1] == _GAP and text[places[end] - 2] in "'’"):
                yield which, places[gap + 1] - 1, places[end - 1]


def automaton_of(forms: Iterable[str]) -> BytesAhoCorasick:
    """An automaton that finds names of the form that `pipeline.registry.fold` gives them."""
    return BytesAhoCorasick([_narrow(f" {form}").translate(_PLAIN) for form in forms], implementation=Implementation.ContiguousNFA)


def fold_text(text: str) -> Folded:
    """The text as `pipeline.registry.fold` has its words, except that all letters outside Latin-1 look alike.

    >>> fold_text("St. Helens & Knowsley’s").data.split(b"\\0")
    [b'', b'st', b'helens', b'and', b'knowsleys', b'']
    """
    data, printed = _spell_out(_narrow(f" {text} ").translate(_PLAIN))
    chars = np.frombuffer(data, np.uint8)
    kept = chars != _APOSTROPHE
    kept[1:] &= np.logical_or(chars[1:], chars[:-1])
    (places,) = kept.nonzero()
    return Folded(text, chars[places].tobytes(), memoryview(places if printed is None else printed[places]))


def _narrow(text: str) -> bytes:
    """One byte a character, of Latin-1."""
    if text.isascii():
        return text.encode()
    for char, plain in _COMMON.items():
        text = text.replace(char, plain)
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return _WIDE.sub(_stand_in, text).encode("latin-1")


def _stand_in(wide: re.Match[str]) -> str:
    return _RARE.get(wide[0]) or (_LETTER if wide[0].isalnum() else " ")


def _spell_out(data: bytes) -> tuple[bytes, NDArray[np.intp] | None]:
    """The text with ampersands and ligatures in full, and the places where its bytes are printed, if it has any of them."""
    places: NDArray[np.intp] | None = None
    for short, full in _SPELT_OUT.items():
        if short in data:
            places = np.arange(len(data)) if places is None else places
            longer = np.repeat(np.flatnonzero(np.frombuffer(data, np.uint8) == ord(short)), len(full) - 1)
            data, places = data.replace(short, full), np.insert(places, longer, places[longer])
    return data, places


def _plain(char: str) -> bytes:
    """A character of Latin-1 as names are compared: a small letter or digit, an apostrophe, an ampersand, or a gap."""
    byte = char.encode("latin-1")
    if byte in _SPELT_OUT or char == _LETTER:
        return byte
    if char.isalnum():
        return _narrow(char.casefold())
    return b"'" if char in "'`" else b"&" if char == "+" else b"\0"


_PLAIN = b"".join(_plain(chr(byte)) for byte in range(256))
