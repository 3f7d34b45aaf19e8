"""Cue words from the data files in `pipeline/cues`, and how near a cue stands to a figure.

A cue is a phrase; `*` ends a word that may go on, `…` stands for up to four words. `side` is where it may stand: `before` the figure,
`after` it, `any`, or `none` (the phrase only keeps its words from being read as another cue). Each unit of `weight` outweighs one word of distance.
"""

import csv
import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cues"
WORD = re.compile(r"\w[\w'’]*")
ANY_WORD = re.compile(r"\w+")
# what a reader pauses at: a cue beyond it belongs to another thought
CLAUSE_BREAK = re.compile(
    r"[;:–—]|\s-\s|\b(?:but|while|whereas|although|though|compared|because|despite|instead)\b|\band\s+(?:was|were|is|are|has|had|have|will|would)\b"
)
COMMA = re.compile(r",")
# words that tie a cue to its figure: "deficit of £5m", "costs rose to £5m"
LINK = re.compile(r"\s*(?:,?\s*(?:of|by|at|to|is|was|were|for|from|worth|costing|the|a|an|some|put at|came to|reached|totalling)\s+){0,3}$")
GLUE = re.compile(r"(?:\s*-\s*|\s+)(?:(?:of|in|on|for|worth of|for the|of the)\s+)?$")
# between two members of a list: "for X, ", " for X and "
COORDINATED = re.compile(
    r"(?:\s+(?!(?:which|is|was|had|has|with|against|while|but|from|to)\b)[\w’'&-]+){0,7}"
    r"\s*(?:,|;|,?\s+and\b)\s+(?:(?:another|a further|about|around)\s+)?"
)
# a sum with a verb of its own is no member of a list: "£5m for staff, and £7m was spent"
OWN_VERB = re.compile(r"\s+(?:was|were|has|have|had|is|are|will be)\b")
# words of the sum itself, which do not part it from its noun
HEDGE = re.compile(
    r"\b(?:about|around|some|roughly|approximately|almost|nearly|close to|just under|just over|more than|less than|at least|up to|over|under|"
    r"in the region of|in excess of|an estimated|another|a further|no more than|as much as)\s+$"
)
# what a position is measured against
YARDSTICK = re.compile(r"\b(?:plan|target|budget|forecast|trajectory|total)$", re.IGNORECASE)
VARIANCES = frozenset({"shortfall", "overspend", "underspend"})
CLAUSE_PENALTY, COMMA_PENALTY, FIGURE_PENALTY = 4, 1, 5

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as found in the text."""

    label: str
    start: int
    end: int
    side: str
    weight: int


class CueList:
    """The cues of one field, read from `<field>.csv`; the longest phrase at a place wins."""

    def __init__(self, field: str) -> None:
        self._whole: defaultdict[str, list[Row]] = defaultdict(list)
        self._stems: defaultdict[str, list[Row]] = defaultdict(list)
        with (FOLDER / f"{field}.csv").open(encoding="utf-8", newline="") as lines:
            for row in sorted(csv.DictReader(lines), key=lambda row: -len(row["cue"])):
                first = ANY_WORD.match(row["cue"])
                if first:
                    (self._stems if row["cue"].startswith("*", first.end()) else self._whole)[first[0]].append(row)
        self._remembered = functools.lru_cache(maxsize=64)(lambda text, start, end: tuple(self._find(text, start, end)))

    def find(self, text: str, start: int, end: int) -> tuple[Cue, ...]:
        """Every cue of `text[start:end]`, in order; the sums of a sentence all ask for the same."""
        return self._remembered(text, start, end)

    def _find(self, text: str, start: int, end: int) -> Iterator[Cue]:
        done = start
        for word in ANY_WORD.finditer(text, start, end):
            found = self._longest(text, word, end) if word.start() >= done else None
            if found:
                row, done = found
                if row["side"] != "none":
                    yield Cue(row["label"], word.start(), done, row["side"], int(row["weight"]))

    def _longest(self, text: str, word: re.Match[str], end: int) -> tuple[Row, int] | None:
        """The cue that begins with a word of the text, and where it ends."""
        for row in self._beginning(word[0].lower()):
            if match := _pattern(row["cue"]).match(text, word.start(), end):
                return row, match.end()
        return None

    def _beginning(self, word: str) -> Sequence[Row]:
        """The cues whose first word it may be, the longest first."""
        found = self._whole.get(word, [])
        stems = [row for length in range(1, len(word) + 1) for row in self._stems.get(word[:length], ())]
        return sorted([*found, *stems], key=lambda row: -len(row["cue"])) if stems else found


@functools.cache
def cue_list(field: str) -> CueList:
    return CueList(field)


def distance(text: str, cue: Cue, start: int, end: int, figures: Sequence[tuple[int, int]]) -> float | None:
    """How far a cue stands from the figure at `start`–`end`, in words, with penalties for what lies between; None on the wrong side.

    `figures` are the spans of the sums of the sentence. In a list ("£1.3m for X, £2.1m for Y and £5m for Z") words before the first go for all.
    """
    is_against = _is_against(text, cue)
    if cue.end <= start:
        if is_against:
            return None
        start, end = _first_of_list(text, cue, (start, end), figures)
    if cue.end <= start:
        between, before = HEDGE.sub("", text[cue.end : start]), True
    elif cue.start >= end:
        between, before = text[end : cue.start], False
    else:
        return None
    if cue.side not in ("any", "before" if before else "after"):
        return None
    linked = LINK.match(between) if before else GLUE.match(between)
    words: float = 0 if linked else len(WORD.findall(between)) + (0 if before else 0.5)
    words += CLAUSE_PENALTY * len(CLAUSE_BREAK.findall(between)) + COMMA_PENALTY * len(COMMA.findall(between))
    low, high = min(cue.end, end), max(cue.start, start)
    words += FIGURE_PENALTY * sum(low <= a and b <= high for a, b in figures if (a, b) != (start, end))
    if not before and not is_against and any(LINK.match(HEDGE.sub("", text[cue.end : a])) for a, _ in figures if a >= cue.end):
        return None  # "£42m against a planned £15.5m": the cue is the other sum's
    return words - cue.weight


def _is_against(text: str, cue: Cue) -> bool:
    """Whether a cue measures the sum before it against the sum behind it: "£9.7m worse than its plan of £15.6m"."""
    return cue.label in VARIANCES and text.startswith(" of ", cue.end) and YARDSTICK.search(text, cue.start, cue.end) is not None


def _first_of_list(text: str, cue: Cue, figure: tuple[int, int], figures: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if OWN_VERB.match(text, figure[1]):
        return figure
    for earlier in reversed([f for f in figures if cue.end <= f[0] < figure[0]]):
        if not COORDINATED.fullmatch(text, earlier[1], figure[0]):
            break
        figure = earlier
    return figure


@functools.cache
def _pattern(cue: str) -> re.Pattern[str]:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in cue.split()]
    pattern = r"[\s-]+".join(words)
    return re.compile(pattern.replace(r"…[\s-]+", r"(?:[\w'’,/“”‘]+[\s-]+){0,4}") + r"(?!\w)", re.IGNORECASE)
