"""From sums and mentions to figures: one for each sum, with what every rule decided and on which words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.attribution.cast import cast
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.context import Sentence
from pipeline.attribution.contexts import contexts, with_mentions
from pipeline.attribution.direction import directed
from pipeline.attribution.draft import FIELDS, Draft
from pipeline.attribution.story import decide
from pipeline.model import Document, Evidence, Figure, OrganisationMention, PeriodMention
from pipeline.registry import Register


def attribute(
    document: Document,
    sentences: Sequence[Sentence],
    organisations: Sequence[OrganisationMention],
    periods: Sequence[PeriodMention],
    register: Register,
) -> list[Figure]:
    """One figure for each sum of the sentences, each field decided or left open, in the order of the text."""
    figures: list[Figure] = []
    for scene in scenes(document, sentences, organisations, periods, register):
        decide(scene, register)
        figures += map(_figure, scene.drafts)
    return figures


def scenes(
    document: Document,
    sentences: Sequence[Sentence],
    organisations: Sequence[OrganisationMention],
    periods: Sequence[PeriodMention],
    register: Register,
) -> Iterator[Scene]:
    """The stories that have figures, with nothing decided yet."""
    for story, group in groupby(with_mentions(sentences, organisations, periods), key=lambda sentence: sentence.story):
        own = list(group)
        if not any(sentence.money for sentence in own):
            continue
        told = cast(document.text, own, register)
        drafts = [Draft(context) for context in contexts(document, told)]
        yield Scene(document, told, drafts, story.byline.published_on)


def _figure(draft: Draft) -> Figure:
    context = draft.context
    decided = {name: draft.value(name) for name in FIELDS}
    money, decided["measure"] = directed(context.money, decided["measure"])
    return Figure(
        document_id=context.document.id,
        document=context.document.name,
        money=money,
        sentence=context.text[context.sentence.start : context.sentence.end],
        sentence_start=context.sentence.start,
        page=context.sentence.passage.page,
        evidence=tuple(Evidence(name, d.rule, d.start, d.end, d.confidence, d.alternatives) for name in FIELDS if (d := draft.decisions.get(name))),
        **decided,
    )
