"""Entities as the small model has them: its own recogniser, but asked about all words at once.

spaCy goes through a sentence word by word. What it makes of a word hangs on the words around it and, inside an entity, on where that began: outside of entities
everything can be worked out in one go, and only the entities are walked through. That is several times as fast, and finds the same.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.organisations.products import one_thread, use_numpy
from pipeline.organisations.wording import model

# the recogniser has its own tok2vec, so everything else can go
UNUSED = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]

_NOTHING = -1  # the place of a word that is not there
_NEVER = -np.inf

_Places = NDArray[np.intp]
_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Moves:
    """What the recogniser can say of a word, by the columns of its scores: which begin an entity, which are a whole one, which are said inside of one alone.

    `goes_on` and `ends` are the columns by which the entity that a column begins goes on, and ends.
    """

    labels: tuple[str, ...]
    begins: _Flags
    units: _Flags
    inside: _Flags
    goes_on: _Places
    ends: _Places

    @classmethod
    def of(cls, names: Sequence[str]) -> _Moves:
        """Names are `B-ORG`, `I-ORG`, `L-ORG`, `U-ORG`, and `O`; `U-` is never said of a text that nobody has marked."""
        number = {name: i for i, name in enumerate(names)}
        begins, units = (np.array([name[0] == move and name != "U-" for name in names]) for move in "BU")
        outside = np.array([name == "O" for name in names])
        goes_on, ends = (np.array([number.get(f"{move}{name[1:]}", 0) for name in names]) for move in "IL")
        return cls(tuple(name[2:] for name in names), begins, units, ~(begins | units | outside), goes_on, ends)


def recognised(texts: Iterable[str]) -> Iterator[tuple[Span, ...]]:
    """The entities of each of some texts, of which none is empty, in their order.

    >>> [[(entity.text, entity.label_) for entity in found] for found in recognised(["Tesco is bigger than Asda.", "It grew."])]
    [[('Tesco', 'ORG'), ('Asda', 'ORG')], []]
    """
    docs = [_language().make_doc(text) for text in texts]
    with one_thread():
        said, ends = _decided(docs)
    first = 0
    for doc in docs:
        within = slice(first, first + len(doc))
        yield tuple(_entities(doc, said[within].tolist(), (ends[within] - first).tolist()))
        first += len(doc)


def _entities(doc: Doc, said: Sequence[int], ends: Sequence[int]) -> Iterator[Span]:
    at = 0
    while at < len(doc):
        if ends[at] > at:
            yield Span(doc, at, ends[at], label=_moves().labels[said[at]])
        at = max(at + 1, ends[at])


def _decided(docs: Sequence[Doc]) -> tuple[_Places, _Places]:
    """What the recogniser says of each word where no entity is open, and where the entity ends that the word begins: at the word itself, if it begins none."""
    steps, moves = _recogniser().model.predict(docs), _moves()
    is_space = np.array([token.is_space for doc in docs for token in doc])
    is_last = np.array([i == len(doc) - 1 for doc in docs for i in range(len(doc))])
    places = np.arange(len(is_last))
    scores = _scores(steps, places)
    scores[:, moves.inside] = _NEVER
    scores[np.ix_(is_space | is_last, moves.begins)] = _NEVER
    scores[np.ix_(is_space, moves.units)] = _NEVER
    said = scores.argmax(axis=1)
    ends = places + moves.units[said]
    starts = np.flatnonzero(moves.begins[said])
    ends[starts] = _ends(steps, starts, moves.goes_on[said[starts]], moves.ends[said[starts]], is_last)
    return said, ends


def _ends(steps: Any, starts: _Places, goes_on: _Places, ends: _Places, is_last: _Flags) -> _Places:
    """Where entities end that begin at `starts`, by the columns that go on with them and end them: all are walked through side by side."""
    at, open_ = starts + 1, np.arange(len(starts))
    while len(open_):
        scores, rows = _scores(steps, at[open_], starts[open_]), np.arange(len(open_))
        longer = (scores[rows, goes_on[open_]] >= scores[rows, ends[open_]]) & ~is_last[at[open_]]
        at[open_] += 1
        open_ = open_[longer]
    return at


def _scores(steps: Any, at: _Places, starts: _Places | None = None) -> NDArray[np.float32]:
    """A row for each word: what speaks for each move, if an entity began at `starts`, or if none is open."""
    features = np.full((len(at), 3), _NOTHING, dtype=np.int32)
    features[:, 0] = at
    if starts is not None:
        features[:, 1], features[:, 2] = starts, at - 1
    scores: NDArray[np.float32] = steps.vec2scores.predict(steps.state2vec.predict(features))
    return scores


@functools.cache
def _moves() -> _Moves:
    moves = _recogniser().moves
    return _Moves.of([moves.get_class_name(i) for i in range(moves.n_moves)])


def _recogniser() -> Any:
    return _language().get_pipe("ner")


@functools.cache
def _language() -> Language:
    nlp = spacy.load(model(), exclude=UNUSED)
    recogniser: Any = nlp.get_pipe("ner")
    use_numpy(recogniser.model)
    return nlp
