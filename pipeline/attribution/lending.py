"""Years that figures of one body lend one another."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from pipeline.attribution.decision import WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.attribution.years import is_year
from pipeline.model import Basis, Measure, Money, Organisation, Period

POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.SHORTFALL, Measure.OVERSPEND, Measure.CONTROL_TOTAL})
Key = tuple[Organisation | None, Measure | None, Basis | None, Period | None]
OF_A_YEAR = POSITIONS | {Measure.SAVING}


def lend_years(drafts: list[Draft]) -> None:
    """Gives a time to positions that have none of their own: the year of the sentence before, else the one year of the story."""
    numbers: defaultdict[Key, list[Money]] = defaultdict(list)
    for draft in drafts:
        numbers[_key(draft, draft.value("period"))].append(draft.context.money)
    _year_of_the_sentence_before(drafts, numbers)
    _year_of_the_story(drafts, numbers)


def _year_of_the_sentence_before(drafts: list[Draft], numbers: Mapping[Key, list[Money]]) -> None:
    """X closed 2017-18 with a deficit of £42m. It had agreed to one of £15m."""
    for last, draft in pairwise(drafts):
        lent, here = last.decisions.get("period"), draft.context.sentence
        follows = last.context.sentence in draft.context.previous[-1:] and last.context.sentence.passage is here.passage
        same_body = draft.value("organisation") is not None and draft.value("organisation") == last.value("organisation")
        if (
            lent
            and follows
            and same_body
            and draft.value("period") is None
            and draft.value("measure") in OF_A_YEAR
            and is_year(lent.value)
            and not _is_taken(numbers, draft, lent.value)
        ):
            draft.decisions["period"] = replace(lent, rule="the year of the sentence before", strength=WEAK)


def _year_of_the_story(drafts: list[Draft], numbers: Mapping[Key, list[Money]]) -> None:
    """A position without a time is of the one year that the story tells of this body's positions."""
    told: dict[Organisation, set[Period]] = {}
    for draft in drafts:
        when, body = draft.value("period"), draft.value("organisation")
        if draft.value("measure") in POSITIONS and body and when and when.start and when.end:
            told.setdefault(body, set()).add(when)
    for draft in drafts:
        years = told.get(draft.value("organisation"), set())
        if draft.value("measure") in POSITIONS and draft.value("period") is None and len(years) == 1 and not _is_taken(numbers, draft, *years):
            draft.decisions["period"] = Decision(next(iter(years)), "the year that the story tells of", WEAK)


def _is_taken(numbers: Mapping[Key, list[Money]], draft: Draft, year: Period) -> bool:
    """X lost £36m in 2018/19 and is £12m behind so far: that year has its number, so the other is of another time."""
    return any(not _may_be_one(number, draft.context.money) for number in numbers.get(_key(draft, year), ()))


def _key(draft: Draft, when: Period | None) -> Key:
    return draft.value("organisation"), draft.value("measure"), draft.value("basis"), when


def _may_be_one(one: Money, other: Money) -> bool:
    if one.currency != other.currency or one.per != other.per:
        return True
    return (one.low is None or other.high is None or one.low <= other.high) and (other.low is None or one.high is None or other.low <= one.high)
