"""Words of the sentence that tell which of a year's times is meant: "so far" the year to date, "outturn" the whole year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.attribution.choices.domain import domain
from pipeline.attribution.choices.scene import Scene
from pipeline.attribution.context import Context, Sentence

HINTS = {
    "to date": r"year[- ]to[- ]date|\bYTD\b|so far|to date|cumulative",
    "full year": r"full[- ]year|year[- ]end|outturn|for the year|end of the year|the year as a whole|annual",
    "in month": r"\bin[- ]month\b|in the month|for the month|monthly",
    "that": r"\b(?:that|the same) (?:year|period|month)",
    "now": r"\bnow\b|currently|at present|stands? at",
    "year before": r"a year (?:earlier|ago|before)|previous year|last year|year before|prior year",
    "next year": r"next year|coming year",
    "part": r"half|quarter",
    "forecast": r"forecast|expect|project|on course|predict",
    "past": r"\b(?:was|were|had|ended|closed|finished|made|lost|recorded|reported)\b",
    "future": r"\b(?:will|would|could)\b",
    "at": r"\bat the end of|as at|at \d|balance",
}
_HINTS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in HINTS.items()}
BESIDE = 50  # characters


def hints_of(scene: Scene, context: Context) -> list[str]:
    """Which hints the sentence gives, those beside the sum apart, and what the story is about."""
    here = context.sentence
    found = scene.once(f"hints {here.start}", lambda: list(_found(context.text, here)))
    low, high = max(here.start, context.money.start - BESIDE), min(here.end, context.money.end + BESIDE)
    beside = [f"beside {name}" for name in found if _HINTS[name].search(context.text, low, high)]
    return [*(found or ["no hint"]), *beside, f"times {min(2, len(here.times))}", domain(scene)]


def _found(text: str, sentence: Sentence) -> Iterator[str]:
    return (name for name, pattern in _HINTS.items() if pattern.search(text, sentence.start, sentence.end))
