"""Lists and their totals, in both directions: "X, Y and Z, a total of T"; "T: X, Y and Z"; and, in the next sentence, "Together they come to T".

A list is what reads as one. Where its words are not all alike it counts only if it adds up, for a sum beside it may be no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.attribution.counts import COUNTS
from pipeline.equations.chance import chance
from pipeline.equations.fitting import fits, is_exact, makes
from pipeline.equations.forms import total_of
from pipeline.equations.list_words import (
    ADDED,
    ADDED_TO,
    ALIKE,
    ALIKE_AT_LENGTH,
    ALL_TOLD,
    ALTOGETHER,
    APPOSED,
    BREAKS_DOWN,
    BRINGS_TO,
    JOINED,
    MADE_UP,
    NO_LIST,
    ROOM_AFTER,
    ROOM_BEFORE,
    ROOM_TO_BREAK_DOWN,
    SOME_OF_MANY,
    SUMS_UP,
    TAKES_IT_TO,
    THAT_MAKES,
    TOTAL_AFTER,
    TOTAL_BEFORE,
)
from pipeline.equations.slips import is_slip
from pipeline.equations.telling import Telling
from pipeline.model import Equation, Figure

REACH_BACK = 4  # sentences
HARDLY = Decimal("0.05")
REACH, LETTERS = 60, 4  # how near a name stands to its number, and how many letters say little
WORD = re.compile(r"[^\W\d_]+")


def list_and_total(told: Telling) -> Iterator[Equation]:
    """X, Y and Z, a total of T."""
    told = told.without_asides()
    pieces = told.pieces()
    for i in range(2, len(told.figures)):
        before, after = pieces[i], pieces[i + 1]
        brings = BRINGS_TO.search(before) is not None
        is_sure = bool(TOTAL_BEFORE.search(before) and ";" not in before) or bool(APPOSED.search(before) and TOTAL_AFTER.match(after))
        if is_sure or brings or ROOM_BEFORE.search(before) or (APPOSED.search(before) and ROOM_AFTER.match(after)):
            first = i - 1
            while first > 0 and JOINED.fullmatch(pieces[first]):
                first -= 1
            is_all = not SOME_OF_MANY.search("¤".join(pieces[: i + 1]))
            yield from _whole(told, first, i, told.figures[i], "list and total", is_sure and is_all, backwards=True)
            if brings and ADDED.search(pieces[i - 1]) and is_slip(equation := total_of(told.figures[i - 2 : i], told.figures[i], "list and total")):
                yield equation


def total_and_list(told: Telling) -> Iterator[Equation]:
    """A total of T: X, Y and Z."""
    pieces = told.pieces()
    for i in range(len(told.figures) - 2):
        is_sure = bool(BREAKS_DOWN.search(pieces[i + 1]))
        if is_sure or ROOM_TO_BREAK_DOWN.search(pieces[i + 1]):
            last = i + 1
            while last + 1 < len(told.figures) and JOINED.fullmatch(pieces[last + 1]):
                last += 1
            total = i - 1 if i and _is_in_brackets(pieces, i) else i
            yield from _whole(told, i + 1, last + 1, told.figures[total], "total and list", is_sure and not SOME_OF_MANY.search(told.text), backwards=False)


def all_of_them(sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """Several sums, and then, in a sentence of its own: the three add up to T; together they come to T."""
    told = sentences[place]
    match = SUMS_UP.fullmatch(told.pieces()[0])
    if not match and (all_told := ALL_TOLD.fullmatch(told.pieces()[0])):
        yield from _slipped(_told_before(sentences, place), COUNTS[all_told["count"].lower()], told.figures[0])
    if not match:
        return
    total, before = told.figures[0], _told_before(sentences, place)
    if not (match["verb"] or ALTOGETHER.match(told.text) or TOTAL_AFTER.match(told.pieces()[1])):
        equation = total_of(before[-1].figures if before else (), total, "all of them")
        if len(equation.terms) > 1 and is_exact(equation):
            yield equation
        return
    if match["count"]:
        count = COUNTS[match["count"].lower()]
        terms = [figure for sentence in before for figure in sentence.figures][-count:]
        if len(terms) == count:
            yield total_of(terms, total, "all of them")
        return
    for reach in range(1, len(before) + 1):
        terms = [figure for sentence in before[-reach:] for figure in sentence.figures]
        if len(terms) >= 2 and (fits(sum_of := total_of(terms, total, "all of them")) or (reach == 1 and _is_list(before[-1]))):
            yield sum_of
            return


def _slipped(before: Sequence[Telling], count: int, total: Figure) -> Iterator[Equation]:
    """What so many figures right before a total would make but for a slip of the keys."""
    figures = [figure for sentence in before for figure in sentence.figures][-count:]
    if len(figures) == count and is_slip(equation := total_of(figures, total, "all of them")):
        yield equation


def list_after_total(told: Telling, before: Telling) -> Iterator[Equation]:
    """Two hospitals got loans of £30m. One will get £20.87m and the other £9m."""
    if len(before.figures) == 1 and _is_list(told, ALIKE_AT_LENGTH) and makes(equation := total_of(told.figures, before.figures[0], "total and list")):
        yield equation


def added_to_before(told: Telling, before: Telling) -> Iterator[Equation]:
    """The plan is a deficit of £36.5m. A contribution of £5.0m would take it to £41.5m. Added to the £134m in the plan, that makes £149m."""
    pieces = told.pieces()
    if len(told.figures) > 1 and (TAKES_IT_TO.search(pieces[1]) or (ADDED_TO.fullmatch(pieces[0]) and THAT_MAKES.fullmatch(pieces[1]))):
        terms = (*[figure for figure in before.figures if figure.money.per is None][-1:], told.figures[0])
    elif TAKES_IT_TO.search(pieces[0]):
        terms = before.figures[-2:]
    else:
        return
    total = next((figure for figure in told.figures if figure not in terms), None)
    if total and len(terms) == 2:
        equation = total_of(terms, total, "all of them")
        yield from [equation] if is_exact(equation) or (makes(equation) and chance(equation) <= HARDLY) else ()


def made_up_of(told: Telling, before: Telling) -> Iterator[Equation]:
    """Councils have paid £240m. The councils' share was made up of £90m from one and £150m from the other."""
    match = MADE_UP.fullmatch(told.pieces()[0]) if _is_list(told) else None
    if not match:
        return
    named, pieces = _words(match["of"]), before.pieces()
    totals = [figure for i, figure in enumerate(before.figures) if named & _words(pieces[i][-REACH:])] or [
        figure for i, figure in enumerate(before.figures, start=1) if named & _words(re.split(r"[,;]| and ", pieces[i][:REACH])[0])
    ]
    if len(totals) == 1:
        yield total_of(told.figures, totals[0], "total and list")


def _words(text: str) -> set[str]:
    return {word.lower().removesuffix("s") for word in WORD.findall(text) if len(word) > LETTERS}


def _told_before(sentences: Sequence[Telling], place: int) -> list[Telling]:
    """The sentences that lead up to this one without a gap, at most a few."""
    first = place
    while first > 0 and place - first < REACH_BACK and sentences[first].follows(sentences[first - 1]):
        first -= 1
    return list(sentences[first:place])


def _is_in_brackets(pieces: Sequence[str], place: int) -> bool:
    """Whether a sum only compares: (2016: £29.9m)."""
    return pieces[place].rfind("(") > pieces[place].rfind(")") and pieces[place + 1].lstrip().startswith(")")


def _is_list(told: Telling, joint: re.Pattern[str] = ALIKE) -> bool:
    """Whether the sentence gives one list and nothing else."""
    pieces = told.pieces()
    return len(pieces) > 2 and all(joint.fullmatch(piece) for piece in pieces[1:-1]) and not SOME_OF_MANY.search(told.text)


def _whole(told: Telling, first: int, end: int, total: Figure, rule: str, is_sure: bool, *, backwards: bool) -> Iterator[Equation]:
    """The whole list, where words and list leave no doubt; else the longest stretch of it beside the total that makes the total."""
    figures, joints = told.figures[first:end], told.pieces()[first + 1 : end]
    is_of_one_kind = {figure.money.per for figure in figures} == {total.money.per}
    if len(figures) >= 2 and is_sure and is_of_one_kind and all(map(ALIKE.fullmatch, joints)):
        yield total_of(figures, total, rule)
        return
    for dropped in range(len(figures) - 1):
        stretch = figures[dropped:] if backwards else figures[: len(figures) - dropped]
        between = joints[dropped:] if backwards else joints[: len(joints) - dropped]
        equation = total_of(stretch, total, rule)
        if makes(equation) and not any(map(NO_LIST.search, between)) and (is_sure or all(ALIKE.fullmatch(joint) or ADDED.search(joint) for joint in between)):
            yield equation
            return
