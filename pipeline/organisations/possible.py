"""Stretches of a text that may be names: what has the shape of one, what the small model marks, what stands in capitals."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language

from pipeline.organisations.cleaning import cleaned
from pipeline.organisations.shapes import capitalised, shapes
from pipeline.organisations.wording import model

# the entity recogniser of the small model has its own tok2vec, so everything else can go
UNUSED = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
LONGEST = 2_000  # characters of one sentence that the model is shown: a longer one is a table or an attack
SIGNS = frozenset("$£€¥")  # "HK" of "HK$" names nobody
SHAPE, CAPITALS = "SHAPE", "CAPITALS"
NAMES = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})

Span = tuple[int, int]


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
    short = [(text[start : min(end, start + LONGEST)], start) for start, end in sentences]
    for doc, offset in _recogniser().pipe(short, as_tuples=True):
        for entity in doc.ents:
            if entity.label_ in NAMES and (span := cleaned(text, offset + entity.start_char, offset + entity.end_char)):
                yield span, entity.label_


@functools.cache
def _recogniser() -> Language:
    return spacy.load(model(), exclude=UNUSED)
