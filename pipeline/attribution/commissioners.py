"""Bodies named by what they do: "the organisation that buys health care for Fenshire" is Fenshire's commissioning group."""

import re

from pipeline.attribution.context import Sentence
from pipeline.model import Organisation, OrganisationMention
from pipeline.registry import Register, fold

KIND = "ccg"
BUYS = re.compile(
    r"\b(?:body|organisation|group)\s+(?:that|which)\s+(?:buys|pays for|commissions|plans and (?:pays for|buys))\s+"
    r"(?:[\w-]{1,30}\s+){1,4}(?:for|in|across)\s+(?:the\s+)?$"
)


def commissioner(text: str, sentence: Sentence, mention: OrganisationMention, register: Register) -> OrganisationMention | None:
    """The commissioning group of the place that a mention names, where these words stand before it; None where the register knows none."""
    if not BUYS.search(text, max(sentence.start, mention.start - 120), mention.start):
        return None
    ids = {alias.id for alias in register.aliases.get(fold(f"{mention.surface} CCG"), ()) if register.bodies[alias.id].kind == KIND}
    if len(ids) != 1:
        return None
    body = register.bodies[ids.pop()]
    return OrganisationMention(mention.start, mention.end, mention.surface, Organisation(body.id, body.name), "buys care for", KIND)
