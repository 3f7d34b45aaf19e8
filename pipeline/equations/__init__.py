"""Sums that a text states: five at £5m each make £25m; X, Y and Z come to T; a third of the budget; what was planned, what came, and the distance between.

A rule says which figures are the terms and which is the total. It must be sure that the text means them to add up: a sum that nobody stated
would be printed as somebody's mistake. Words that leave room claim only what does add up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from pipeline.equations.additions import additions
from pipeline.equations.afar import FILLED, told_afar
from pipeline.equations.bullets import bullets_above, bullets_below
from pipeline.equations.counting import countings
from pipeline.equations.differences import difference_from_before, fitting_difference, less_than_it, stated_difference, that_leaves, without_it
from pipeline.equations.fitting import fits, is_plausible
from pipeline.equations.headlines import headlined
from pipeline.equations.lists import added_to_before, all_of_them, list_after_total, list_and_total, made_up_of, total_and_list
from pipeline.equations.missing import missing
from pipeline.equations.multiples import multiple
from pipeline.equations.netting import netted
from pipeline.equations.parts import of_it, of_the_whole, part_and_rest
from pipeline.equations.percentages import percentage
from pipeline.equations.positions import position_and_plan
from pipeline.equations.products import each, each_and_the_other, each_before, each_of_a_total, instalments, rate
from pipeline.equations.remainders import remainders
from pipeline.equations.scalings import scalings
from pipeline.equations.shares import share
from pipeline.equations.signed import signed
from pipeline.equations.slips import has_lost_a_digit, is_of_another_scale, is_slip
from pipeline.equations.stories import ToldStory, told_story
from pipeline.equations.subsets import subsets
from pipeline.equations.telling import Telling, tellings
from pipeline.model import Bound, Document, Equation, Figure, Story

OF_TWO_SENTENCES: tuple[Callable[[Telling, Telling], Iterator[Equation]], ...] = (
    difference_from_before,
    less_than_it,
    that_leaves,
    each_before,
    list_after_total,
    added_to_before,
    made_up_of,
    of_it,
    each_and_the_other,
)
# the first rule that finds a sum names it
OF_A_SENTENCE: tuple[Callable[[Telling], Iterator[Equation]], ...] = (
    each,
    each_of_a_total,
    instalments,
    rate,
    stated_difference,
    total_and_list,
    list_and_total,
    of_the_whole,
    part_and_rest,
    multiple,
    percentage,
    share,
    netted,
    fitting_difference,
)

# what else a number may have been misprinted by, where the words are as sure as these
MISPRINTS: dict[str, Callable[[Equation], bool]] = {"percentage": has_lost_a_digit, FILLED: is_of_another_scale}


def find_equations(document: Document, figures: Sequence[Figure]) -> list[Equation]:
    """The sums that the document states, in the order of their totals; each sum is found once."""
    told = [figure for figure in figures if figure.cell is None]
    found = [equation for story in document.stories for equation in _of_a_story(document, story, _of(story, told))]
    return sorted(found, key=lambda e: (e.total.money.start, e.rule))


def _of_a_story(document: Document, story: Story, figures: Sequence[Figure]) -> list[Equation]:
    """What the words state, and what they leave room for and the numbers bear out."""
    stated = list(_chosen(_stated(document, figures)))
    return [*stated, *_borne_out(told_story(document, story, figures), stated)]


def _borne_out(story: ToldStory, stated: Sequence[Equation]) -> Iterator[Equation]:
    """Sums that hold, each once by its numbers; but none of a total that is stated and fails."""
    known = {_numbers(equation) for equation in stated}
    failing = {equation.total.id for equation in stated if not fits(equation)}
    for equation in chain(signed(story), remainders(story), missing(story), additions(story, stated), subsets(story), scalings(story), countings(story)):
        if equation.total.id not in failing and (numbers := _numbers(equation)) not in known:
            known.add(numbers)
            yield equation


def _numbers(equation: Equation) -> frozenset[Decimal | None]:
    """The amounts of a sum, whichever of them is called its total."""
    return frozenset((equation.total.money.amount, *(term.figure.money.amount for term in equation.terms)))


def _stated(document: Document, figures: Sequence[Figure]) -> Iterator[Equation]:
    yield from headlined(document, figures)
    yield from position_and_plan(document, [figure for figure in figures if figure.money.bound is not Bound.RANGE])
    sentences = tellings(document, figures)
    for place, told in enumerate(sentences):
        if not told.figures:
            continue
        yield from bullets_above(document, sentences, place)
        yield from bullets_below(document, sentences, place)
        yield from all_of_them(sentences, place)
        yield from without_it(sentences, place)
        yield from told_afar(sentences, place)
        if place and told.follows(sentences[place - 1]):
            for across in OF_TWO_SENTENCES:
                yield from across(told, sentences[place - 1])
        if len(told.figures) > 1:
            for rule in OF_A_SENTENCE:
                yield from rule(told)


def _chosen(stated: Iterator[Equation]) -> Iterator[Equation]:
    """What several figures make of one another once, by the first rule that finds it; of several ways to make one total, those that do make it."""
    meant = [e for e in stated if is_plausible(e) or is_slip(e) or (e.rule in MISPRINTS and MISPRINTS[e.rule](e))]
    ways = {frozenset((e.total.id, *(term.figure.id for term in e.terms))): e for e in reversed(meant)}
    made = {equation.total.id for equation in ways.values() if fits(equation)}
    yield from (equation for equation in ways.values() if fits(equation) or equation.total.id not in made)


def _of(story: Story, figures: Sequence[Figure]) -> Sequence[Figure]:
    return figures[bisect_left(figures, story.start, key=_start) : bisect_left(figures, story.end, key=_start)]


def _start(figure: Figure) -> int:
    return figure.money.start
