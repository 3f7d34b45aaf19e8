"""Words per CPU second in which all names of the register are found, against spaCy's PhraseMatcher; its load, its memory, and a register ten times as large."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

import spacy
from spacy.matcher import PhraseMatcher

from pipeline.organisations.aliases import Candidate, find_candidates
from pipeline.organisations.folding import fold_text
from pipeline.registry import Alias, Register, fold, load
from tests.benchmarks.corpus import articles, thinned

ROUNDS = 9
REPEATS = 10  # times that the articles, which are few, are read in a round
TENFOLD = 10
USUAL = 500  # words of an article

# what one process needs to be ready, and how much larger it has grown by then
_READY = """
import resource, time
import pipeline.organisations.aliases, pipeline.organisations.folding, pipeline.registry
def resident():
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1]) * resource.getpagesize() / 1e6
before, start = resident(), time.process_time()
register = pipeline.registry.load()
loaded = time.process_time()
list(pipeline.organisations.aliases.find_candidates(pipeline.organisations.folding.fold_text("x"), register))
print(loaded - start, time.process_time() - loaded, resident() - before)
"""


def lines() -> Iterator[str]:
    """Load and memory, then the rates article by article, on news full of figures and on ordinary news."""
    yield from _ready()
    register = load()
    larger = tenfold(register)
    yield from _compare("news full of figures", _of_usual_length(articles()), register, larger)
    yield from _compare("news with a figure in one paragraph of eight", _of_usual_length(map(thinned, articles())), register, larger)


def _of_usual_length(articles: Iterable[str]) -> list[str]:
    """The sample's articles are short: what goes together here is about as long as those of newspapers."""
    texts = [""]
    for article in articles:
        if len(texts[-1].split()) >= USUAL:
            texts.append("")
        texts[-1] += f"\n\n{article}"
    return texts


def tenfold(register: Register) -> Register:
    """The register among nine more, whose names are its own with their words shuffled and one letter changed."""
    dice = random.Random(10)  # noqa: S311
    aliases: dict[str, tuple[Alias, ...]] = dict(register.aliases)
    rows = [alias for found in register.aliases.values() for alias in found]
    while len(aliases) < TENFOLD * len(register.aliases):
        alias = dice.choice(rows)
        text = _perturbed(alias.text, dice)
        aliases[fold(text)] = (replace(alias, text=text),)
    return replace(register, aliases=aliases)


def _perturbed(name: str, dice: random.Random) -> str:
    words = name.split()
    dice.shuffle(words)
    name = " ".join(words)
    at = dice.randrange(len(name))
    return name[:at] + dice.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1 :]


def _ready() -> Iterator[str]:
    runs = [subprocess.run([sys.executable, "-c", _READY], capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    load_time, build_time, memory = (median(map(float, column)) for column in zip(*runs, strict=True))
    yield f"register read in {load_time:.2f} s and automaton built in {build_time:.2f} s of CPU; both together take {memory:.0f} MB"


def _compare(title: str, texts: list[str], register: Register, larger: Register) -> Iterator[str]:
    found, ways = sum(map(len, _scan(texts, register))), _ways(texts, register, larger)
    words = sum(len(text.split()) for text in texts)
    yield f"{title}: {words:,} words in {len(texts)} texts, {found:,} places of {len(register.aliases):,} names"
    rounds = [[_seconds(do, repeats) for repeats, do in ways.values()] for _ in range(ROUNDS + 1)][1:]  # in turns; the first warms up
    columns = dict(zip(ways, zip(*rounds, strict=True), strict=True))
    for name, seconds in columns.items():
        rates = [words / taken for taken in seconds]
        yield f"  {name:36}{median(rates):>12,.0f} words per CPU second ({min(rates):,.0f} to {max(rates):,.0f})"
    ours, ten, alone, peer = columns.values()
    for name, slow in (("as fast as PhraseMatcher on tokens", alone), ("as fast as that and its tokeniser", peer), ("slower with ten times the names", ten)):
        yield f"  {name:36}{_ratio(slow, ours):>12.2f} times"


def _ways(texts: Sequence[str], register: Register, larger: Register) -> dict[str, tuple[int, Callable[[], object]]]:
    """What is compared, and how often in a round it reads the texts."""
    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("names", [language.make_doc(alias.text) for found in register.aliases.values() for alias in found])
    documents = [language.make_doc(text) for text in texts]
    return {
        "crossfoot": (REPEATS, lambda: _scan(texts, register)),
        f"crossfoot, {len(larger.aliases):,} names": (REPEATS, lambda: _scan(texts, larger)),
        "PhraseMatcher on text in tokens": (1, lambda: [matcher(document) for document in documents]),
        "PhraseMatcher and its tokeniser": (1, lambda: [matcher(language.make_doc(text)) for text in texts]),
    }


def _scan(texts: Sequence[str], register: Register) -> list[list[Candidate]]:
    return [list(find_candidates(fold_text(text), register)) for text in texts]


def _seconds(do: Callable[[], object], repeats: int) -> float:
    """CPU seconds of one time."""
    start = time.process_time()
    for _ in range(repeats):
        do()
    return (time.process_time() - start) / repeats


def _ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    return median(a / b for a, b in zip(slow, fast, strict=True))
