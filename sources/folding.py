"""White space as a browser shows it."""

from __future__ import annotations

import re

FOLDABLE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
# numeric references such as &#150; mean windows-1252, whatever Unicode says of those numbers
CONTROLS = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)} | dict.fromkeys([*range(9), *range(14, 32), 127])


def fold(text: str) -> str:
    """Runs of white space become one space, except no-break spaces, which stay as they are; ends are trimmed.

    >>> fold("  £48.2\\u00a0million \\n in the red ")
    '£48.2\\xa0million in the red'
    """
    return FOLDABLE.sub(" ", text.translate(CONTROLS)).strip(" \u00a0")


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text.

    >>> sorted(words("nav menu"))
    ['menu', 'nav']
    """
    return frozenset(text.split())
