"""Builds the spaCy `Language` that reads a document; `nlp.analyze_pipes()` checks that each component gets what it needs.

What was found is in `doc._.figures`, `doc._.organisations`, `doc._.periods`, `doc._.equations`; `pipeline.stages` has what stands alone.
"""

import functools
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import components, stages  # noqa: F401 - importing them registers the components
from pipeline.knowledge import Knowledge
from pipeline.model import Document, Figure, Reading
from pipeline.organisations.decisions import concerning

COMPONENTS = (
    *("crossfoot_figures", "crossfoot_periods", "passage_sentences", "organisations"),
    *("attribution", "table_figures", "subjects", "equations", "origins"),
)
AROUND = ("passage_sentences", "organisations", "subjects", "equations", "origins")


@functools.cache
def build(names_everywhere: bool = False) -> Language:
    """The pipeline. The small model looks for names in the sentences that hold a sum; in all of them with `names_everywhere`."""
    nlp = spacy.blank("en")
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"names_everywhere": names_everywhere} if component == "organisations" else {})
    return nlp


@functools.cache
def build_around() -> Language:
    """The pipeline for figures that are known already: what the text says of sums and sources."""
    nlp = spacy.blank("en")
    for component in AROUND:
        nlp.add_pipe(component)
    return nlp


def read(document: Document, knowledge: Knowledge | None = None, *, names_everywhere: bool = False) -> Reading:
    """Everything that the pipeline finds in a document; by the register that comes with crossfoot, and nobody's decisions, where no knowledge is given."""
    nlp = build(names_everywhere)
    doc = nlp(prepared(nlp, document, knowledge or Knowledge()))
    return Reading(
        document=document,
        figures=tuple(doc._.figures),
        equations=tuple(doc._.equations),
        organisations=tuple(doc._.organisations),
        periods=tuple(doc._.periods),
        clues=tuple(doc._.clues),
        shingles=tuple(doc._.shingles),
        decisions=doc._.decisions,
    )


def read_around(document: Document, figures: Sequence[Figure], knowledge: Knowledge) -> Reading:
    """What a document says of sums and sources where its figures are known already; they are kept as they are."""
    nlp = build_around()
    doc = prepared(nlp, document, knowledge)
    doc._.figures = sorted(figures, key=lambda figure: figure.money.start)
    doc._.money = [figure.money for figure in doc._.figures]
    doc = nlp(doc)
    return Reading(
        document=document,
        figures=tuple(doc._.figures),
        equations=tuple(doc._.equations),
        organisations=tuple(doc._.organisations),
        clues=tuple(doc._.clues),
        shingles=tuple(doc._.shingles),
        decisions=doc._.decisions,
    )


def prepared(nlp: Language, document: Document, knowledge: Knowledge) -> Doc:
    """What the components read: the document, and what is known."""
    doc = Doc(nlp.vocab)  # without tokens: every component reads the document itself
    doc._.document, doc._.knowledge = document, knowledge
    doc._.decisions = concerning(document.id, document.text, knowledge.decisions)
    return doc
