"""Whose sum it is where the clause does not say: what the sentences before it, the heading above it, or the kind of people tell."""

import re

from pipeline.attribution.bodies import SPEAKS, is_overseer, is_reporter
from pipeline.attribution.clause import Bodies, decide, named_before
from pipeline.attribution.context import Context
from pipeline.attribution.decision import WEAK, Decision
from pipeline.model import Measure, Organisation

PRONOUN = re.compile(r"^[\"“‘]?(?:[^,]{1,40},\s+)?(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Tt]ogether)\s")
PLURAL = re.compile(r"[\"“‘]?(?:Together|Between them|Both|All)\b")
UNNAMED = re.compile(r"\b[Tt]he (?:Trust|Council|CCG|Company|Group|University|College|Authority)\b(?! of\b)")
PEOPLE = re.compile(
    r"\b(?:[Tt]axpayers|[Hh]ouseholds|[Hh]ouseholders|[Vv]ictims|[Pp]arents|[Cc]ustomers|[Pp]assengers|[Tt]ravellers|[Ee]mployers|[Dd]rivers|[Mm]otorists|"
    r"[Oo]wners|[Ww]orkers|[Ff]amilies|[Rr]esidents|[Tt]raders|[Oo]rganisers|[Ss]tudents|[Ll]andlords|[Tt]enants|[Pp]ensioners|[Ff]armers|[Ii]ndividuals|"
    r"[Vv]isitors|People|[Bb]orrowers|[Ss]hareholders|[Ii]nvestors|[Ss]avers|[Ll]easeholders|[Hh]omeowners|[Ss]hoppers|[Aa]irlines|"
    r"a firm|a company|a man|a woman|a couple)\b(?!['’])"
)
CHARGED = re.compile(r"\s(?:[\w-]+\s){0,4}(?:levied on|imposed on|charged to|paid by)\s")
# what people pay and lose; public money is never theirs
PEOPLES = frozenset({Measure.COST, Measure.FINE, Measure.SAVING, Measure.DEBT, Measure.OTHER, Measure.DEFICIT, Measure.LOAN})


def pronoun(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """X cut two routes. Its £3m profit …"""
    is_first = not named_before(context, bodies) and context.spans[0][0] == context.money.start
    return carried_over(context, bodies, measure) if is_first and PRONOUN.match(context.before) else None


def people(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Fraud costs taxpayers £3m; drivers will pay £3."""
    if measure not in PEOPLES:
        return None
    groups = list(PEOPLE.finditer(context.text, context.sentence.start, context.money.start))
    charged = CHARGED.match(context.text, context.money.end, context.sentence.end)
    group = groups[-1] if groups else PEOPLE.match(context.text, charged.end()) if charged else None
    return Decision(Organisation(None, group[0].removeprefix("a ")), "people", WEAK, *group.span()) if group else None


def carried_over(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """The first body that the last sentence before it, in the same passage, is about; "together they" are a group."""
    together = PLURAL.match(context.before)
    for sentence in reversed(context.previous):
        if sentence.passage is not context.sentence.passage:
            return None
        if together and not any(m.rule == "group" for m in sentence.bodies):
            continue
        named = [m for m in sentence.bodies if not is_reporter(m) and not is_overseer(m) and not SPEAKS.match(context.text[m.end : sentence.end])]
        if named:
            return decide(min(named, key=lambda m: (m.rule == "group") is not bool(together)), "sentence before", WEAK)
    return None


def heading(context: Context, bodies: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """The body that the heading above names."""
    named = [m for m in context.heading.bodies if not is_reporter(m)] if context.heading else []
    return decide(named[0], "heading", WEAK) if named else None


def is_somebody_else(context: Context) -> bool:
    """ "The Trust" that nothing in the text names is a body all the same, and not the one that the story happens to name."""
    described = UNNAMED.finditer(context.text, context.sentence.start, context.sentence.end)
    return any(all(m.end <= d.start() or d.end() <= m.start for m in context.sentence.bodies) for d in described)
