"""Sums that a text states: five at £5m each make £25m; X, Y and Z come to T; what was planned, what came, and the distance between.

A rule says which figures are the terms and which is the total. Whether they add up is not its business, so it must be sure that the text
means them to: a sum that nobody stated would be printed as somebody's mistake.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.attribution.counts import COUNTS, MAKES, sharers
from pipeline.model import Bound, Document, Equation, Figure, PassageKind, Story, Term
from pipeline.variances import position_and_plan

SUMS_UP = re.compile(
    r"(?:The\s+(?P<count>" + "|".join(COUNTS) + r")|That|These|Those|They|Together,?\s+(?:they|these|those))\s+"
    r"(?:add(?:s|ed)? up to|com(?:es?|ing) to|makes?|made|total(?:s|led)?)\s+$",
    re.IGNORECASE,
)
HEDGE = re.compile(r"(?:about|around|almost|nearly|just under|just over|more than|over|some|roughly)\s+$", re.IGNORECASE)
OF_WHICH = re.compile(r"^\s*(?:and\s+)?of\s+(?:the|its|their|that|this)\s+$", re.IGNORECASE)
LEAVING = re.compile(r"\b(?:leaving|a shortfall of|left)\b[^£$€]*$", re.IGNORECASE)
BREAKS_DOWN = re.compile(r":\s*$|\bmade up of\s+$|\bthe parts being\s+$|\bconsisting of\s+$")
COORDINATED = re.compile(r"[^.;:£$€]{0,60}(?:,|\band\b|,\s*and)\s+(?:[\w’'&-]+\s+){0,6}")

ONE, MINUS_ONE = Decimal(1), Decimal(-1)


def find_equations(document: Document, figures: Sequence[Figure]) -> list[Equation]:
    """The sums that the document states, in the order of their totals; each total is explained once by each rule."""
    told = [f for f in figures if f.cell is None and f.money.bound is not Bound.RANGE]
    found = [equation for story in document.stories for rule in RULES for equation in rule(document, _of(story, told))]
    return sorted({e.id: e for e in found}.values(), key=lambda e: (e.total.money.start, e.rule))


def _each(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Five bodies were asked for £5m each, a total of £25m."""
    for one, total in pairwise(figures):
        if one.sentence_start == total.sentence_start and (count := sharers(document.text, one.sentence_start, one.money, total.money)):
            yield Equation((Term(count, one),), total, "each")


def _list_and_total(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """X, Y and Z, a total of T."""
    for run, total in _runs_before(document.text, figures):
        if len(run) >= 2 and run[-1].sentence_start == total.sentence_start and MAKES.search(_between(document.text, run[-1], total)):
            yield _sum(run, total, "list and total")


def _total_and_list(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """A total of T: X, Y and Z."""
    total = None
    for run in _runs(document.text, figures):
        if total and len(run) >= 2 and run[0].sentence_start == total.sentence_start and BREAKS_DOWN.search(_between(document.text, total, run[0])):
            yield _sum(run, total, "total and list")
        total = run[-1]


def _all_of_them(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Four bullets, and then: the four add up to T. Without a count, all the bullets above."""
    for i, total in enumerate(figures):
        start = document.text[total.sentence_start : total.money.start]
        if match := SUMS_UP.match(HEDGE.sub("", start)):
            terms = figures[max(0, i - COUNTS[match["count"].lower()]) : i] if match["count"] else _bullets_above(document, figures[:i][-20:], total)
            if len(terms) >= 2 and len(terms) == COUNTS.get((match["count"] or "").lower(), len(terms)):
                yield _sum(terms, total, "all of them")


def _of_the(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Of the £38.9m planned, £21.4m was delivered, leaving it £17.5m short."""
    for whole, part, rest in zip(figures, figures[1:], figures[2:], strict=False):
        if not whole.sentence_start == part.sentence_start == rest.sentence_start:
            continue
        if OF_WHICH.match(document.text[whole.sentence_start : whole.money.start]) and LEAVING.search(_between(document.text, part, rest)):
            yield Equation((Term(ONE, whole), Term(MINUS_ONE, part)), rest, "of the whole")


def _runs(text: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures in stretches that read as one list: "£41m for Basildon, £30m for Broomfield and £19m for Southend"."""
    run: list[Figure] = []
    for figure in figures:
        if run and not _is_joined(text, run[-1], figure):
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _is_joined(text: str, first: Figure, second: Figure) -> bool:
    return bool(COORDINATED.fullmatch(text, first.money.end, second.money.start)) and not BREAKS_DOWN.search(_between(text, first, second))


def _runs_before(text: str, figures: Sequence[Figure]) -> Iterator[tuple[list[Figure], Figure]]:
    """Each list with the figure that follows it; the total of a list may itself be joined to it by a comma."""
    runs = list(_runs(text, figures))
    for run, following in pairwise(runs):
        yield run, following[0]
    for run in runs:
        if len(run) >= 3:
            yield run[:-1], run[-1]


def _bullets_above(document: Document, figures: Sequence[Figure], total: Figure) -> list[Figure]:
    """The figures of the bullets that end where the passage of `total` begins, one from each."""
    last = _passage(document, total) - 1
    terms: list[Figure] = []
    for figure in reversed(figures):
        if _passage(document, figure) != last or document.passages[last].kind is not PassageKind.BULLET:
            break
        terms.insert(0, figure)
        last -= 1
    return terms


def _passage(document: Document, figure: Figure) -> int:
    return bisect_right(document.passages, figure.money.start, key=lambda passage: passage.start) - 1


def _between(text: str, first: Figure, second: Figure) -> str:
    return text[first.money.end : second.money.start]


def _sum(terms: Sequence[Figure], total: Figure, rule: str) -> Equation:
    return Equation(tuple(Term(ONE, figure) for figure in terms), total, rule)


def _of(story: Story, figures: Sequence[Figure]) -> Sequence[Figure]:
    return figures[bisect_left(figures, story.start, key=_start) : bisect_left(figures, story.end, key=_start)]


def _start(figure: Figure) -> int:
    return figure.money.start


RULES: tuple[Callable[[Document, Sequence[Figure]], Iterator[Equation]], ...] = (
    _each,
    _list_and_total,
    _total_and_list,
    _all_of_them,
    _of_the,
    position_and_plan,
)
