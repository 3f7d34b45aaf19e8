"""Stretches of a text that may be names: what has the shape of one, what the small model marks, what stands in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.organisations.cleaning import cleaned
from pipeline.organisations.recogniser import recognised
from pipeline.organisations.shapes import capitalised, shapes
from pipeline.organisations.wording import words

LONGEST = 2_000  # characters of one sentence that the model is shown: a longer one is a table or an attack
BATCH = 256  # sentences that the model is shown at once
SIGNS = frozenset("$£€¥")  # "HK" of "HK$" names nobody
SHAPE, CAPITALS = "SHAPE", "CAPITALS"
NAMES = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PossibleName:
    """One name as a document spells it: where it stands, and what marks it there (a label of the model, its shape, its capitals)."""

    name: str
    places: tuple[Span, ...]
    labels: tuple[str, ...]


def possible_names(text: str, sentences: Sequence[Span]) -> list[PossibleName]:
    """The possible names of some sentences of a text, in the order of their first occurrence.

    >>> text = "Yarrow sold its stake in Harwick Rail Ltd."
    >>> [(c.name, c.labels) for c in possible_names(text, [(0, len(text))])][-1]
    ('Harwick Rail Ltd', ('SHAPE',))
    """
    # what is the surer sign of a body comes later, and stands
    marked: dict[Span, str] = {span: CAPITALS for start, end in sentences for span in capitalised(text, start, end)}
    marked |= dict(_recognised(text, sentences))
    marked |= {span: SHAPE for start, end in sentences for span in shapes(text, start, end)}
    return _by_name(text, {span: label for span, label in marked.items() if text[span[1] : span[1] + 1] not in SIGNS})


def _by_name(text: str, marked: dict[Span, str]) -> list[PossibleName]:
    places: dict[str, list[Span]] = {}
    for start, end in sorted(marked):
        places.setdefault(" ".join(text[start:end].split()), []).append((start, end))
    return [PossibleName(name, tuple(spans), tuple(marked[span] for span in spans)) for name, spans in places.items()]


def _recognised(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    read = [span for span in sentences if _may_name(text, *span)]
    for first in range(0, len(read), BATCH):
        batch = read[first : first + BATCH]
        found = recognised(text[start : min(end, start + LONGEST)] for start, end in batch)
        for (offset, _), entities in zip(batch, found, strict=True):
            for entity in entities:
                if entity.label_ in NAMES and (span := cleaned(text, offset + entity.start_char, offset + entity.end_char)):
                    yield span, entity.label_


def _may_name(text: str, start: int, end: int) -> bool:
    """Whether a sentence has a capital of which its opening or the calendar is not the reason: for the model it is dear to find that nobody is named."""
    plain = words("opener") | words("month")
    return any(word not in plain for word in _WORD.findall(text, start, end) if word != word.lower())
