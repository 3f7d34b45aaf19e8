"""Comparatives of accounts: "grants of £4.3m (2023/24: £0.9m)" is £4.3m for 2024-25, and £0.9m for the year before."""

from __future__ import annotations

import re

from pipeline.attribution.context import Context
from pipeline.attribution.dates import YEAR, calendar_year, days, financial_year
from pipeline.attribution.decision import STRONG, Decision
from pipeline.attribution.years import is_year
from pipeline.model import Period, PeriodMention

OPENING = re.compile(r"[^()£$€]{0,60}\(\s*$")
LINK = re.compile(r"[\s:–—-]*(?:was|were|at|in)?\s*$")
CLOSING = re.compile(r"\s*\\?\)")


def comparative(context: Context) -> Decision[Period] | None:
    """The time of a sum that stands in brackets with a time, and that of the sum before such brackets."""
    spans = context.spans
    here = spans.index((context.money.start, context.money.end))
    if mention := _in_brackets(context, spans[here - 1] if here else None, spans[here]):
        return Decision(mention.period, "beside it in brackets", STRONG, mention.start, mention.end)
    following = spans[here + 1] if here + 1 < len(spans) else None
    mention = _in_brackets(context, spans[here], following) if following else None
    after = _year_after(mention.period) if mention else None
    return Decision(after, "the year after its comparative", STRONG, mention.start, mention.end) if mention and after else None


def is_comparative(context: Context) -> bool:
    """Whether a sum stands in brackets with a time, behind the sum that it compares."""
    here = context.spans.index((context.money.start, context.money.end))
    return here > 0 and _in_brackets(context, context.spans[here - 1], context.spans[here]) is not None


def _in_brackets(context: Context, before: tuple[int, int] | None, place: tuple[int, int]) -> PeriodMention | None:
    """The time in the brackets that hold a time and the sum alone, behind another sum."""
    if before is None:
        return None
    text, (start, end) = context.text, place
    for mention in context.sentence.times:
        first, last = min(start, mention.start), max(end, mention.end)
        between = text[min(end, mention.end) : max(start, mention.start)]
        if first > before[1] and OPENING.fullmatch(text, before[1], first) and LINK.fullmatch(between) and CLOSING.match(text, last):
            return mention
    return None


def _year_after(period: Period) -> Period | None:
    """The financial or calendar year after one."""
    if period.start is None or period.end is None:
        return None
    if is_year(period):
        return financial_year(period.end.year)
    return calendar_year(period.end.year + 1) if days(period) in YEAR and period.start.month == 1 else None
