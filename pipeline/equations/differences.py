"""What is stated about two sums and the distance between them: "rose from £30m to £34m, an increase of £4m"; "£3m less than the £15m set aside".

The distance is the larger less the smaller, whatever the words call it: that of two deficits is said the other way round too often to trust a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.equations.fitting import is_exact, makes
from pipeline.equations.forms import distance_of, rest_of, total_of
from pipeline.equations.slips import is_slip
from pipeline.equations.telling import HEDGE, MARK, Telling, worded
from pipeline.model import Equation, Figure

_CHANGE = (
    r"(?:increase|rise|growth|jump|gain|hike|uplift|climb|leap|fall|cut|drop|decrease|reduction|decline|saving|slump|dip|change|difference|swing|improvement|"
    r"deterioration|turnaround|slippage|underperformance|variance|overspend|underspend|shortfall|gap|overrun|movement|shift)"
)
_LIKE = r"(?:more|less|higher|lower|greater|fewer|above|below|better|worse|ahead|short|over|under|up|down|cheaper|dearer|beyond|behind|adrift)"
_A_CHANGE = rf"(?:(?:an?|the|representing an?|a total) (?:[\w-]+ ){{0,2}})?{_CHANGE} (?:of|by) "
_THAN = r"(?:than|the|of|its|a|an|their)\b(?! in\b)(?: (?!(?:and|but|or|while|when)\b)[\w’'-]+){0,7}?"
STATED = [
    worded(words)
    for words in (
        rf"\bfrom {{a}}~ to {{b}}~(?:,| –| —| -| \(|, or) ?{_A_CHANGE}{{d}}",
        rf"\bto {{b}},?~ from {{a}}~(?:,| –| —| -| \() ?{_A_CHANGE}{{d}}",
        rf"{{b}}~ \([^()¤]{{0,30}}{{a}}\),? {_A_CHANGE}{{d}}",
        r"\bfrom {a}~ to {b}~, (?:up|down|saving|or) {d}(?=[.,;)]|$)",
        r"\bto {b} from {a}~, (?:worth|saving|costing) {d}",
        rf"\b(?:by|{_CHANGE} of) {{d}},? (?:[\w-]+ ){{0,3}}?from {{a}}… to {{b}}",
        rf"\b(?:by|{_CHANGE} of) {{d}},? (?:[\w-]+ ){{0,3}}?between {{a}}… and {{b}}",
        r"\b(?:by|of) {d}… to {b},? (?:up |down )?(?:from|against|compared (?:with|to)) {a}",
        r"{b}~, (?:up|down|a (?:rise|fall|cut|drop) of) {d} (?:from|on) (?:the |its |their )?{a}",
        r"{b}~, (?:up|down|higher|lower) by {d} (?:from|on|than) (?:the |its |their )?{a}",
        rf"{{b}}~(?:,| against| compared (?:with|to)| versus)~ {{a}}~(?:,| –| —| -|:) ?{_A_CHANGE}{{d}}",
        rf"{{b}}…(?:,| was| is| were|,? which (?:is|was)| or) {{d}} {_LIKE}(?: or \w+)? (?:[\w-]+ ){{0,2}}?{_THAN} {{a}}",
        rf"\b{_LIKE} by (?:the same |a further |that )?{{d}},? (?:at|to) {{b}}… (?:instead of|rather than|compared with|against|not|from) (?:the )?{{a}}",
        r"\b(?:gap|difference) between (?:the |its |what )?~{a}~ and (?:the |its )?~{b}~ (?:is|was|of|would be|stands at|comes to) {d}",
    )
]
# what is called a distance, by the words after it or before it
_ITS = r"(?:an?|the|its|their) (?:[\w-]+ ){0,3}"
_JUST = r"(?:just |only |some |about |around |a |another |the |it ){0,2}$"
AFTER = re.compile(
    r" (?:(?:more|less|greater|fewer|higher|lower)(?: [\w-]+){0,3} than"
    r"|(?:above|below|better|worse|ahead|short|over|under|up|down|cheaper|behind|adrift)(?! off\b)"
    r"|adverse|favourable|in hand|left|remaining|unspent|to (?:go|spare|find)|shy|off|apart|beyond|dearer|extra|too (?:much|little))\b",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"\b(?:up|down|by|leaving|saving|save|left with|leav(?:es|ing) \w+ with|difference of|remaining|{_CHANGE}:?|{_ITS}{_CHANGE} (?:of|is|was)) {_JUST}",
    re.IGNORECASE,
)
RESULT = re.compile(rf"\b{_ITS}(?:deficit|surplus|loss|profit|balance|hole) (?:of|is|was) {_JUST}", re.IGNORECASE)
WITHOUT_IT = re.compile(
    r"(?:But for|Without|Excluding|Leaving out|Stripping out|Take away|Had it not been for|Were it not for|Not counting) "
    r"(?:it|that|this|them|those|these|(?:the|that|this|its) \w+)\b"
    rf"[^¤]{{0,80}}? would (?:have been|be|have|have (?:lost|made|cost))\b[^¤]{{0,30}}?{HEDGE}",
    re.IGNORECASE,
)
BACK = 8  # sentences, and figures of each that may have been what a thing was with and without
ENDS_IN_A_CHANGE = re.compile(rf"(?:\b{_A_CHANGE}|, (?:up|down|leaving) ){HEDGE}$", re.IGNORECASE)


THAT_IS = re.compile(
    rf"(?:That|This|It|Which) (?:is|was|will be|would be) {HEDGE}{MARK} (?:(?P<more>more|higher|larger|bigger|greater|up)|less|fewer|lower|smaller|down) "
    rf"(?:than|on|from) (?:[\w’'-]+ ){{0,4}}{HEDGE}{MARK}"
)
THAT_LEAVES = re.compile(rf"(?:So )?(?:That|This|It|Which)(?: (?:has|would|will|still))? (?:leaves?|left)(?: [\w’'-]+){{0,4}} {HEDGE}", re.IGNORECASE)
SPENT = re.compile(r"\b(?:spent|used|paid|handed over|given away|gone|cost|absorbed|eaten|took|taken|repaid)\b[^,;:]{0,40}$", re.IGNORECASE)
OF_IT_LEAVING = re.compile(
    rf" of (?:it|that|this|them|which|the (?:money|sum|total))\b[^¤]{{0,60}}?\b(?:leaving|leaves|left)(?: [\w’'-]+){{0,4}} {HEDGE}", re.IGNORECASE
)


def stated_difference(told: Telling) -> Iterator[Equation]:
    """Two sums, and the distance between them in words that leave no doubt."""
    for pattern in STATED:
        for match in pattern.finditer(told.text):
            yield distance_of(told, told.figure(match, "a"), told.figure(match, "b"), told.figure(match, "d"), "difference")


def fitting_difference(told: Telling) -> Iterator[Equation]:
    """Three sums that follow one another, one of which is called a distance and is that of the other two, to the penny."""
    pieces = told.pieces()
    for is_called in (BEFORE.search, AFTER.match, RESULT.search):
        for i, distance in enumerate(told.figures):
            if is_called(pieces[i + 1] if is_called == AFTER.match else pieces[i]):
                for first in range(max(0, i - 2), min(i, len(told.figures) - 3) + 1):
                    one, other = (figure for figure in told.figures[first : first + 3] if figure is not distance)
                    if ":" not in "".join(pieces[k] for k in (first + 1, first + 2) if k != i):
                        yield from _exact(told, one, other, distance)


def difference_from_before(told: Telling, before: Telling) -> Iterator[Equation]:
    """It was £8m. It is now £12m, an increase of £4m."""
    if len(told.figures) > 1 and before.figures and ENDS_IN_A_CHANGE.search(told.pieces()[1]):
        yield from _exact(told, before.figures[-1], told.figures[0], told.figures[1])


def less_than_it(told: Telling, before: Telling) -> Iterator[Equation]:
    """Wages came to £37m. That was £2m less than the £39m of last year."""
    match = THAT_IS.match(told.text)
    if match and len(before.figures) == 1:
        one, (distance, other) = before.figures[0], told.figures[:2]
        meant = total_of((other, distance), one, "difference") if match["more"] else rest_of(other, (distance,), one, "difference")
        equation = distance_of(told, one, other, distance, "difference")
        yield from [equation] if makes(equation) else [meant] if is_slip(meant) else ()


def that_leaves(told: Telling, before: Telling) -> Iterator[Equation]:
    """It was given £94m, but has spent £52m. That leaves £42m."""
    if len(before.figures) == 2 and told.figures and THAT_LEAVES.fullmatch(told.pieces()[0]) and SPENT.search(before.pieces()[1]):
        yield rest_of(before.figures[0], before.figures[1:], told.figures[0], "difference")
    elif len(before.figures) == 1 and len(told.figures) > 1 and SPENT.search(told.pieces()[0]) and OF_IT_LEAVING.fullmatch(told.pieces()[1]):
        yield rest_of(before.figures[0], told.figures[:1], told.figures[1], "difference")


def without_it(sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """It lost £214m … £131m of it at the mortgage arm. Without it the loss would have been £83m."""
    told = sentences[place]
    if place and told.figures and sentences[place - 1].figures and WITHOUT_IT.fullmatch(told.pieces()[0]):
        left, part = told.figures[0], sentences[place - 1].figures[-1]
        for sentence in reversed(sentences[max(0, place - BACK) : place]):
            for whole in sentence.figures[-BACK:]:
                for equation in (rest_of(whole, (part,), left, "difference"), total_of((whole, part), left, "difference")):
                    if whole is not part and is_exact(equation):
                        yield equation
                        return


def _exact(told: Telling, one: Figure, other: Figure, distance: Figure) -> Iterator[Equation]:
    equation = distance_of(told, one, other, distance, "difference")
    if is_exact(equation) and one.money.amount != other.money.amount:
        yield equation
