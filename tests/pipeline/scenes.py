"""The stories of a document as the attribution sees them, with nothing decided, or with what the rules alone decide."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.attribution.attribute import scenes
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.story import PASSES, conversions
from pipeline.knowledge import Knowledge
from pipeline.language import COMPONENTS, build, prepared
from pipeline.model import Document
from pipeline.registry import load

AFTERWARDS = COMPONENTS[COMPONENTS.index("attribution") :]


def scenes_of(document: Document) -> Iterator[Scene]:
    """The stories that have figures, as they are before the attribution."""
    nlp = build()
    with nlp.select_pipes(disable=AFTERWARDS):
        doc = nlp(prepared(nlp, document, Knowledge()))
    return scenes(document, doc._.sentences, doc._.organisations, doc._.periods, load())


def ruled(document: Document) -> Iterator[Scene]:
    """The stories with what the rules say, which nothing has weighed."""
    for scene in scenes_of(document):
        for apply_rules, _ in PASSES:
            apply_rules(scene, load())
        conversions(scene.drafts)
        yield scene
