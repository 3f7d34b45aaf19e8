"""Where sentences begin and end: inside passages, by punctuation, with the abbreviations of British news and board papers."""

import re
from collections.abc import Iterator

from pipeline.model import Document, Passage, PassageKind

# a full stop after one of these does not end a sentence
TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "rev", "hon", "sir", "st"})
MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"})
ABBREVIATIONS = TITLES | MONTHS | {"no", "nos", "vs", "v", "etc", "e.g", "i.e", "cf", "inc", "ltd", "co", "plc", "c", "p", "pp"}
# a line break, unless the next line goes on in small letters; or closing punctuation, with its quotes and brackets, before the start of something new
BREAK = re.compile(r"\n(?![ \t]*[a-z])|[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£$€•])")
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
# a longer one is a table or an attack; rules that compare the sums of a sentence stay quick
LONGEST = 2_000
LAST_WORD = re.compile(r"([\w.]{1,12})$")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of `text[start:end]`, without surrounding white space.

    >>> text = "Mr. Smith lost £5m. He won £2m!"
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Smith lost £5m.', 'He won £2m!']
    """
    end = len(text) if end is None else end
    here = start
    for match in BREAK.finditer(text, start, end):
        if _is_abbreviation(text, match.start()):
            continue
        yield from _trimmed(text, here, match.end())
        here = match.end()
    yield from _trimmed(text, here, end)


def body_passages(document: Document) -> Iterator[Passage]:
    """The passages to read: all but the boiler-plate; the whole text where a document has none."""
    if not document.passages and document.text:
        yield Passage(0, len(document.text), PassageKind.PARAGRAPH)
    for passage in document.passages:
        if passage.kind is not PassageKind.BOILERPLATE:
            yield passage


def _is_abbreviation(text: str, dot: int) -> bool:
    if text[dot] != ".":
        return False
    word = LAST_WORD.search(text, max(0, dot - 12), dot)
    return word is not None and (word[1].lower() in ABBREVIATIONS or INITIALS.fullmatch(word[1]) is not None)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
