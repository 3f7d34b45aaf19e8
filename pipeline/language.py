"""Builds the spaCy `Language` that reads a document; `nlp.analyze_pipes()` checks that each component gets what it needs.

What was found is in `doc._.figures`, `doc._.organisations`, `doc._.periods`, `doc._.equations`; `pipeline.stages` has what stands alone.
"""

import functools

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import components, stages  # noqa: F401 - importing them registers the components
from pipeline.knowledge import Knowledge
from pipeline.model import Document, Reading
from pipeline.organisations.decisions import concerning

COMPONENTS = ("crossfoot_figures", "crossfoot_periods", "passage_sentences", "organisations", "attribution", "table_figures", "equations", "origins")


@functools.cache
def build(names_everywhere: bool = False) -> Language:
    """The pipeline. The small model looks for names in the sentences that hold a sum; in all of them with `names_everywhere`."""
    nlp = spacy.blank("en")
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"names_everywhere": names_everywhere} if component == "organisations" else {})
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


def prepared(nlp: Language, document: Document, knowledge: Knowledge) -> Doc:
    """What the components read: the document, and what is known."""
    doc = Doc(nlp.vocab)  # without tokens: every component reads the document itself
    doc._.document, doc._.knowledge = document, knowledge
    doc._.decisions = concerning(document.id, document.text, knowledge.decisions)
    return doc
