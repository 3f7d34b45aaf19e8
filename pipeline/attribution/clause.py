"""Whose sum it is by the words of its clause: X's deficit, a deficit at X, X lost.

Each rule takes the figure's context, the bodies that may own it, and its measure.
"""

import re

from pipeline.attribution.bodies import OVERSEERS
from pipeline.attribution.context import Context
from pipeline.attribution.cues import CLAUSE_BREAK, WORD
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.model import Measure, Organisation, OrganisationMention

POSSESSIVE = re.compile(r"['’]s?\s+(?:[\w£-]+['’]?\s+){0,7}(?:\w+\s+)?[(\"“‘]?$")
RELATIVE = re.compile(r",?\s+(?:which|who|that)\s[^,;:()]{0,80}")
OWNER_AFTER = re.compile(r"\s*(?:[\w-]+\s+){0,5}(?:at|for|in|across|of|by)\s+(?:the\s+|its\s+)?(?:rival\s+)?$")
RECEIVER = re.compile(r"\b(?:g[ia]ves?|given|giving|award(?:s|ed|ing)?|grant(?:s|ed|ing)?|hand(?:s|ed|ing)?|promised|lent|offered|to|for)\s+(?:the\s+)?$")
AGAINST = re.compile(r"\b(?:at|in|near|from|with|by|against|than|like|unlike|asked|told|between|according to|rivals?)\s+(?:the\s+)?$", re.IGNORECASE)
DEAL_AFTER = re.compile(r"\s+(?:purchase|takeover|acquisition|merger|deal|bid|buyout|sale)\b")
APPROVES_AFTER = re.compile(
    r"\s+(?:has\s+|have\s+)?(?:approve[sd]?|clear(?:s|ed)|block(?:s|ed)|signalled|accept(?:s|ed)?|backs?|backed|allow(?:s|ed)|waved through)\b"
)
RECEIVED = frozenset({Measure.FUNDING, Measure.LOAN})

Bodies = list[OrganisationMention]


def group_that_gives(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Five STPs were asked for £5m each."""
    if measure is not Measure.CONTRIBUTION and context.money.per != "each":
        return None
    groups = [m for m in bodies if m.rule == "group"]
    nearest = min(groups, key=lambda m: _words_between(context, m), default=None)
    return decide(nearest, "group that gives", STRONG) if nearest and (context.money.per == "each" or nearest in named_before(context, groups)) else None


def possessive(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """X's £3m deficit."""
    for mention in reversed(named_before(context, bodies)):
        between = context.text[mention.end : context.money.start]
        if POSSESSIVE.match(between) and not CLAUSE_BREAK.search(between):
            return decide(mention, "possessive", STRONG)
    return None


def relative(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Smaller than X, which has a deficit of £3m."""
    last = named_before(context, bodies)[-1:]
    is_subject = last and RELATIVE.fullmatch(context.text, last[0].end, context.money.start)
    return decide(last[0], "subject of the relative clause", STRONG) if is_subject else None


def receiver(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Ministers gave X £3m; £3m was awarded to X."""
    if measure not in RECEIVED:
        return None
    received = [m for m in bodies if RECEIVER.search(context.text[context.sentence.start : m.start])]
    nearest = min(received, key=lambda m: _words_between(context, m), default=None)
    return decide(nearest, "who receives", FAIR) if nearest else None


def owner_after(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """A deficit of £3m at X; £41m for X."""
    for mention in _after(context, bodies):
        between = context.text[context.money.end : mention.start]
        if OWNER_AFTER.fullmatch(between) and not CLAUSE_BREAK.search(between) and not _crosses(context, mention):
            return decide(mention, "named after the sum", STRONG)
    return None


def subject(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """The nearest body before the figure in its clause that is not the other side of something."""
    before = named_before(context, bodies)
    plain = [m for m in before if not AGAINST.search(context.text[context.sentence.start : m.start]) and not _stands_by(context, m, measure)]
    for mention in reversed(plain):
        if not CLAUSE_BREAK.search(context.text[mention.end : context.money.start]):
            return decide(mention, "subject of the clause", STRONG)
    last = plain[-1:] or before[-1:]
    return decide(last[0], "named before in the sentence", FAIR) if last else None


def _stands_by(context: Context, mention: OrganisationMention, measure: Measure | None) -> bool:
    """Whether a body is what a deal is about, or who lets it go ahead: the Seagram purchase, ministers approved the takeover."""
    if DEAL_AFTER.match(context.text, mention.end):
        return True
    return measure is Measure.COST and mention.kind in OVERSEERS and APPROVES_AFTER.match(context.text, mention.end) is not None


def anywhere(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """£3m will be spent by the end of the year on X."""
    for mention in _after(context, bodies):
        between = context.text[context.money.end : mention.start]
        if "," not in between and not CLAUSE_BREAK.search(between) and not _crosses(context, mention):
            return decide(mention, "named later in the sentence", WEAK)
    return None


def decide(mention: OrganisationMention, rule: str, strength: int) -> Decision[Organisation]:
    return Decision(mention.organisation, rule, strength, mention.start, mention.end)


def named_before(context: Context, bodies: Bodies) -> Bodies:
    return [m for m in bodies if m.end <= context.money.start]


def _after(context: Context, bodies: Bodies) -> Bodies:
    return [m for m in bodies if m.start >= context.money.end]


def _crosses(context: Context, mention: OrganisationMention) -> bool:
    return any(context.money.end <= a and b <= mention.start for a, b in context.spans)


def _words_between(context: Context, mention: OrganisationMention) -> int:
    low, high = sorted((mention.start, context.money.start))
    return len(WORD.findall(context.text[low:high]))
