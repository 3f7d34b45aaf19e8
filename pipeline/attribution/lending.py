"""Years that figures of one body lend one another."""

from dataclasses import replace
from itertools import pairwise

from pipeline.attribution.decision import WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.attribution.years import is_year
from pipeline.model import Measure, Organisation, Period

POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.SHORTFALL, Measure.OVERSPEND, Measure.CONTROL_TOTAL})
OF_A_YEAR = POSITIONS | {Measure.SAVING}


def lend_years(drafts: list[Draft]) -> None:
    """Gives a time to positions that have none of their own: the year of the sentence before, else the one year of the story."""
    _year_of_the_sentence_before(drafts)
    _year_of_the_story(drafts)


def _year_of_the_sentence_before(drafts: list[Draft]) -> None:
    """X closed 2017-18 with a deficit of £42m. It had agreed to one of £15m."""
    for last, draft in pairwise(drafts):
        lent, here = last.decisions.get("period"), draft.context.sentence
        follows = last.context.sentence in draft.context.previous[-1:] and last.context.sentence.passage is here.passage
        same_body = draft.value("organisation") is not None and draft.value("organisation") == last.value("organisation")
        if lent and follows and same_body and draft.value("period") is None and draft.value("measure") in OF_A_YEAR and is_year(lent.value):
            draft.decisions["period"] = replace(lent, rule="the year of the sentence before", strength=WEAK)


def _year_of_the_story(drafts: list[Draft]) -> None:
    """A position without a time is of the one year that the story tells of this body's positions."""
    told: dict[Organisation, set[Period]] = {}
    for draft in drafts:
        when, body = draft.value("period"), draft.value("organisation")
        if draft.value("measure") in POSITIONS and body and when and when.start and when.end:
            told.setdefault(body, set()).add(when)
    for draft in drafts:
        years = told.get(draft.value("organisation"), set())
        if draft.value("measure") in POSITIONS and draft.value("period") is None and len(years) == 1:
            draft.decisions["period"] = Decision(next(iter(years)), "the year that the story tells of", WEAK)
