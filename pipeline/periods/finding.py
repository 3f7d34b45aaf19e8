"""Periods in running text: anchors first, then the words around them, and of these what the rules make, parts before wholes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.model import PeriodMention
from pipeline.periods.counted import COUNTED
from pipeline.periods.dates import DATES
from pipeline.periods.financial import FINANCIAL
from pipeline.periods.grammar import Grammar
from pipeline.periods.numbers import NUMBERS
from pipeline.periods.numeric import NUMERIC
from pipeline.periods.parts import PARTS
from pipeline.periods.quarters import QUARTERS
from pipeline.periods.relative import RELATIVE
from pipeline.periods.spans import SPANS
from pipeline.periods.standing import stands
from pipeline.periods.telling import Telling
from pipeline.periods.tokens import Node, segments
from pipeline.periods.yearless import YEARLESS

# numbers are made of words, times of numbers, and times of times: "by the end of the first quarter of last year" takes all of them
_WORDS = Grammar.of(NUMBERS)
_TIMES = Grammar.of((*FINANCIAL, *DATES, *NUMERIC, *RELATIVE, *COUNTED, *YEARLESS, *QUARTERS))
_WHOLES = Grammar.of((*SPANS, *PARTS))
_DEEPEST = 3


def find_periods(text: str, published: date | None, fiscal: bool) -> list[PeriodMention]:
    """Every period in a text, in order, none overlapping another.

    `published` settles "last year" and its kin, which keep their words as label and have no dates where it is None; `fiscal` says that a
    bare "this year" is the April-to-March year of a UK public body. What else the words may mean is in `alternatives`.

    >>> [m.period.label for m in find_periods("the deficit for 2018/19, and savings by 2021", None, fiscal=True)]
    ['2018-19', 'by 2021']
    >>> [(m.period.label, m.alternatives[0].label) for m in find_periods("this year", date(2019, 7, 25), fiscal=True)]
    [('2019-20', '2019')]
    """
    telling = Telling(text, published, fiscal)
    return [mention for run in segments(text) for mention in _mentions(run, telling)]


def _mentions(run: list[Node], telling: Telling) -> Iterator[PeriodMention]:
    run = _TIMES.reduced(_WORDS.reduced(run, telling), telling)
    for _ in range(_DEEPEST):
        whole = _WHOLES.reduced(run, telling)
        if whole is run:
            break
        run = whole
    for node in run:
        if node.period and stands(node, telling):
            yield PeriodMention(node.start, node.end, telling.text[node.start : node.end], node.period, node.others)
