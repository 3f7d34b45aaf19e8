"""How many bodies share a sum: "a further four STPs have been asked for £5m, a total of £25m" is £5m each, of five."""

import re
from decimal import Decimal

from pipeline.model import Money

COUNTS = {word: n for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2)}
COUNT = re.compile(
    r"\b(further |other |remaining )?(" + "|".join(COUNTS) + r"|\d{1,3})\s+(?!years?\b|months?\b|weeks?\b|per\b|times\b|million\b)[a-z]", re.IGNORECASE
)
MAKES = re.compile(
    r"\b(?:total of|total(?:s|led|ling)|add(?:s|ed|ing)? up to|com(?:es?|ing) to|mak(?:es?|ing)|rais(?:es?|ing)|giving|in all|altogether)\s+"
    r"(?:a total of\s+|(?:about|around|almost|nearly|just|under|over|more than|some|roughly|up|to)\s+){0,3}$",
    re.IGNORECASE,
)


def sharers(text: str, start: int, one: Money, total: Money) -> Decimal | None:
    """How many times `one` makes `total`, as the sentence that starts at `start` says it; None where it does not."""
    counts = list(COUNT.finditer(text, start, one.start))
    if not counts or not MAKES.search(text[one.end : total.start]) or one.amount is None:
        return None
    word = counts[-1][2].lower()
    # "a further four" stand beside the one that was named before them
    return Decimal(COUNTS.get(word) or word) + ((counts[-1][1] or "").strip().lower() == "further")
