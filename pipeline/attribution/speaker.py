"""On whose word: the person or paper that the sentence says the number comes from."""

import functools
import re

from pipeline.attribution.context import Context
from pipeline.attribution.decision import FAIR, STRONG, Decision

VERBS = r"(?:said|says|told|added|adds|stated|states|revealed|admitted|confirmed|warned|claimed|estimated|explained|reported|pointed out)"
NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Cllr|Councillor|Professor)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,4}"
ROLE = r"(?:[Tt]he|[Aa]n?|[Oo]ne)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+"
PATTERNS = (
    ("according to", re.compile(r"\b[Aa]ccording to\s+((?:the\s+|a\s+)?[\w’'&-]+(?:\s+(?!which|who|that)[\w’'&-]+){0,5})")),
    ("says so", re.compile(rf"({NAME}|{ROLE})(?:,\s(?:who|which)\s[^,]{{1,60}},)?\s+(?:has\s+|have\s+|had\s+|also\s+|since\s+)*{VERBS}\b")),
    ("says so, after the words", re.compile(rf"\b{VERBS}\s+({NAME})")),
    (
        "a paper",
        re.compile(
            r"\b((?:[Aa]n?|[Tt]he|[Ii]ts)\s+(?:[a-z]{3,14}\s+)?(?:report|letter|review|paper|minutes|documents?)(?:\s+(?:to|by|from|of|for)\s+(?:[\w’'-]+\s*){1,5})?)\s+(?:says|said|shows|showed|states|warns)"
        ),
    ),
)


def speaker(context: Context) -> Decision[str] | None:
    """Who gives the number, as printed; None where the sentence does not say."""
    return _speaker(context.text, context.sentence.start, context.sentence.end)


@functools.lru_cache(maxsize=64)
def _speaker(text: str, start: int, end: int) -> Decision[str] | None:
    """The sums of a sentence all ask for the same."""
    for rule, pattern in PATTERNS:
        if match := pattern.search(text, start, end):
            strength = STRONG if rule == "according to" else FAIR
            return Decision(match[1].strip(), rule, strength, match.start(1), match.end(1))
    return None
