"""MB per CPU second of the figure stage and of the period stage, against a bare scan for a currency sign and against spaCy's entity recogniser."""

import datetime
import re
import time
from collections.abc import Callable, Iterator
from statistics import median

import spacy

from pipeline.money import find_money
from pipeline.organisations.wording import MODELS
from pipeline.periods import find_periods
from tests.benchmarks.corpus import articles, thinned

ROUNDS = 5
SIZE = 1_000_000  # characters that the quick ones read
NER_SIZE = 60_000  # and the slow one
SIGN = re.compile("[£$€]")
PUBLISHED = datetime.date(2019, 6, 11)


def lines() -> Iterator[str]:
    """The rates on articles full of figures, on ordinary news, and on a text in which nothing anchors."""
    full, ordinary = articles(), [thinned(article) for article in articles()]
    yield from _compare("articles full of figures", "\n\n".join(full))
    yield from _compare("news with a figure in one paragraph of eight", "\n\n".join(ordinary))
    yield from _compare("the paragraphs without a figure or a time", _empty(ordinary))


def _empty(texts: list[str]) -> str:
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    return "\n\n".join(p for p in paragraphs if not find_money(p) and not find_periods(p, PUBLISHED, fiscal=True))


def _compare(title: str, text: str) -> Iterator[str]:
    recogniser = spacy.load(next(model for model in MODELS if spacy.util.is_package(model)), enable=["tok2vec", "ner"])
    readers: dict[str, tuple[int, Callable[[str], object]]] = {
        "figures": (SIZE, find_money),
        "periods": (SIZE, lambda text: find_periods(text, PUBLISHED, fiscal=True)),
        "bare scan for a sign": (SIZE, SIGN.findall),
        "spaCy, entities alone": (NER_SIZE, recogniser),
    }
    yield f"{title}: a figure in {len(text) // max(1, len(find_money(text))):,} characters"
    for name, (size, read) in readers.items():
        sample = (text * (1 + size // len(text)))[:size]
        rates = [_rate(read, sample) for _ in range(ROUNDS)]
        yield f"  {name:28}{median(rates):>10,.2f} MB per CPU second ({min(rates):,.2f} to {max(rates):,.2f})"


def _rate(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return len(text.encode()) / 1e6 / (time.process_time() - start)
