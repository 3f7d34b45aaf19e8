"""The government as a body: "ministers", "the government", where a story about pounds names no department."""

import re
from collections.abc import Iterator

from pipeline.attribution.context import Sentence
from pipeline.model import Organisation, OrganisationMention

GOVERNMENT = re.compile(
    r"(?P<whose>\b[\w’']{1,30}\s+)?\b(?P<body>[Gg]overnment|[Mm]inisters)\b(?!-|\s+(?:of|for|departments?|office|body|agency|sources?|adviser|spokes\w{1,8})\b)"
)
# words before it that leave it the government of the country
OURS = frozenset(
    "the uk british by in of from with that as and but from to say says why when after if because while which where until how against for our this "
    "national central uk's tory labour coalition of".split()
)
KIND = "government"


def governments(text: str, sentence: Sentence) -> Iterator[OrganisationMention]:
    """The mentions of a sentence: the country's own, or another that an adjective names ("the Welsh government")."""
    for match in GOVERNMENT.finditer(text, sentence.start, sentence.end):
        body = _body((match["whose"] or "").strip(), match.start() == sentence.start)
        if body and not any(m.start < match.end() and match.start("body") < m.end for m in sentence.bodies):
            yield OrganisationMention(match.start("body"), match.end(), match["body"], body, "government", KIND)


def _body(whose: str, opens: bool) -> Organisation | None:
    if not whose or whose.lower() in OURS:
        return Organisation(None, "UK government")
    if not whose[0].isupper() or opens:
        return None
    return Organisation(None, f"{whose} government") if whose.isalpha() else None
