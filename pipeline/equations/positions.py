"""What was planned, what came, and the distance between: three figures that a text ties into one sum.

Only where nothing can be meant but that: one body, one time, one basis, told in neighbouring passages, with one number for each.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.equations.fitting import fits, is_exact, is_nearly
from pipeline.model import Basis, Document, Equation, Figure, Measure, PassageKind, Period, Term

POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.CONTROL_TOTAL})
# summaries are loose with words: a headline calls a distance from plan a deficit
LOOSE = frozenset({PassageKind.HEADLINE, PassageKind.STANDFIRST, PassageKind.CAPTION, PassageKind.PULLQUOTE, PassageKind.CORRECTION})
PART_OF_YEAR = re.compile(r"YTD|month|quarter|half|\bQ\d|\bM\d", re.IGNORECASE)
FROM_PLAN = re.compile(
    r"[^.;£$€]{0,20}"
    r"\b(?:worse|better|adrift|short|behind|ahead|off|over|under|above|below|adverse|favourable)\b[^.;£$€]{0,30}"
    r"\b(?:plan\w*|target|control total|budget)\b",
    re.IGNORECASE,
)
NEIGHBOURS = 3


def position_and_plan(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    """A deficit of £25.3m, which is £9.7m worse than its plan of £15.6m: the position less the plan is the distance."""
    close = [figure for figure in figures if _passage_kind(document, figure) not in LOOSE]
    for variance in close:
        if variance.measure is not Measure.SHORTFALL:
            continue
        tied = [f for f in _near(document, close, variance) if _is_position_of(f, variance)]
        positions = _closest([f for f in tied if f.basis is not Basis.PLAN and f.basis is variance.basis], variance)
        plans = _closest([f for f in tied if f.basis is Basis.PLAN], variance)
        equations = [Equation((Term(_sign(at), at), Term(-_sign(plan), plan)), variance, "position and plan") for at in positions for plan in plans]
        if len(equations) > 1:
            equations = [equation for equation in equations if is_exact(equation)]
        if len(equations) == 1 and (fits(equations[0]) or _is_meant(document, equations[0])):
            yield equations[0]


def _is_meant(document: Document, equation: Equation) -> bool:
    """Whether they may be found not to add up: a distance said to be from the plan, of the same time and nearly right, or told with the two at once."""
    position, plan = (term.figure for term in equation.terms)
    if not FROM_PLAN.match(document.text, equation.total.money.end):
        return False
    is_one_time = None is not position.period == plan.period == equation.total.period
    return (is_one_time and is_nearly(equation)) or _is_told_at_once(document, position, plan, equation.total)


def _is_told_at_once(document: Document, position: Figure, plan: Figure, variance: Figure) -> bool:
    """Position and plan in one sentence, and the distance in it or in the next."""
    end = position.sentence_start + len(position.sentence)
    return position.sentence_start == plan.sentence_start and (
        variance.sentence_start == position.sentence_start or (variance.sentence_start > end and not document.text[end : variance.sentence_start].strip())
    )


def _near(document: Document, figures: Sequence[Figure], variance: Figure) -> Sequence[Figure]:
    """The figures of the passages round about."""
    if not document.passages:
        return figures
    place = _passage(document, variance)
    start = document.passages[max(0, place - NEIGHBOURS)].start
    end = document.passages[min(len(document.passages) - 1, place + NEIGHBOURS)].end
    return figures[bisect_left(figures, start, key=_start) : bisect_left(figures, end, key=_start)]


def _is_position_of(figure: Figure, variance: Figure) -> bool:
    """One body, one currency, one time; another number too, for a distance that is called a deficit is no position."""
    same_body = figure.organisation is not None and figure.organisation == variance.organisation
    return (
        figure.measure in POSITIONS
        and same_body
        and _same_time(figure, variance)
        and figure.money.currency == variance.money.currency
        and figure.money.amount != variance.money.amount
    )


def _same_time(figure: Figure, variance: Figure) -> bool:
    """Either may leave its time open, and is then of a whole year."""
    if figure.period == variance.period:
        return True
    given = figure.period or variance.period
    return None in (figure.period, variance.period) and given is not None and not _is_part_year(given)


def _is_part_year(period: Period) -> bool:
    return bool(PART_OF_YEAR.search(period.label)) or (period.start is not None and period.end is not None and (period.end - period.start).days < 364)


def _sign(figure: Figure) -> Decimal:
    """Deficits count up, as the distance from plan does."""
    return Decimal(-1) if figure.measure is Measure.SURPLUS else Decimal(1)


def _closest(figures: list[Figure], variance: Figure) -> list[Figure]:
    """One figure for each number, the first that gives it; those of the same sentence leave no room for others."""
    same_sentence = [f for f in figures if f.sentence_start == variance.sentence_start]
    return list({f.money.amount: f for f in reversed(same_sentence or figures)}.values())[::-1]


def _passage(document: Document, figure: Figure) -> int:
    return bisect_right(document.passages, figure.money.start, key=lambda passage: passage.start) - 1


def _passage_kind(document: Document, figure: Figure) -> PassageKind:
    return document.passages[_passage(document, figure)].kind if document.passages else PassageKind.PARAGRAPH


def _start(figure: Figure) -> int:
    return figure.money.start
