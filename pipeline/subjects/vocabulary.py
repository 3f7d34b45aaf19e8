"""Words that say what a sum may be for, and what they stand for.

`cues/subjects.csv` brings words that mean one thing to one word, and lists some that say nothing; `cues/common_words.csv` says how common words are in
sentences with sums.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.plain import plain

CUES = Path(__file__).parent.parent / "cues"
COMMON = 3  # of a thousand sentences with a sum, those with a word that says nothing of any of them
SHORTEST = 3  # letters of a word that stands for itself
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# nouns of money, by the classes of their cue file: they say what is counted, not what for
MEASURES = frozenset({"change", "control", "currency", "deficit", "forecast", "gap", "overspend", "request", "surplus", "target", "underspend", "variance"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says what a sum may be for, and its span in the text."""

    subject: str
    start: int
    end: int
    is_known: bool  # to `cues/subjects.csv`


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a stretch of text that may be what a sum is for; the longest phrase at a place wins."""
    matches = list(WORD.finditer(text, start, end))
    told = tuple(singular(match[0]) for match in matches)
    place = 0
    while place < len(told):
        phrase = next((phrase for length in range(_longest(), 0, -1) if (phrase := told[place : place + length]) in _known()), told[place : place + 1])
        is_known = phrase in _known()
        subject = _known()[phrase] if is_known else "" if _says_nothing(phrase[0]) else phrase[0]
        if subject:
            yield Word(subject, matches[place].start(), matches[place + len(phrase) - 1].end(), is_known)
        place += len(phrase)


def singular(word: str) -> str:
    """A word in small letters, without the ending of a plural or a genitive.

    >>> [singular(word) for word in ("Wages", "bodies", "boss’s", "glass", "bus", "taxes")]
    ['wage', 'body', 'boss', 'glass', 'bus', 'tax']
    """
    form = word.lower().replace("’", "'").removesuffix("'s")
    if form.endswith("ies") and len(form) > SHORTEST + 1:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "sses", "xes", "buses")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and len(form) > SHORTEST and not form.endswith(("ss", "us", "sis")) else form


@functools.cache
def _known() -> Mapping[tuple[str, ...], str]:
    """What words and phrases stand for; some phrases for nothing."""
    return {forms(row["word"]): row["subject"] for row in _rows("subjects") if row["subject"] or " " in row["word"]}


@functools.cache
def _longest() -> int:
    return max(map(len, _known()))


@functools.lru_cache(maxsize=65_536)
def _says_nothing(word: str) -> bool:
    return len(word) < SHORTEST or plain(word) in _silent()


@functools.cache
def _silent() -> frozenset[str]:
    """The plain forms of words that are common, or speak of money alone."""
    common = [row["word"] for row in _rows("common_words") if float(row["per_thousand"]) >= COMMON]
    money = [row["noun"] for row in _rows("nouns") if row["class"] in MEASURES] + [row["verb"] for row in _rows("verbs")]
    return frozenset((*common, *map(plain, money), *(plain(row["word"]) for row in _rows("subjects") if not row["subject"])))


def _rows(name: str) -> list[dict[str, str]]:
    with (CUES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def forms(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, each in the singular."""
    return tuple(singular(match[0]) for match in WORD.finditer(phrase))
