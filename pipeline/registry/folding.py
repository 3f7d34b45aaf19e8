"""The form in which names are compared."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

_APOSTROPHES = str.maketrans("", "", "'‘’ʼ`")
_WORD = re.compile(r"[^\W_ʼ]+(?:['‘’ʼ`]+[^\W_ʼ]+)*|[&+]")  # to `re` the apostrophe ʼ is a letter
# the same for ASCII, in which nearly all names are written, three times as fast: what is not a letter or digit is a gap
_ASCII = bytes.maketrans((string.ascii_uppercase + string.punctuation).encode(), (string.ascii_lowercase + " " * len(string.punctuation)).encode())


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, with their places; apostrophes belong to their word, and `&` is one."""
    return _WORD.finditer(text)


def fold_word(word: str) -> str:
    """One word without case and apostrophes."""
    return "and" if word in "&+" else word.casefold().translate(_APOSTROPHES)


def fold(text: str) -> str:
    """The form in which names are compared: no case, apostrophes, dashes, punctuation, no leading "the"; `&` is `and`.

    >>> fold("The Queen Elizabeth Hospital, King’s Lynn") == fold("Queen Elizabeth Hospital Kings Lynn")
    True
    """
    if text.isascii():
        folded = text.replace("&", " and ").replace("+", " and ").encode().translate(_ASCII, b"'`").decode().split()
    else:
        folded = [fold_word(match[0]) for match in words(text)]
    return " ".join(folded[1:] if folded[:1] == ["the"] else folded)
