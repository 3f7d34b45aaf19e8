"""Whose money, position or plan it is: the clause first, then the sentence, then what the story is about."""

import re
from collections.abc import Callable

from pipeline.attribution.bodies import is_overseer, owners
from pipeline.attribution.clause import Bodies, anywhere, decide, group_that_gives, owner_after, possessive, receiver, relative, subject
from pipeline.attribution.context import Context
from pipeline.attribution.counterparty import is_other_side
from pipeline.attribution.decision import STRONG, WEAK, Decision
from pipeline.attribution.discourse import carried_over, heading, is_somebody_else, people, pronoun
from pipeline.model import Measure, Organisation

REGIONAL = re.compile(r"\bregional\s+(?:\w+\s+){0,4}$")
# of these the other side is never the owner
TAKEN = frozenset({Measure.FINE, Measure.LOAN, Measure.DEBT})

Rule = Callable[[Context, Bodies, Measure | None], Decision[Organisation] | None]
RULES: tuple[Rule, ...] = (
    group_that_gives,
    possessive,
    relative,
    receiver,
    pronoun,
    owner_after,
    subject,
    anywhere,
    people,
    carried_over,
    heading,
)


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
    return found or (None if is_somebody_else(context) else _of_the_story(main, sides, measure))


def _of_the_story(main: Organisation | None, sides: Bodies, measure: Measure | None) -> Decision[Organisation] | None:
    """Whom the story is about, unless that is the lender or who fines; money that nobody is said to receive is the giver's."""
    if measure in TAKEN and (not main or any(m.organisation == main for m in sides)):
        return None
    if main:
        return Decision(main, "whom the story is about", WEAK)
    return decide(sides[0], "nobody else is named", WEAK) if sides else None
