"""How names of bodies look: capitalised words up to a head, or running on over "of" and "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.organisations.wording import is_common, words

_QUOTES = " “”\"‘'(•–—-"
_CONNECTORS = frozenset({"and", "&", "+"})
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|[&+]")
_NAME_WORD = r"(?:[^\W\d_a-z](?:[\w&.-]|[’'](?!s?\b)){0,30}(?<![.&-])|\d{1,2}[a-z]{1,2}\b(?!\s+(?:of|[A-Z]))|[a-z]{1,2}[A-Z][a-z]{2,15})"
_RUN = re.compile(rf"(?<![\w£$€]){_NAME_WORD}(?: (?:(?:&|of|de|du) )?{_NAME_WORD}){{0,7}}")
_MONEY_OR_DATE = re.compile(r"[£$€%]|\b\d{4}\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\d(?:m|bn|k)\b")
# a name that ends so is of a thing or a post
_THINGS = re.compile(
    r"\b(?:act|agreement|award|bill|bonds?|budget|code|director|fund|index|officers?|plan|policy|practice|programme|project|report|research|review|scheme|strategy|system|week|year)$",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(r" (?:of|for) (?:CCG|STP|ICB|ICS|PCT)s?$")
_ROLE = re.compile(r"(?:Chair(?:wo)?(?:man)?|Dean|Director|Governor|Head|Member|Minister|President|Secretary|Trustee)s?\b.{0,60} of (?:the )?")


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
        return before in words("head")
    if word in _CONNECTORS:
        return _capital(before) and before not in words("head")
    return _capital(word) or word in words("legal")


def _named(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    first = next((i for i, word in enumerate(run) if word[0] not in words("opener") and _capital(word[0])), len(run))
    last = max((i for i, word in enumerate(run) if word[0] in words("head") | words("legal")), default=-1)
    if run[last + 1 : last + 2] and run[last + 1][0] in {"of", "for"}:
        last = len(run) - 1
    if first < last == len(run) - 1 < 12 and _capital(run[last][0]) | (run[last][0] in words("legal")):
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
    if name.split()[0] in words("title") or _OF_A_KIND.search(name):
        return False
    return name.casefold() not in words("never") and name not in words("head") and not re.search(r"[\\,]|^Non\b", name)


def _capital(word: str) -> bool:
    return word[0].isupper()


def capitalised(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every run of capitalised words, without the capital that only opens the sentence.

    >>> text = "In March Allied Domecq paid Credit Suisse First Boston."
    >>> [text[a:b] for a, b in capitalised(text, 0, len(text))]
    ['Allied Domecq', 'Credit Suisse First Boston']
    """
    for match in _RUN.finditer(text, start, end):
        run = [word for word in _WORD.finditer(text, *match.span()) if word[0] not in words("month") | words("credit")]
        opens = not text[start : match.start()].strip(_QUOTES)
        while run and (run[0][0] in words("title") or (run[0][0] in words("opener") and (opens or run[0][0] != "New"))):
            run.pop(0)
        while run and not _capital(run[-1][0]):
            run.pop()
        if run and not (len(run) == 1 and opens and is_common(run[0][0])) and (name := cleaned(text, run[0].start(), run[-1].end())):
            yield name
