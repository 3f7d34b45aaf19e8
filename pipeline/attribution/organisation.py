"""Whose money, position or plan it is: the clause first, then the sentence, then what the story is about."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from pipeline.attribution.context import Context
from pipeline.attribution.counterparty import is_other_side
from pipeline.attribution.cues import CLAUSE_BREAK, WORD
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.model import Measure, Organisation, OrganisationMention

# those who report on money rather than have it
REPORTERS = frozenset({"news_publisher", "healthwatch", "think_tank", "campaign", "trade_union", "political_party", "representative_body"})
# those who watch over others' money: they are the answer only where nobody else is
OVERSEERS = frozenset({"region", "regulator", "national_body", "department", "arms_length_body", "region_local_office"})
POSSESSIVE = re.compile(r"['’]s?\s+(?:[\w£-]+['’]?\s+){0,7}(?:\w+\s+)?[(\"“‘]?$")
OWNER_AFTER = re.compile(r"\s*(?:[\w-]+\s+){0,5}(?:at|for|in|across|of|by)\s+(?:the\s+|its\s+)?$")
SPEAKS = re.compile(
    r"^(?:['’]s\s+\w+(?:\s+\w+)?)?,?\s+(?:has\s+|have\s+|had\s+)?(?:said|says|told|added|reported|raised concerns|warned|called on|called for|asked for help)\b"
)
JOURNAL = re.compile(r"\b(?:journal|newspaper|magazine|paper|website)\s+$")
AGAINST = re.compile(r"\b(?:from|with|by|against|than|like|asked|told|between|according to)\s+(?:the\s+)?$", re.IGNORECASE)
REGIONAL = re.compile(r"\bregional\s+(?:\w+\s+){0,4}$")


def organisation(
    context: Context, measure: Measure | None, recipient: Organisation | None, main: Organisation | None, region: Organisation | None
) -> Decision[Organisation] | None:
    """`recipient` is the body that the story's contributions go to, and never gives them; `main` is whom the story is about."""
    bodies = [m for m in context.sentence.bodies if m.kind not in REPORTERS and not _speaks(context, m) and not is_other_side(context, m, measure)]
    if measure is Measure.CONTRIBUTION:
        bodies = [m for m in bodies if m.organisation != recipient and not _is_overseer(m)]
    if region and REGIONAL.search(context.before):
        return Decision(region, "the region's", STRONG)
    for rule in RULES:
        if found := rule(context, bodies, measure):
            return found
    return Decision(main, "whom the story is about", WEAK) if main else None


def main_body(mentions: Iterable[OrganisationMention], headline_end: int, exclude: Organisation | None = None) -> Organisation | None:
    """The body that a story names most; a headline counts for three. Overseers and reporters stand back while there is another."""
    counts: Counter[Organisation] = Counter()
    for mention in mentions:
        if mention.kind in REPORTERS or mention.organisation == exclude:
            continue
        weight = 3 if mention.start < headline_end else 1
        counts[mention.organisation] += weight * (1 if _is_overseer(mention) else 100)
    return counts.most_common(1)[0][0] if counts else None


def _possessive(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    """X's £3m deficit."""
    for mention in reversed(_before(context, bodies)):
        between = context.text[mention.end : context.money.start]
        if POSSESSIVE.match(between) and not CLAUSE_BREAK.search(between):
            return _decide(mention, "possessive", STRONG)
    return None


def _group_that_gives(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    """Five STPs were asked for £5m each."""
    if measure is not Measure.CONTRIBUTION and context.money.per != "each":
        return None
    groups = [m for m in bodies if m.rule == "group"]
    nearest = min(groups, key=lambda m: _words_between(context, m), default=None)
    return _decide(nearest, "group that gives", STRONG) if nearest and (context.money.per == "each" or nearest in _before(context, groups)) else None


def _owner_after(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    """A deficit of £3m at X; £41m for X."""
    for mention in _after(context, bodies):
        between = context.text[context.money.end : mention.start]
        if OWNER_AFTER.fullmatch(between) and not CLAUSE_BREAK.search(between) and not _crosses(context, mention):
            return _decide(mention, "named after the sum", STRONG)
    return None


def _subject(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    """The nearest body before the figure in its clause that is not the other side of something."""
    before = _before(context, bodies)
    plain = [m for m in before if not AGAINST.search(context.text[context.sentence.start : m.start])]
    for mention in reversed(plain):
        if not CLAUSE_BREAK.search(context.text[mention.end : context.money.start]):
            return _decide(mention, "subject of the clause", STRONG)
    last = plain[-1:] or before[-1:]
    return _decide(last[0], "named before in the sentence", FAIR) if last else None


def _anywhere(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    for mention in _after(context, bodies):
        between = context.text[context.money.end : mention.start]
        if "," not in between and not CLAUSE_BREAK.search(between) and not _crosses(context, mention):
            return _decide(mention, "named later in the sentence", WEAK)
    return None


def _carried_over(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    """The first body that the last sentence before it, in the same passage, is about."""
    for sentence in reversed(context.previous):
        if sentence.passage is not context.sentence.passage:
            return None
        named = [m for m in sentence.bodies if m.kind not in REPORTERS and not _is_overseer(m) and not SPEAKS.match(context.text[m.end : sentence.end])]
        if named:
            return _decide(min(named, key=lambda m: m.rule == "group"), "sentence before", WEAK)
    return None


def _heading(context: Context, bodies: list[OrganisationMention], measure: Measure | None) -> Decision[Organisation] | None:
    """The body that the heading above names."""
    named = [m for m in context.heading.bodies if m.kind not in REPORTERS] if context.heading else []
    return _decide(named[0], "heading", WEAK) if named else None


Rule = Callable[[Context, list[OrganisationMention], Measure | None], Decision[Organisation] | None]
RULES: tuple[Rule, ...] = (_group_that_gives, _possessive, _owner_after, _subject, _anywhere, _carried_over, _heading)


def _decide(mention: OrganisationMention, rule: str, strength: int) -> Decision[Organisation]:
    return Decision(mention.organisation, rule, strength, mention.start, mention.end)


def _is_overseer(mention: OrganisationMention) -> bool:
    return mention.kind in OVERSEERS


def _speaks(context: Context, mention: OrganisationMention) -> bool:
    """Those who say the number, and papers that printed it, do not have it."""
    before, after = context.text[context.sentence.start : mention.start], context.text[mention.end : context.sentence.end]
    return bool(SPEAKS.match(after) or JOURNAL.search(before))


def _before(context: Context, bodies: list[OrganisationMention]) -> list[OrganisationMention]:
    return [m for m in bodies if m.end <= context.money.start]


def _after(context: Context, bodies: list[OrganisationMention]) -> list[OrganisationMention]:
    return [m for m in bodies if m.start >= context.money.end]


def _crosses(context: Context, mention: OrganisationMention) -> bool:
    return any(context.money.end <= a and b <= mention.start for a, b in context.spans)


def _words_between(context: Context, mention: OrganisationMention) -> int:
    low, high = sorted((mention.start, context.money.start))
    return len(WORD.findall(context.text[low:high]))
