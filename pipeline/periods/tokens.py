"""Words, numbers and marks of a text around its anchors, each with its kind; an unknown word ends what may be a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Period
from pipeline.periods.anchors import anchors
from pipeline.periods.kinds import kind, kinds
from pipeline.periods.lexicon import LETTERS, WORDS


class Node(NamedTuple):
    """A word with its number, or a phrase with the period that it was read as, the other readings of it and the nodes that it was made of."""

    kind: str
    start: int
    end: int
    value: int = 0
    period: Period | None = None
    others: tuple[Period, ...] = ()
    parts: tuple[Node, ...] = ()


_LONGEST = 64  # words of a run; a longer one is a table or an attack
_BEFORE = 64  # characters that may lead up to an anchor: "between the beginning of the twenty-first"
_TOKEN = re.compile(
    r"(?![fFyYwW]/)[^\W\d_]+(?![^\W_])"
    r"|(?P<numeric>(?<![\w.£$€-])(?<!(?<!\d-\d\d)/)(?:\d{1,4}(?P<mark>[-‐‑/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)|\d{4}(?P<iso>[-‐‑/])\d{1,2}(?P=iso)\d)"
    r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?Z?)?(?![\w-]|/(?!\d{4}-\d)|\.\d))"
    r"|(?P<split>(?<![\d./£$€])(?<!\d\d\d-)(?:1[5-9]|20)\d\d\s?[-‐‑–—−/]\s?(?:(?:1[5-9]|20)\d\d|\d\d?)"
    r"(?![\d%/]|[.,]\d|[-‐‑]\d{1,3}\b|st\b|nd\b|rd\b|th\b|\s?[A-Z][a-z]{2,8}\.?,?\s(?:1[5-9]|20)\d\d))"
    r"|(?<=/)(?:19|20)\d\d(?=:\d\d:\d\d)"
    r"|(?P<clock>(?<![\d:.])\d{1,2}:\d\d(?::\d\d)?(?![\d:.]))"
    r"|(?P<other>\d+(?:[.,:]\d+)+[\w%]*)"
    r"|[fFyY]/[eEyY]\b|[wW]/[bceBCE]\b|[fF][yY][eE]?(?=\d)"
    r"|[^\W_]+"
    r"|\n\s*\n"
    r"|\S"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"((?:1[5-9]|20)\d0|[1-9]0)s")
_HALVES = re.compile(r"\s?[-‐‑–—−/]\s?")
_GLUED = re.compile(r"\d+|[^\W\d_]+")
_GLUABLE = frozenset(kinds("yy") + "".join(map(kind, ("year", "month", "fy", "fye", "q", "h", "m", "mth"))))
_NO_NUMBER_AFTER, _NO_NUMBER_BEFORE = frozenset("£$€¥#@=+_~^"), frozenset("%°")
_LOOSE = frozenset(map(kind, "the a and on comma dot quote paren from between by".split()))  # no time ends with them
_NUM, _BIG, _YEAR, _NTH, _TENTH, _MONTH = map(kind, ("num", "big", "year", "nth", "tenth", "month"))
_NUMERIC, _SPLIT, _RUN, _ISO, _CLOCK, _HOLIDAY, _DASH = map(kind, ("numeric", "split", "run", "iso", "clock", "holiday", "dash"))


def segments(text: str) -> Iterator[list[Node]]:
    """Runs of known words around the anchors of a text.

    >>> [text[run[0].start : run[-1].end] for text in ["It closed on the 5th of May 2019 for repairs"] for run in segments(text)]
    ['on the 5th of May 2019']
    """
    found = list(anchors(text))
    holidays = {start: (start + holiday[1], holiday[0]) for start, holiday in found if holiday}
    done = 0
    for start, _ in found:
        if start >= done:
            run, done = _run(text, done, start, holidays)
            while run and run[-1].kind in _LOOSE:
                run.pop()
            if run:
                yield run


def _run(text: str, done: int, anchor: int, holidays: dict[int, tuple[int, int]]) -> tuple[list[Node], int]:
    """From the last unknown word before an anchor to the first after it, and where that ends."""
    first = within = _led_from(text, max(done, anchor - _BEFORE), anchor)
    run: list[Node] = []
    for match in _TOKEN.finditer(text, first):
        start, end = match.span()
        if start < within:
            continue
        if start in holidays:
            within = holidays[start][0]
            run.append(Node(_HOLIDAY, start, *holidays[start]))
        elif known := WORDS.get(match[0]):
            run.append(Node(known[0], start, end, known[1]))
        elif nodes := _numbers(text, match[0], start, end, match.lastgroup):
            run += nodes
        elif start >= anchor:
            return run, end
        else:
            run.clear()
        if len(run) >= _LONGEST:
            return run, max(within, end)
    return run, len(text)


def _led_from(text: str, limit: int, anchor: int) -> int:
    """Back over the words before an anchor, to the last that leads up to no time."""
    place = anchor
    while place > limit and (space := text.rfind(" ", limit, place - 1)) >= 0:
        word = text[space + 1 : place].rstrip()
        if word.isalpha() and word not in WORDS:
            return place
        place = space + 1
    return place if limit and text[limit - 1].isalnum() and text[limit].isalnum() else limit


def _numbers(text: str, word: str, start: int, end: int, group: str | None) -> Sequence[Node]:
    """A token with digits by its kinds; nothing for an unknown one."""
    if not (word[0].isdecimal() or word[-1].isdecimal()):
        return ()
    if group == "numeric":
        return (Node(_NUMERIC, start, end),)
    if group == "clock":
        return (Node(_CLOCK, start, end),)
    if group == "split":
        return _split(word, start, end)
    if text[start - 1 : start] in _NO_NUMBER_AFTER or text[end : end + 1] in _NO_NUMBER_BEFORE:
        return ()
    return _number(word, start, end) if word.isdecimal() else _mixed(word, start, end)


def _number(word: str, start: int, end: int) -> Sequence[Node]:
    value = int(word) if len(word) <= 4 and word.isdecimal() else 0
    if len(word) == 8 and word.isdecimal() and word[:2] in ("19", "20"):
        return (Node(_NUMERIC, start, end),)
    if len(word) == 4:
        return (Node(_YEAR, start, end, value),) if 1500 <= value <= 2099 else ()
    if not word.isdecimal() or len(word) > 3 or (len(word) == 3 and word[0] == "0"):
        return ()
    return (Node(_NUM if 1 <= value <= 31 else _BIG, start, end, value),)


def _mixed(word: str, start: int, end: int) -> Sequence[Node]:
    """ "3rd", "1980s", and numbers glued to letters: "FY19", "Q3", "M06", "5Apr2013"."""
    if match := _ORDINAL.fullmatch(word):
        return (Node(_NTH, start, end, int(match[1])),)
    if match := _DECADE.fullmatch(word):
        return (Node(_TENTH, start, end, int(match[1])),)
    nodes: list[Node] = []
    for piece in _GLUED.finditer(word) if len(word) <= 12 else ():
        known = LETTERS.get(piece[0]) or WORDS.get(piece[0].lower())
        place = start + piece.start()
        read = (Node(known[0], place, place + len(piece[0]), known[1]),) if known else _number(piece[0], place, place + len(piece[0]))
        if not read or read[0].kind not in _GLUABLE:
            return ()
        if nodes and _MONTH in (nodes[-1].kind, read[0].kind):
            nodes.append(Node(_DASH, place, place))
        nodes += read
    return nodes if len(nodes) > 1 else ()


def _split(word: str, start: int, end: int) -> Sequence[Node]:
    """A year with both its halves; "2016-20" is a run of years, "2016-06" and "2016/06" a month, and of "2018 - 9 of them" only the year is one."""
    first, last = int(word[:4]), _HALVES.split(word)[1]
    spaced = len(last) == 1 and len(word) > 6
    if not spaced and int(last) in (first + 1, (first + 1) % 10 ** len(last)):
        return (Node(_SPLIT, start, end, first),)
    until = int(word[: 4 - len(last)] + last)
    if not spaced and "/" not in word and len(last) > 1 and until - first > 1:
        return (Node(_RUN, start, end, until),)
    if len(word) == 7 and 1 <= int(last) <= 12:
        return (Node(_ISO, start, end, int(last)),)
    return (Node(_YEAR, start, start + 4, first),) if spaced else ()
