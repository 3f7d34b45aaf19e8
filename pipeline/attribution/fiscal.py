"""Whose year: a bare "this year" is the April-to-March year of a public body, and the calendar year of a company."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.attribution.draft import Draft
from pipeline.model import Organisation, Period
from pipeline.registry import Register

# kinds of the register that keep calendar years, or years of their own; the others are public bodies
CALENDAR = frozenset({"company", "consultancy", "news_publisher", "international_body", "central_bank", "stock_exchange", "foreign_body"})
UNKNOWN = frozenset(
    {"charity", "campaign", "political_party", "professional_body", "provider", "representative_body", "think_tank", "trade_union", "university"}
)


def settle_years(drafts: Sequence[Draft], register: Register) -> None:
    """Where the words leave open which year is meant, the kind of the organisation that the figure was given to decides."""
    for draft in drafts:
        decision, keeps = draft.decisions.get("period"), _keeps_financial_years(draft.value("organisation"), register)
        mention = next((m for m in draft.context.sentence.times if decision and m.start == decision.start), None)
        if decision is None or mention is None or keeps is None:
            continue
        reading = next((p for p in mention.alternatives if _is_financial(p) is keeps), None)
        if reading and decision.value == mention.period and _is_financial(mention.period) is not keeps:
            draft.decisions["period"] = replace(decision, value=reading, rule=f"{decision.rule}, of a {'public body' if keeps else 'company'}")


def _keeps_financial_years(organisation: Organisation | None, register: Register) -> bool | None:
    body = register.bodies.get(organisation.id) if organisation and organisation.id else None
    return None if body is None or body.kind in UNKNOWN else body.kind not in CALENDAR


def _is_financial(period: Period) -> bool:
    """Labels tell them apart: 2019-20 and 2019-20 Q2 from 2019 and 2019 Q3."""
    return "-" in period.label[:7]
