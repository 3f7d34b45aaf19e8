"""Whose money, position or plan it is: the clause first, then the sentence, then what the story is about."""

import re
from collections.abc import Callable

from pipeline.attribution.bodies import SPEAKS, is_overseer, is_reporter, owners
from pipeline.attribution.context import Context
from pipeline.attribution.counterparty import is_other_side
from pipeline.attribution.cues import CLAUSE_BREAK, WORD
from pipeline.attribution.decision import FAIR, STRONG, WEAK, Decision
from pipeline.model import Measure, Organisation, OrganisationMention

POSSESSIVE = re.compile(r"['’]s?\s+(?:[\w£-]+['’]?\s+){0,7}(?:\w+\s+)?[(\"“‘]?$")
RELATIVE = re.compile(r",?\s+(?:which|who|that)\s[^,;:()]{0,80}")
PRONOUN = re.compile(r"^[\"“‘]?(?:[^,]{1,40},\s+)?(?:[Ii]ts?|[Tt]hey|[Tt]heir)\s")
OWNER_AFTER = re.compile(r"\s*(?:[\w-]+\s+){0,5}(?:at|for|in|across|of|by)\s+(?:the\s+|its\s+)?$")
RECEIVER = re.compile(r"\b(?:g[ia]ves?|given|giving|award(?:s|ed|ing)?|grant(?:s|ed|ing)?|hand(?:s|ed|ing)?|promised|lent|offered|to|for)\s+(?:the\s+)?$")
AGAINST = re.compile(r"\b(?:from|with|by|against|than|like|unlike|asked|told|between|according to|rivals?)\s+(?:the\s+)?$", re.IGNORECASE)
REGIONAL = re.compile(r"\bregional\s+(?:\w+\s+){0,4}$")
PEOPLE = re.compile(
    r"\b(?:[Tt]axpayers|[Hh]ouseholds|[Hh]ouseholders|[Vv]ictims|[Pp]arents|[Cc]ustomers|[Pp]assengers|[Tt]ravellers|[Ee]mployers|[Dd]rivers|[Mm]otorists|"
    r"[Oo]wners|[Ww]orkers|[Ff]amilies|[Rr]esidents|[Tt]raders|[Oo]rganisers|[Ss]tudents|[Ll]andlords|[Tt]enants|[Pp]ensioners|[Ff]armers|[Ii]ndividuals|[Vv]isitors)\b"
    r"(?!['’])"
)
# what people pay and lose; public money is never theirs
PEOPLES = frozenset({Measure.COST, Measure.FINE, Measure.SAVING, Measure.DEBT, Measure.OTHER, Measure.DEFICIT, Measure.LOAN})
RECEIVED = frozenset({Measure.FUNDING, Measure.LOAN})

Bodies = list[OrganisationMention]


def organisation(
    context: Context, measure: Measure | None, recipient: Organisation | None, main: Organisation | None, region: Organisation | None
) -> Decision[Organisation] | None:
    """`recipient` is the body that the story's contributions go to, and never gives them; `main` is whom the story is about."""
    if region and REGIONAL.search(context.before):
        return Decision(region, "the region's", STRONG)
    bodies = owners(context)
    if measure is Measure.CONTRIBUTION:
        bodies = [m for m in bodies if m.organisation != recipient and not is_overseer(m)]
    sides = [m for m in bodies if is_other_side(context, m, measure)]
    own = [m for m in bodies if m not in sides]
    found = next(filter(None, (rule(context, own, measure) for rule in RULES)), None)
    return found or _of_the_story(main, sides, measure)


def _of_the_story(main: Organisation | None, sides: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Whom the story is about; where that is who gives, and nobody is said to receive, the giver's money it is."""
    if measure is Measure.FINE and any(m.organisation == main for m in sides):
        return None
    if main:
        return Decision(main, "whom the story is about", WEAK)
    return _decide(sides[0], "nobody else is named", WEAK) if sides else None


def _receiver(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Ministers gave X £3m; £3m was awarded to X."""
    if measure not in RECEIVED:
        return None
    received = [m for m in bodies if RECEIVER.search(context.text[context.sentence.start : m.start])]
    nearest = min(received, key=lambda m: _words_between(context, m), default=None)
    return _decide(nearest, "who receives", FAIR) if nearest else None


def _possessive(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """X's £3m deficit."""
    for mention in reversed(_before(context, bodies)):
        between = context.text[mention.end : context.money.start]
        if POSSESSIVE.match(between) and not CLAUSE_BREAK.search(between):
            return _decide(mention, "possessive", STRONG)
    return None


def _relative(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Smaller than X, which has a deficit of £3m."""
    last = _before(context, bodies)[-1:]
    is_subject = last and RELATIVE.fullmatch(context.text, last[0].end, context.money.start)
    return _decide(last[0], "subject of the relative clause", STRONG) if is_subject else None


def _pronoun(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """X cut two routes. Its £3m profit …"""
    return _carried_over(context, bodies, measure) if not _before(context, bodies) and PRONOUN.match(context.before) else None


def _group_that_gives(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Five STPs were asked for £5m each."""
    if measure is not Measure.CONTRIBUTION and context.money.per != "each":
        return None
    groups = [m for m in bodies if m.rule == "group"]
    nearest = min(groups, key=lambda m: _words_between(context, m), default=None)
    return _decide(nearest, "group that gives", STRONG) if nearest and (context.money.per == "each" or nearest in _before(context, groups)) else None


def _owner_after(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """A deficit of £3m at X; £41m for X."""
    for mention in _after(context, bodies):
        between = context.text[context.money.end : mention.start]
        if OWNER_AFTER.fullmatch(between) and not CLAUSE_BREAK.search(between) and not _crosses(context, mention):
            return _decide(mention, "named after the sum", STRONG)
    return None


def _subject(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """The nearest body before the figure in its clause that is not the other side of something."""
    before = _before(context, bodies)
    plain = [m for m in before if not AGAINST.search(context.text[context.sentence.start : m.start])]
    for mention in reversed(plain):
        if not CLAUSE_BREAK.search(context.text[mention.end : context.money.start]):
            return _decide(mention, "subject of the clause", STRONG)
    last = plain[-1:] or before[-1:]
    return _decide(last[0], "named before in the sentence", FAIR) if last else None


def _anywhere(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """£3m will be spent by the end of the year on X."""
    for mention in _after(context, bodies):
        between = context.text[context.money.end : mention.start]
        if "," not in between and not CLAUSE_BREAK.search(between) and not _crosses(context, mention):
            return _decide(mention, "named later in the sentence", WEAK)
    return None


def _people(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Fraud costs taxpayers £3m; drivers will pay £3."""
    groups = list(PEOPLE.finditer(context.text, context.sentence.start, context.money.start))
    if not groups or measure not in PEOPLES:
        return None
    return Decision(Organisation(None, groups[-1][0]), "people", WEAK, *groups[-1].span())


def _carried_over(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """The first body that the last sentence before it, in the same passage, is about."""
    for sentence in reversed(context.previous):
        if sentence.passage is not context.sentence.passage:
            return None
        named = [m for m in sentence.bodies if not is_reporter(m) and not is_overseer(m) and not SPEAKS.match(context.text[m.end : sentence.end])]
        if named:
            return _decide(min(named, key=lambda m: m.rule == "group"), "sentence before", WEAK)
    return None


def _heading(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """The body that the heading above names."""
    named = [m for m in context.heading.bodies if not is_reporter(m)] if context.heading else []
    return _decide(named[0], "heading", WEAK) if named else None


Rule = Callable[[Context, Bodies, Measure | None], Decision[Organisation] | None]
RULES: tuple[Rule, ...] = (_group_that_gives, _possessive, _relative, _receiver, _pronoun, _owner_after, _subject, _anywhere, _people, _carried_over, _heading)


def _decide(mention: OrganisationMention, rule: str, strength: int) -> Decision[Organisation]:
    return Decision(mention.organisation, rule, strength, mention.start, mention.end)


def _before(context: Context, bodies: Bodies) -> Bodies:
    return [m for m in bodies if m.end <= context.money.start]


def _after(context: Context, bodies: Bodies) -> Bodies:
    return [m for m in bodies if m.start >= context.money.end]


def _crosses(context: Context, mention: OrganisationMention) -> bool:
    return any(context.money.end <= a and b <= mention.start for a, b in context.spans)


def _words_between(context: Context, mention: OrganisationMention) -> int:
    low, high = sorted((mention.start, context.money.start))
    return len(WORD.findall(context.text[low:high]))
