"""How names of bodies look: capitalised words up to a head, or running on over "of" and "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from pipeline.organisations.cleaning import cleaned
from pipeline.organisations.wording import is_common, words

Words = list[re.Match[str]]

MOST_WORDS = 12
_QUOTES = " “”\"‘'(•–—-"
_CONNECTORS = frozenset({"and", "&", "+"})
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|[&+]")
# a capitalised word, a number of a kind ("3i", "4th" but not "4th of"), or a small letter before a capital ("easyJet")
_NAME_WORD = r"(?:[^\W\d_a-z](?:[\w&.-]|[’'](?!s?\b)){0,30}(?<![.&-])|\d{1,2}[a-z]{1,2}\b(?!\s+(?:of|[A-Z]))|[a-z]{1,2}[A-Z][a-z]{2,15})"
_RUN = re.compile(rf"(?<![\w£$€]){_NAME_WORD}(?: (?:(?:&|of|de|du) )?{_NAME_WORD}){{0,7}}")


def shapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names that need no model: capitalised words up to a head, or "University of X".

    >>> text = "Yesterday Eastmere Borough Council lost £5m."
    >>> [text[a:b] for a, b in shapes(text, 0, len(text))]
    ['Eastmere Borough Council']
    """
    for run in _runs(text, start, end):
        yield from _named(run)


def capitalised(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every run of capitalised words, without the capital that only opens the sentence.

    >>> text = "In March Allied Domecq paid Credit Suisse First Boston."
    >>> [text[a:b] for a, b in capitalised(text, 0, len(text))]
    ['Allied Domecq', 'Credit Suisse First Boston']
    """
    for match in _RUN.finditer(text, start, end):
        opens = not text[start : match.start()].strip(_QUOTES)
        run = _trimmed(list(_WORD.finditer(text, *match.span())), opens)
        only_opens = opens and len(run) == 1 and is_common(run[0][0])
        if run and not only_opens and (name := cleaned(text, run[0].start(), run[-1].end())):
            yield name


def _runs(text: str, start: int, end: int) -> Iterator[Words]:
    run: Words = []
    for word in _WORD.finditer(text, start, end):
        if run and not (text[run[-1].end() : word.start()] == " " and _goes_on(run[-1][0], word[0])):
            yield run
            run = []
        if run or _capital(word[0]):
            run.append(word)
    yield run


def _goes_on(before: str, word: str) -> bool:
    """Whether a name may run on: over "of" only after a head ("Bank of X", not "Shares of X"), over "and" only before one."""
    if word in {"of", "for"}:
        return before in words("head")
    if word in _CONNECTORS:
        return _capital(before) and before not in words("head")
    return _capital(word) or word in words("legal")


def _named(run: Words) -> Iterator[tuple[int, int]]:
    """The run from its first word that is no opener, where it ends as names of bodies do."""
    ends = words("head") | words("legal")
    first = next((i for i, word in enumerate(run) if word[0] not in words("opener") and _capital(word[0])), len(run))
    head = max((i for i, word in enumerate(run) if word[0] in ends), default=None)
    if head is not None and first < len(run) - 1 < MOST_WORDS and _is_ended([word[0] for word in run], head):
        yield run[first].start(), run[-1].end()


def _is_ended(run: list[str], head: int) -> bool:
    """Whether its last head ends a run, or goes on to say of what it is ("University of Eastmere")."""
    if head < len(run) - 1 and run[head + 1] not in {"of", "for"}:
        return False
    return _capital(run[-1]) or run[-1] in words("legal")


def _trimmed(run: Words, opens: bool) -> Words:
    """A run of capitalised words without months, titles, picture credits, and what else stands before a name at the beginning of a sentence."""
    kept = dropwhile(lambda word: _leads(word[0], opens), (word for word in run if word[0] not in words("month")))
    return list(dropwhile(lambda word: _trails(word[0]), reversed(list(kept))))[::-1]


def _leads(word: str, opens: bool) -> bool:
    """Whether a word stands before a name and not in it; "New" is in it unless it opens the sentence, and so is the "Credit" of a bank."""
    return word in words("title") or (opens and word in words("opener") | words("credit")) or (word in words("opener") and word != "New")


def _trails(word: str) -> bool:
    return not _capital(word) or word in words("credit")


def _capital(word: str) -> bool:
    return word[0].isupper()
