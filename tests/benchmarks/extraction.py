"""Words per CPU second of the whole pipeline, against spaCy's full small pipeline on the same texts, taken in turns."""

import time
from collections.abc import Callable, Iterator
from statistics import median

import spacy

from pipeline.language import read
from pipeline.model import Document
from pipeline.organisations.wording import MODELS
from tests.benchmarks.corpus import articles, documents, ordinary, thinned

ROUNDS = 5


def lines() -> Iterator[str]:
    """The rate of both on texts full of figures, on the same with few, which are short and mostly headline and lead, and on news of ordinary length."""
    yield from _compare("articles full of figures", documents())
    few = [Document(d.id, d.name, d.kind, thinned(text), d.byline) for d, text in zip(documents(), articles(), strict=True)]
    yield from _compare("the same without most of the paragraphs that hold a figure", few)
    yield from _compare("ordinary news, with a figure in one paragraph of eight", ordinary())


def _compare(title: str, documents: list[Document]) -> Iterator[str]:
    nlp = spacy.load(next(model for model in MODELS if spacy.util.is_package(model)))
    words = sum(len(document.text.split()) for document in documents)
    ours: Callable[[Document], object] = read
    peer: Callable[[Document], object] = lambda document: nlp(document.text)  # noqa: E731
    rates = {"crossfoot": [], "spaCy, full small pipeline": []}  # type: dict[str, list[float]]
    _seconds(ours, documents), _seconds(peer, documents)
    for _ in range(ROUNDS):
        rates["crossfoot"].append(words / _seconds(ours, documents))
        rates["spaCy, full small pipeline"].append(words / _seconds(peer, documents))
    yield f"{title}: {len(documents)} documents, {words:,} words"
    for name, found in rates.items():
        yield f"  {name:28}{median(found):>10,.0f} words per CPU second ({min(found):,.0f} to {max(found):,.0f})"
    ratios = [a / b for a, b in zip(*rates.values(), strict=True)]
    yield f"  {'ratio':28}{median(ratios):>10.1f} ({min(ratios):.1f} to {max(ratios):.1f})"


def _seconds(do: Callable[[Document], object], documents: list[Document]) -> float:
    start = time.process_time()
    for document in documents:
        do(document)
    return time.process_time() - start
