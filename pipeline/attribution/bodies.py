"""Which bodies may own a sum, and whom a story is about."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from pipeline.attribution.context import Context
from pipeline.model import MentionForm, Organisation, OrganisationMention

# those who report on money rather than have it
REPORTERS = frozenset({"news_publisher", "healthwatch", "think_tank", "campaign", "trade_union", "political_party", "representative_body"})
# those who watch over others' money: they are the answer only where nobody else is
OVERSEERS = frozenset(
    {"region", "regulator", "national_body", "department", "arms_length_body", "region_local_office", "government", "international_body", "stock_exchange"}
)
SPEAKS = re.compile(
    r"^(?:['’]s\s+\w+(?:\s+\w+)?)?,?\s+(?:has\s+|have\s+|had\s+)?"
    r"(?:said|says?|told|added|reported that|reports?\b|raised concerns|warned|called on|called for|asked for help|insists?|insisted|denies|denied)\b"
)
# "the council's Ann Okafor" is a person
MEMBER = re.compile(r"\w['’]s?\s$")
JOURNAL = re.compile(r"\b(?:journal|newspaper|magazine|paper|website)\s+$")
PRESS = re.compile(
    r"\b(?:Post|Times|Courier|Journal|Gazette|Monitor|Telegraph|News|Herald|Daily|Mail|Mirror|Chronicle|Echo|Observer|Argus|Advertiser|Mercury)$"
)
# a bare acronym that nothing explains is as often a thing: VHS, HQ
ACRONYM = re.compile(r"[A-Z]{2,4}")
NEARBY = 8
GROUPED = 400  # weight of one mention of a group, against 1000
OVERSEEN = 250  # weight of one mention of an overseer, against 1000


def owners(context: Context) -> list[OrganisationMention]:
    """The bodies of the sentence round about the figure, less those who only say or print the number."""
    place = bisect_left(context.sentence.bodies, context.money.start, key=lambda m: m.start)
    return [m for m in context.sentence.bodies[max(0, place - NEARBY) : place + NEARBY] if not is_reporter(m) and not speaks(context, m) and not is_thing(m)]


def is_reporter(mention: OrganisationMention) -> bool:
    """Those who report on money rather than have it: registered ones by their kind, others by a newspaper's name."""
    return mention.kind in REPORTERS or (mention.organisation.id is None and PRESS.search(mention.organisation.name) is not None)


def is_overseer(mention: OrganisationMention) -> bool:
    return (mention.kind or "").removeprefix("group:") in OVERSEERS or mention.organisation.name.endswith((" Committee", " Wellbeing Board"))


def main_body(mentions: Iterable[OrganisationMention], headline_end: int) -> OrganisationMention | None:
    """The first mention of the body that a story names most; a headline counts for three.

    Overseers stand back unless they are named many times as often as any other; of those who only report, a party may be what a story is about.
    """
    counts: Counter[Organisation] = Counter()
    first: dict[Organisation, OrganisationMention] = {}
    for mention in mentions:
        if not is_thing(mention) and (not is_reporter(mention) or mention.kind == "political_party"):
            counts[mention.organisation] += _weight(mention) * (3 if mention.start < headline_end else 1)
            first.setdefault(mention.organisation, mention)
    return first[counts.most_common(1)[0][0]] if counts else None


def _weight(mention: OrganisationMention) -> int:
    """An auditor or regulator has hardly ever money of its own; a department, a region or a party only where it stands far before all others.

    A group is more often whom a body is one of than whom a story is about.
    """
    if mention.kind == "regulator":
        return 1
    if mention.kind == "government" and mention.organisation.name != "UK government":
        return 1000
    if is_overseer(mention) or mention.kind == "political_party":
        return OVERSEEN
    return GROUPED if mention.form is MentionForm.GROUP else 1000


def speaks(context: Context, mention: OrganisationMention) -> bool:
    """Whether a body only says the number, or prints it."""
    before, after = context.text[context.sentence.start : mention.start], context.text[mention.end : context.sentence.end]
    return bool(SPEAKS.match(after) or JOURNAL.search(before) or (mention.rule == "name" and MEMBER.search(before)))


def is_thing(mention: OrganisationMention) -> bool:
    """A bare acronym that only the small model took for a name (HQ, VHS), and a plural without number, place and members."""
    if mention.form is MentionForm.GROUP and not mention.members and " " not in mention.organisation.name:
        return True  # "providers" are whose the story is about
    return mention.rule == "name" and ACRONYM.fullmatch(mention.organisation.name) is not None
