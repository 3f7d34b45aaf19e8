"""The two stages that stand alone, as components for any spaCy pipeline; an installed crossfoot makes their names known to spaCy.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("crossfoot_figures"), nlp.add_pipe("crossfoot_periods", config={"fiscal": True})
>>> doc = nlp("The deficit was about £97.6m in 2018/19.")
>>> [(span.text, span._.money.currency, str(span._.money.amount)) for span in doc.spans["money"]]
[('£97.6m', 'GBP', '97600000')]
>>> [(span.text, span._.period.label) for span in doc.spans["periods"]]
[('2018/19', '2018-19')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.model import Document, Money, PeriodMention
from pipeline.money import find_money
from pipeline.periods import find_periods

# words of a document whose bodies keep April-to-March years
PUBLIC_BODIES = ("NHS", "CCG", "council", "Council", "trust", "Trust")

for extension in ("document", "published", "money", "periods"):
    Doc.set_extension(extension, default=None, force=True)
for extension in ("money", "period"):
    Span.set_extension(extension, default=None, force=True)


@Language.component("crossfoot_figures", assigns=["doc._.money", "doc.spans", "span._.money"])
def figures(doc: Doc) -> Doc:
    """Sums of money: exact, with their offsets, in `doc._.money`, and as spans of whole tokens in `doc.spans["money"]`."""
    doc._.money = find_money(text_of(doc))
    return _show(doc, "money", [(money, money) for money in doc._.money], "money")


@Language.factory("crossfoot_periods", assigns=["doc._.periods", "doc.spans", "span._.period"], default_config={"fiscal": False})
class Periods:
    """Times, resolved by `doc._.published` (a `datetime.date`) or, in crossfoot's own documents, by the date of each story.

    `fiscal` says that a bare "this year" is the April-to-March year of a UK public body; documents of public bodies say so themselves.
    """

    def __init__(self, nlp: Language, name: str, fiscal: bool) -> None:
        self._fiscal = fiscal

    def __call__(self, doc: Doc) -> Doc:
        text, fiscal = text_of(doc), self._fiscal or _is_public(doc._.document)
        doc._.periods = [
            replace(mention, start=mention.start + start, end=mention.end + start) if start else mention
            for start, end, published in _stories(doc)
            for mention in find_periods(text[start:end], published, fiscal)
        ]
        return _show(doc, "periods", [(mention, mention.period) for mention in doc._.periods], "period")


def text_of(doc: Doc) -> str:
    """The text to read: that of crossfoot's own document, whose spaCy `Doc` has no tokens, or else of the tokens."""
    document: Document | None = doc._.document
    return doc.text if document is None else document.text


def _stories(doc: Doc) -> list[tuple[int, int, date | None]]:
    document: Document | None = doc._.document
    if document is None:
        return [(0, len(doc.text), doc._.published)]
    return [(story.start, story.end, story.byline.published_on) for story in document.stories]


def _is_public(document: Document | None) -> bool:
    return document is not None and (document.kind == "board" or any(word in document.text for word in PUBLIC_BODIES))


def _show(doc: Doc, key: str, found: Sequence[tuple[Money | PeriodMention, object]], extension: str) -> Doc:
    """Gives what was found to whoever builds on spaCy, as spans of whole tokens, where there are tokens."""
    spans = []
    for place, meaning in found if len(doc) else ():
        span = doc.char_span(place.start, place.end, alignment_mode="expand")
        if span:
            span._.set(extension, meaning)
            spans.append(span)
    doc.spans[key] = spans
    return doc
