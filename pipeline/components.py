"""The components of the spaCy pipeline: each does one thing, and says what it needs and what it gives; all read `doc._.document` and `doc._.knowledge`."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.attribution import attribute
from pipeline.attribution.context import Sentence
from pipeline.equations import find_equations
from pipeline.knowledge import Knowledge
from pipeline.model import Document, Money, OrganisationMention, Passage, Story
from pipeline.organisations import find_organisations
from pipeline.organisations.names import LikelyName, find_names
from pipeline.origins import origin_clues
from pipeline.sentences import body_passages, sentences
from pipeline.shingles import shingles
from pipeline.subjects import with_subjects
from pipeline.table_sums import find_table_sums
from pipeline.tables import table_figures

# how many sentences introduce whom a story is about
LEAD = 3

for extension in ("knowledge", "decisions", "sentences", "organisations", "figures", "equations", "clues", "shingles"):
    Doc.set_extension(extension, default=None, force=True)


@Language.component("passage_sentences", requires=["doc._.money"], assigns=["doc._.sentences"])
def passage_sentences(doc: Doc) -> Doc:
    """Sentences of every passage but the boiler-plate, with the sums that they hold."""
    document: Document = doc._.document
    doc._.sentences = list(_told(document, deque(doc._.money)))
    return doc


def _told(document: Document, sums: deque[Money]) -> Iterator[Sentence]:
    """The sentences, which take their sums from the front of those that are left."""
    for passage in body_passages(document):
        story = _story_of(document, passage)
        for start, end in sentences(document.text, passage.start, passage.end):
            while sums and sums[0].start < start:
                sums.popleft()  # of boiler-plate
            held = []
            while sums and sums[0].start < end:
                held.append(sums.popleft())
            # a sum may be broken over the line that ends its sentence
            yield Sentence(start, max(end, held[-1].end) if held else end, passage, story, tuple(held))


@Language.factory("organisations", requires=["doc._.sentences"], assigns=["doc._.organisations"], default_config={"names_everywhere": False})
class Organisations:
    """Organisations: the register first, then names that the small model or their shape gives away."""

    def __init__(self, nlp: Language, name: str, names_everywhere: bool) -> None:
        self._everywhere = names_everywhere

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        read = doc._.sentences if self._everywhere else list(_telling(doc._.sentences))
        names = find_names(document.text, [(s.start, s.end) for s in read], doc._.knowledge.register)
        mentions = [mention for story in document.stories for mention in self._linked(doc, story, names)]
        doc._.organisations = [m for m in mentions if _index(doc._.sentences, m.start) is not None]
        return doc

    def _linked(self, doc: Doc, story: Story, names: Sequence[LikelyName]) -> Iterator[OrganisationMention]:
        """ "The trust" of one story is not the trust of another."""
        document: Document = doc._.document
        knowledge: Knowledge = doc._.knowledge
        own = [replace(n, start=n.start - story.start, end=n.end - story.start) for n in names if story.start <= n.start and n.end <= story.end]
        said_by = " ; ".join(filter(None, (PurePosixPath(document.name).stem, story.byline.publisher, story.byline.title)))
        text = document.text[story.start : story.end]
        for mention in find_organisations(text, knowledge.register, story.byline.published_on, own, said_by, doc._.decisions):
            yield replace(mention, start=mention.start + story.start, end=mention.end + story.start) if story.start else mention


@Language.component("attribution", requires=["doc._.sentences", "doc._.periods", "doc._.organisations"], assigns=["doc._.figures"])
def attribution(doc: Doc) -> Doc:
    """Whose number, of what, for when: one figure for each sum."""
    doc._.figures = attribute(doc._.document, doc._.sentences, doc._.organisations, doc._.periods, doc._.knowledge.register)
    return doc


@Language.component("table_figures", requires=["doc._.figures"], assigns=["doc._.figures"])
def tables(doc: Doc) -> Doc:
    """Figures of table cells, by the path of their row and column."""
    in_cells = table_figures(doc._.document, doc._.organisations, doc._.periods)
    taken = {figure.id for figure in in_cells}
    doc._.figures = sorted([f for f in doc._.figures if f.id not in taken] + in_cells, key=lambda f: f.money.start)
    return doc


@Language.component("subjects", requires=["doc._.sentences", "doc._.organisations", "doc._.figures"], assigns=["doc._.figures"])
def subjects(doc: Doc) -> Doc:
    """What each figure is for."""
    doc._.figures = with_subjects(doc._.document, doc._.sentences, doc._.organisations, doc._.figures)
    return doc


@Language.component("equations", requires=["doc._.figures"], assigns=["doc._.equations"])
def equations(doc: Doc) -> Doc:
    """Sums that the text states."""
    doc._.equations = find_equations(doc._.document, doc._.figures)
    doc._.equations += find_table_sums(doc._.document, doc._.figures)
    return doc


@Language.component("origins", requires=["doc._.sentences", "doc._.figures", "doc._.organisations"], assigns=["doc._.clues", "doc._.shingles"])
def origins(doc: Doc) -> Doc:
    """Who is quoting whom, and what near copies are known by."""
    doc._.clues = origin_clues(doc._.document, doc._.sentences, doc._.figures, doc._.organisations, doc._.knowledge.register)
    doc._.shingles = shingles(doc._.document)
    return doc


def _telling(told: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that say whose a sum is: those that hold one, the one before each, and the first of each story that has one."""
    with_sums = {id(sentence.story) for sentence in told if sentence.money}
    story, seen = None, 0
    for i, sentence in enumerate(told):
        story, seen = (story, seen + 1) if sentence.story is story else (sentence.story, 1)
        if sentence.money or (seen <= LEAD and id(story) in with_sums) or (i + 1 < len(told) and told[i + 1].money):
            yield sentence


def _story_of(document: Document, passage: Passage) -> Story:
    place = bisect_right(document.stories, passage.start, key=lambda story: story.start) - 1
    return document.stories[max(0, place)]


def _index(spans: Sequence[Sentence], start: int) -> int | None:
    """Which sentence holds a place of the text; None between sentences."""
    place = bisect_right(spans, start, key=lambda sentence: sentence.start) - 1
    return place if place >= 0 and start < spans[place].end else None
