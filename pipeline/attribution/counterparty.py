"""The other side of a transfer: who is bailed out, who is paid, who lends, who gives."""

import re

from pipeline.attribution.bodies import is_thing
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.decision import STRONG, WEAK, Decision
from pipeline.model import Basis, Measure, Organisation, OrganisationMention

RECEIVES = re.compile(
    r"\b(?:(?:bail(?:ing|ed)?[ -]?out|bailed|help(?:ing)?|support(?:ing)?|rescue of|rescuing|prop(?:ping|s)? up|giv(?:e|en|ing)|"
    r"(?:contribution|transfer|transferred|allocation|handed|lent|loan|paid|goes|go|sent?)\s+to)\s+(?:(?!to\b)[\w’'-]+\s+){0,5}(?:in\s+|at\s+|the\s+)*"
    r"|contribut\w*\s+(?:\S+\s+){0,4}to\s+(?:the\s+)?|raised?\s+(?:\S+\s+)?for\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
RECEIVES_AFTER = re.compile(r"^\s+(?:position|bail-?out|rescue)\b")
PAID = re.compile(r"\b(?:paid|pays?|paying|hired|appointed)\s+(?:[\w-]+\s+){0,5}$", re.IGNORECASE)
PAYEE_AFTER = re.compile(r"^\s*(?:[\w-]+\s+){0,3}(?:to|on|from|with)\s+(?:[\w-]+\s+(?:from|at)\s+)?(?:the\s+)?$", re.IGNORECASE)
BOUGHT = re.compile(r"^\s*(?:[\w-]+\s+){0,2}(?:takeover|acquisition|purchase|buy-?out)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
PAID_AFTER = re.compile(r"(?:\s+\w+){0,2}\s+(?:has|have|had|was|were|is|are|being)\s+(?:been\s+)?paid\b")
GIVES_AFTER = re.compile(
    r"\s+(?:(?:has|have|had|will|would|also|since|is to|are to)\s+){0,3}(?:gave|gives?|given|award(?:s|ed)|grant(?:s|ed)|hand(?:s|ed)|promise[sd]?|pledge[sd]?|"
    r"provide[sd]?|lends?|lent(?=\s[^.]{0,30}\sto\s(?:the\s)?[A-Z])|offer(?:s|ed)|funding|grants?|money|cash|support)\b"
)
FINES_AFTER = re.compile(r"\s+(?:has\s+|have\s+|had\s+)?(?:fined|imposed|issued|handed)\b")
GIVES = re.compile(r"\b(?:from|by|owe[sd]?)\s+(?:the\s+)?$", re.IGNORECASE)


def counterparty(
    context: Context, measure: Measure | None, basis: Basis | None, owner: Organisation | None, recipient: Organisation | None
) -> Decision[Organisation] | None:
    """`recipient` is the body that the story's contributions go to."""
    for mention in context.sentence.bodies if measure is not Measure.FINE else ():
        if mention.organisation != owner and not is_thing(mention) and is_other_side(context, mention, measure):
            return Decision(mention.organisation, "the other side", STRONG, mention.start, mention.end)
    # what somebody would lose goes to nobody
    if measure is Measure.CONTRIBUTION and basis is not Basis.HYPOTHETICAL and recipient and recipient != owner:
        return Decision(recipient, "who receives in this story", WEAK)
    return None


def is_other_side(context: Context, mention: OrganisationMention, measure: Measure | None) -> bool:
    """Whether a body stands where the other side of such a sum stands: the receiver of a contribution, the payee of a cost, a giver, a lender."""
    if measure is Measure.CONTRIBUTION:
        return receives(context.text, context.sentence, mention)
    if measure is Measure.COST:
        return _is_paid(context, mention)
    if measure is Measure.FINE:
        return _fines(context, mention)
    return measure in (Measure.FUNDING, Measure.LOAN, Measure.DEBT) and _gives(context, mention, measure)


def receives(text: str, sentence: Sentence, mention: OrganisationMention) -> bool:
    """Whether a body stands where the receiver of a contribution stands: bail out X, a contribution to X, the X position."""
    before, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
    return mention.rule != "group" and bool(RECEIVES.search(before) or RECEIVES_AFTER.match(after))


def _is_paid(context: Context, mention: OrganisationMention) -> bool:
    if mention.end <= context.money.start:
        return bool(PAID.search(context.text[context.sentence.start : mention.start]) or PAID_AFTER.match(context.text, mention.end, context.money.start))
    between = context.text[context.money.end : mention.start]
    return bool(PAYEE_AFTER.match(between) or BOUGHT.match(between))


def _fines(context: Context, mention: OrganisationMention) -> bool:
    """Whether a body stands where one who fines stands: fined by X, X fined."""
    before, after = context.text[context.sentence.start : mention.start], context.text[mention.end : context.sentence.end]
    return bool(GIVES.search(before) or FINES_AFTER.match(after))


def _gives(context: Context, mention: OrganisationMention, measure: Measure) -> bool:
    """Whether a body stands where a giver or a lender stands: from X, owed to X, X gave, X funding."""
    before, after = context.text[context.sentence.start : mention.start], context.text[mention.end : context.sentence.end]
    return bool(GIVES.search(before) or (measure is not Measure.DEBT and GIVES_AFTER.match(after)))
