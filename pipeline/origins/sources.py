"""Publications that a story names as its source: as reported by, told, seen by, has learned.

A source holds for the figures of the sentence that names it and, where it reported something rather than was told it, for those that follow in the
paragraph. It holds for the whole story where the headline names it, where the story says so of itself, and where a story without a publisher speaks as
publications speak of themselves ("seen by HSJ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import MentionForm, OrganisationMention, OriginClue, PassageKind
from pipeline.origins.publications import HOST, PUBLISHER, of_address
from pipeline.origins.telling import Reach, Telling, key_of

ITS = r"(?:the\s+|our\s+|its\s+|their\s+)?"
PLACE = r"(?:trade|news|local|daily|weekly|sister|industry|specialist|health|financial)"
KIND = rf"(?:{PLACE}\s+){{0,2}}(?:journal|newspaper|paper|magazine|website|site|title|agency|broadcaster|programme)\s+"
WHO = rf"\s+{ITS}(?:{KIND})?(?:the\s+)?$"
ALSO = r"(?:(?:has|had|have|also|first|then|since|previously|exclusively|today|earlier|later|yesterday)\s+){0,3}"

TOLD = re.compile(
    r"\b(?:told|telling|speaking\s+to|spoke\s+to|interview\s+with|interviewed\s+by|according\s+to|(?:quoted|cited)\s+(?:in|by))" + WHO, re.IGNORECASE
)
REPORTED_BY = re.compile(
    r"\b(?:(?:reported|revealed|published|disclosed|uncovered|highlighted|quoted)\s+(?:by|in|on)"
    r"|(?:analysis|investigation|survey|reporting|figures|documents|calculations)\s+(?:by|from)"
    r"|shown\s+to|leaked\s+to|passed\s+to|shared\s+with|sent\s+to|(?:obtained|compiled|gathered)\s+by)" + WHO,
    re.IGNORECASE,
)
SEEN_BY = re.compile(r"\bseen\s+(?:exclusively\s+)?by" + WHO, re.IGNORECASE)
STORY_BY = re.compile(r"\b(?:story|news|revelations?)\s+(?:was|were)\s+(?:first\s+)?(?:reported|revealed|broken|published)\s+(?:by|in)" + WHO, re.IGNORECASE)

SAYS_OF_ITSELF = re.compile(rf"^,?\s+{ALSO}(?:understands?|learned|learnt|seen|can\s+(?:exclusively\s+)?(?:reveal|disclose|report))\b", re.IGNORECASE)
REPORTED = re.compile(
    rf"^,?\s+(?:which\s+|who\s+)?{ALSO}(?:reports?|reported|reveals?|revealed|published|obtained|disclosed|uncovered|put\s+the|(?:was|were|been)\s+told"
    r"|says?\s+it\s+has\s+(?:seen|obtained|learned)|said\s+it\s+had\s+(?:seen|obtained|learned))\b"
    r"|^['’]s?\s+(?:own\s+|exclusive\s+|recent\s+|latest\s+)?(?:analysis|investigation|report|reporting|calculations?|story|findings)\b",
    re.IGNORECASE,
)
FIRST_STORY = re.compile(
    r"^\s+(?:first\s+)?(?:published\s+the\s+(?:initial|original|first)\s+(?:story|report|article)|broke\s+the\s+(?:story|news))\b", re.IGNORECASE
)
NOUN = re.compile(r"\s+(?:newspaper|website|magazine|journal|news\s+agency|news\s+website)\b", re.IGNORECASE)
# the paper that is speaking, whatever else is called a newspaper
THIS_ONE = re.compile(r"\b(?:this|our)\s*$", re.IGNORECASE)
# what is named after a publication is none
NAMESAKE = re.compile(r"\s+(?:(?:newspaper|news|media)\s+)?(?:trust|foundation|charity|group|pension|fund|appeal|staff|prize|awards?)\b", re.IGNORECASE)
# a body that the register does not know, and that speaks of its own money, is no publication
OF_ITSELF = re.compile(
    rf",?\s+{ALSO}\w+\s+(?:that\s+(?:it|they|its|their)\b|(?:an?|its|their|pre-tax|net|gross|record|losses|profits?|revenues?|sales|turnover|income|results)\b|[£$€]\d)",
    re.IGNORECASE,
)
NEAR = 70


def sources(telling: Telling) -> Iterator[OriginClue]:
    for mention in telling.mentions:
        if mention.kind not in (PUBLISHER, None):  # what the register does not know may be a paper
            continue
        reach = _reach(telling, mention)
        if reach:
            yield from telling.clues("named source", key_of(mention.organisation), mention.start, mention.end, reach)
    yield from _linked(telling)


def _reach(telling: Telling, mention: OrganisationMention) -> Reach | None:
    """How far a mention of a publication makes it the source; None where it is named for something else."""
    before = telling.text[max(telling.story.start, mention.start - NEAR) : mention.start]
    end = mention.end
    if mention.form is not MentionForm.NAME and THIS_ONE.search(before + mention.surface.split()[0]):
        return None
    if NAMESAKE.match(telling.text, end) or (mention.kind != PUBLISHER and OF_ITSELF.match(telling.text, end)):
        return None
    if noun := NOUN.match(telling.text, end):
        end = noun.end()
    after = telling.text[end : min(telling.story.end, end + NEAR)]
    if STORY_BY.search(before) or FIRST_STORY.match(after):
        return Reach.STORY
    if SEEN_BY.search(before) or SAYS_OF_ITSELF.match(after):
        return Reach.PARAGRAPH if telling.story.byline.publisher else Reach.STORY
    if REPORTED_BY.search(before) or REPORTED.match(after):
        return Reach.STORY if _in_headline(telling, mention) else Reach.PARAGRAPH
    return Reach.SENTENCE if TOLD.search(before) else None


def _in_headline(telling: Telling, mention: OrganisationMention) -> bool:
    sentence = telling.sentence(mention.start)
    return sentence is not None and sentence.passage.kind in (PassageKind.HEADLINE, PassageKind.STANDFIRST)


def _linked(telling: Telling) -> Iterator[OriginClue]:
    """The address of a publication, printed in a sentence."""
    for sentence in telling.sentences:
        for found in HOST.finditer(telling.text, sentence.start, sentence.end):
            whom = of_address(found[0], telling.register)
            if whom in telling.register.bodies:
                yield from telling.clues("named source", str(whom), *found.span(), Reach.SENTENCE)
