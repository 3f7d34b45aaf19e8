"""What a sentence speaks of and an earlier one gave: "once the overspend has been met"; "without the grant"; "the fall in sales"; the third of three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from pipeline.attribution.counts import COUNTS
from pipeline.equations.chance import chance
from pipeline.equations.fitting import is_exact, made_of, makes
from pipeline.equations.forms import rest_of, total_of
from pipeline.equations.list_words import TOTAL_AFTER
from pipeline.equations.slips import is_of_another_scale, is_swap
from pipeline.equations.telling import COMPARED, HEDGE, MARK, Telling
from pipeline.model import Equation, Figure

BACK = 24  # sentences
NEARLY = 10  # a sum that fails is out by less than one part in so many
FEW = 3  # sentences
_CHANGE = r"(?P<change>fall|drop|decline|slump|decrease|reduction|rise|increase|growth|jump)"
THE_CHANGE = re.compile(rf"\bthe {HEDGE}{MARK} {_CHANGE} in (?:its |their |the )?(?P<of>[a-z]+)\b", re.IGNORECASE)
IT_IS = re.compile(rf"(?:of|was|were|at|came to|stood at) {HEDGE}$", re.IGNORECASE)
TAKEN = re.compile(
    r"\b(?:once|with|including|counting|despite|plus|after|because of|owing to|due to|thanks to|reflecting|being|by|to meet|to cover|covers?|pays? for|"
    r"absorbs?) (?:all of |the whole of )?(?:the|its|their|that|this) (?:[a-z]+ ){0,2}?"
    r"(?P<of>overspend|deficit|loss|surplus|profit|fine|write-off|shortfall|penalty|rebate|bonus|grant|legacy|levy|subsidy|windfall|interest|costs|sale)"
    r"\b(?! of)",
    re.IGNORECASE,
)
WITHOUT = re.compile(
    r"\b(?:without|but for|excluding|had it not been for|were it not for|before) [^¤;]{0,60}(?P<part>¤)?[^¤;]{0,60}?"
    rf"\b(?P<of>loss|deficit|surplus|profit|overspend|bill|cost|debt|total)\b[^¤;]{{0,50}} would (?:have been|be|have (?:reached|come to)) {HEDGE}(?P<left>¤)",
    re.IGNORECASE,
)
WITHOUT_AFTER = re.compile(
    rf"\b(?P<of>loss|deficit|surplus|profit|overspend|bill|cost|debt|total)\b[^¤;]{{0,50}} would (?:have been|be|have (?:reached|come to)) {HEDGE}(?P<left>¤)"
    r" (?:without|but for|had it not been for|were it not for) [^¤;]{0,60}(?P<part>¤)",
    re.IGNORECASE,
)
NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, **COUNTS}
HOW_MANY = re.compile(rf"\b(?P<count>{'|'.join(NTH)})\b", re.IGNORECASE)
A_TOTAL = re.compile(rf"(?:[,:–—-] ?|\b)(?:a (?:combined |joint )?total of|making|totalling|worth) {HEDGE}$", re.IGNORECASE)
SHARED = re.compile(
    rf"\bthe {HEDGE}{MARK} (?:that (?:was|has been) )?(?:handed|paid|given|awarded|lent|owed|promised|sent)(?: out)? (?:to|by) "
    rf"(?:the|those|these|both) (?P<count>{'|'.join(COUNTS)})\b",
    re.IGNORECASE,
)
HOLE = re.compile(r"\b(?:fill|plug|close|bridge|meet|cover|balance)\b[^¤;]{0,60}$", re.IGNORECASE)
THE_LAST = re.compile(rf"\b(?:the|its|their) (?:final|last|remaining|other) {HEDGE}$", re.IGNORECASE)
FILLED = "hole filled"
LONGEST = 6  # terms
MOST, LOOKED_AT = 24, 9  # figures before a rest, the whole among them
HARDLY = Decimal("0.05")
TOLD = "told addition"


def told_afar(sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """Every way in which a sentence may speak of what was told before it."""
    told = sentences[place]
    for find in (_change, _taken, _without, _one_more, _shared, _filled, _the_rest):
        yield from find(told, sentences, place)


def _change(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """Sales of £60m this summer, sales of £64m in the last; the £4m fall in sales."""
    for match in THE_CHANGE.finditer(told.text):
        ends = [
            figure
            for sentence in sentences[max(0, place - FEW) : place]
            for piece, figure in zip(sentence.pieces(), sentence.figures, strict=False)
            if IT_IS.search(piece) and re.search(rf"\b{match['of']}\b[^,;:]{{0,30}}$", piece, re.IGNORECASE)
        ]
        if len(ends) == 2 and _amount(ends[0]) != _amount(ends[1]):
            small, large = sorted(ends, key=_amount)
            equation = rest_of(large, (small,), told.figures[told.text.count(MARK, 0, match.start() + match[0].index(MARK))], "difference")
            if len({small.organisation, large.organisation} - {None}) < 2 and (makes(equation) or _is_near(equation)):
                yield equation


def _taken(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """A loss of £5m … reserves of £12m are forecast to stand at £7m once the loss has been met."""
    match = TAKEN.search(told.text)
    if not match:
        return
    before = sentences[place - 1].figures[-1:] if place and told.follows(sentences[place - 1]) and len(told.figures) == 1 else ()
    ends = (*before, *told.figures)
    for one, other in pairwise(ends):
        small, large = sorted((one, other), key=_amount)
        for figure in _called(match["of"], sentences, place):
            if figure not in ends and is_exact(equation := rest_of(large, (figure,), small, "difference")):
                yield equation
                return


def _called(name: str, sentences: Sequence[Telling], place: int) -> Iterator[Figure]:
    """The figures before that have a name beside them, the last first."""
    for sentence in reversed(sentences[max(0, place - BACK) : place]):
        is_named = name.lower() in sentence.text.lower()
        yield from (figure for figure in reversed(sentence.figures) if is_named or (figure.measure and figure.measure.value == name.lower()))


def _without(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """It lost £3m … Without the grant of £5m the loss would have been £8m."""
    match = WITHOUT_AFTER.search(told.text) or WITHOUT.search(told.text)
    if not match:
        return
    left, after = told.figure(match, "left"), sentences[place + 1 : place + 2]
    parts = (told.figure(match, "part"),) if match["part"] else tuple(figure for sentence in after if sentence.follows(told) for figure in sentence.figures[:1])
    wholes = [figure for sentence in reversed(sentences[max(0, place - BACK) : place + 1]) for figure in sentence.figures if figure is not left]
    for part in parts:
        for whole in wholes:
            for equation in (total_of((whole, part), left, "difference"), rest_of(whole, (part,), left, "difference")):
                if whole is not part and is_exact(equation):
                    yield equation
                    return


def _one_more(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """It lost £1m. It is the third loss running, after £2m and £3m: a total of £6m."""
    pieces, counts = told.pieces(), {NTH[match["count"].lower()] for match in HOW_MANY.finditer(told.text)}
    if len(told.figures) not in {count for count in counts if count > 2}:
        return
    for i, total in enumerate(told.figures):
        if A_TOTAL.search(pieces[i]) or TOTAL_AFTER.match(pieces[i + 1]):
            others = [figure for figure in told.figures if figure is not total]
            for sentence in reversed(sentences[max(0, place - BACK) : place]):
                for figure in sentence.figures:
                    if is_exact(equation := total_of((figure, *others), total, "list and total")):
                        yield equation
                        return


def _shared(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """One had £410,000, the other £265,000 … the £675,000 given to the two men."""
    for match in SHARED.finditer(told.text):
        nth, count = told.text.count(MARK, 0, match.start() + match[0].index(MARK)), COUNTS[match["count"].lower()]
        before = [figure for sentence in sentences[max(0, place - FEW) : place] for figure in sentence.figures] + list(told.figures[:nth])
        equation = total_of(before[-count:], told.figures[nth], "all of them")
        if len(equation.terms) == count and (makes(equation) or _is_near(equation)):
            yield equation


def _is_near(equation: Equation) -> bool:
    made, total = made_of(equation), equation.total.money.amount
    return made is not None and total is not None and NEARLY * abs(made - total) <= total


def _filled(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """To fill a hole of £6m it raises £2m and saves £3m; the final £1m comes out of reserves."""
    pieces = told.pieces()
    if not told.figures or not THE_LAST.search(pieces[-2]):
        return
    terms: tuple[Figure, ...] = ()
    for sentence in (told, *reversed(sentences[max(0, place - FEW) : place])):
        if sentence is not told and len(sentence.figures) and HOLE.search(sentence.pieces()[len(sentence.figures) - 1]):
            equation = total_of(terms, sentence.figures[-1], FILLED)
            if 3 <= len(terms) <= LONGEST and (makes(equation) or is_of_another_scale(equation)):
                yield equation
            return
        terms = (*sentence.figures, *terms)


def _the_rest(told: Telling, sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """Income was £9m … the county gave £3m … sponsors made up the remaining £4m; what cost £80m in all, of which £61m was told long before."""
    pieces = told.pieces()
    for i, rest in enumerate(told.figures):
        if THE_LAST.search(pieces[i]):
            before = [figure for sentence in sentences[max(0, place - BACK) : place] for figure in _not_compared(sentence)] + list(told.figures[:i])
            found = [
                *_slipped(told, i, sentences[max(0, place - FEW) : place]),
                *_one_and_rest(before[-MOST:], rest),
                *_some_and_rest(before[-LOOKED_AT:], rest),
            ]
            yield from found[:1]


def _slipped(told: Telling, nth: int, before: Sequence[Telling]) -> Iterator[Equation]:
    """A grant of £121m and the other £93m from taxes, of £214m told before: but for two digits that were swapped."""
    if nth:
        wholes = [figure for sentence in reversed(before) for figure in reversed(sentence.figures)]
        equations = [total_of(told.figures[nth - 1 : nth + 1], whole, "of the whole") for whole in wholes[:FEW]]
        yield from [] if any(map(makes, equations)) else [equation for equation in equations if is_swap(equation)][:1]


def _one_and_rest(before: Sequence[Figure], rest: Figure) -> Iterator[Equation]:
    """The whole is the last figure before the rest; the other part may have been told anywhere."""
    for figure in before[-2::-1]:
        equation = total_of((figure, rest), before[-1], "of the whole")
        if is_exact(equation) and chance(equation) * len(before) <= HARDLY:
            yield equation


def _some_and_rest(before: Sequence[Figure], rest: Figure) -> Iterator[Equation]:
    """Some of the figures after the whole are its parts, and others are not."""
    for i, total in enumerate(before):
        after = before[i + 1 :]
        for count in range(2, len(after) + 1):
            for terms in combinations(after, count):
                if sum(map(_amount, terms), _amount(rest)) == _amount(total):
                    equation = total_of((*terms, rest), total, TOLD)
                    yield from [equation] if chance(equation) * 2 ** len(after) <= HARDLY else ()


def _not_compared(told: Telling) -> list[Figure]:
    return [figure for piece, figure in zip(told.pieces(), told.figures, strict=False) if not COMPARED.search(piece)]


def _amount(figure: Figure) -> Decimal:
    return figure.money.amount or Decimal(0)
