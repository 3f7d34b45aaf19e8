"""The words that stand nearest to a sum, in its sentence or in the one that a pronoun points back to."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.attribution.context import REACH, Sentence
from pipeline.attribution.cues import CLAUSE_BREAK
from pipeline.model import Document, Figure, Measure, MentionForm, OrganisationMention
from pipeline.subjects.measures import DEFAULT, FINE, IN_BRACKETS, SILENT, told_by_measure
from pipeline.subjects.vocabulary import WORD, Word, forms, words

MOST = 6  # words of a subject
FEW = 2  # with fewer, a pronoun stands for the sentence before
BREAK_PENALTY, SUM_PENALTY = 5, 10
PAUSE = re.compile(r",(?!\d)|\band\b")
# what goes on with the sum before it: "£5m for the roof"
GOES_ON = re.compile(r"\s*(?:more\s+|extra\s+)?(?:on|for|in|to|towards?|from|of|at|by|as|under|with)\b")
# the noun of the sum that follows: "£5m on a turnover of £6m"
OWN_NOUN = re.compile(
    r"\b(?:on|for|in|with|to|from|by|before|after|plus|against)\s+(?:[\w'’-]+\s+){1,4}(?:of|was|were|is|at|costs?|worth)\s+"
    r"(?:(?:about|around|some|nearly|almost|over|just|under)\s+){0,2}(?=[£$€\d])"
)
PRONOUN = re.compile(
    r"[\"'“‘]*(?:it|they|this|that|these|those|he|she|his|her|their|its|the\s+(?:bill|costs?|total|figure|sum|price|money|amount))\b", re.IGNORECASE
)
THEM = re.compile(r"\b(?:them|those|these)\b")
OF_IT = re.compile(r"[^.;£$€]{0,30}\bof\s+(?:it|this|that|them|these|those)\b")
# who speaks points back to nothing
SPEAKS = re.compile(
    r"[\"'“‘]*(?:he|she|they|it)\s+(?:also\s+)?(?:said|says|told|tells|added|adds|claimed|claims|argued|insisted|warned|thought|believed)\b", re.IGNORECASE
)

Span = tuple[int, int]


def with_subjects(document: Document, told: Sequence[Sentence], organisations: Sequence[OrganisationMention], figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each with what it is for."""
    reader = _Reader(document.text, told, organisations, figures)
    return [replace(figure, subject=reader.subject(figure)) for figure in figures]


class _Reader:
    """Reads the sentences of one document, each once."""

    def __init__(self, text: str, told: Sequence[Sentence], organisations: Sequence[OrganisationMention], figures: Sequence[Figure]) -> None:
        self._text, self._told, self._bodies = text, told, organisations
        self._sums: defaultdict[int, list[Span]] = defaultdict(list)
        self._measures = {figure.money.end: figure.measure for figure in figures}
        for figure in figures:
            self._sums[figure.sentence_start].append((figure.money.start, figure.money.end))
        for sums in self._sums.values():
            sums.sort()
        self._remembered = functools.lru_cache(maxsize=16)(self._outside_sums)

    def subject(self, figure: Figure) -> tuple[str, ...]:
        """What a figure is for: what its measure says of it, then the words near it."""
        near = [word for word in _first(figure, self.words(figure)) if word not in SILENT.get(figure.measure, ())]
        always = [FINE] if figure.measure is Measure.FINE else []
        told = dict.fromkeys([*self._by_measure(figure), *near[: MOST - 1], *always, *near])
        return tuple(told)[:MOST] or DEFAULT.get(figure.measure, ())

    def _by_measure(self, figure: Figure) -> tuple[str, ...]:
        if figure.cell or figure.context:
            return ()
        sums = self._sums[figure.sentence_start]
        place = bisect_left(sums, (figure.money.start, figure.money.end))
        start, end = figure.money.start, sums[place + 1][0] if place + 1 < len(sums) else figure.sentence_start + len(figure.sentence)
        earlier = sums[place - 1][1] if place else figure.sentence_start
        if place and IN_BRACKETS.match(self._text, earlier, start):
            start, earlier = sums[place - 1][0], sums[place - 2][1] if place > 1 else figure.sentence_start
        before, after = self._text[max(earlier, start - REACH) : start], self._text[figure.money.end : min(end, figure.money.end + REACH)]
        return told_by_measure(figure.measure, before, after, self._measures.get(earlier))

    def words(self, figure: Figure) -> list[Word]:
        """The words that may say what a figure is for, the likeliest first."""
        if figure.cell or figure.context:
            label = figure.context.row_label if figure.context else ""
            return list(words(label, 0, len(label)))
        start, end = figure.sentence_start, figure.sentence_start + len(figure.sentence)
        found = self._nearest(figure, start, end)
        points_back = PRONOUN.match(figure.sentence) and not SPEAKS.match(figure.sentence)
        if points_back or THEM.search(self._text, start, figure.money.start) or OF_IT.match(self._text, figure.money.end, end):
            return found if len(_first(figure, found)) >= FEW else found + self._before(figure)
        if found or figure.measure in DEFAULT or self._begins_with_a_body(start):
            return found
        told = [word for word in self._before(figure) if word.is_known]
        return told if len(told) <= FEW else []

    def _nearest(self, figure: Figure, start: int, end: int) -> list[Word]:
        """Those of its sentence, nearest first: those around it, and those before the first sum where these say little; else all before it."""
        money, sums = (figure.money.start, figure.money.end), self._sums[start]
        place = bisect_left(sums, money)
        low = _border(self._text, sums[place - 1][1], money[0]) if place else start
        high = _border(self._text, money[1], sums[place + 1][0]) if place + 1 < len(sums) else end
        near = [word for word in self._free(start, end, figure) if money[0] - REACH <= word.start and word.end <= money[1] + REACH]
        told = [word for word in near if low <= word.start < high]
        if not told:
            told = [word for word in near if word.end <= money[0]]
        elif not any(word.is_known for word in told):
            told += [word for word in near if word.end <= sums[0][0] and not low <= word.start < high]
        beside = sums[bisect_left(sums, (money[0] - REACH, 0)) : bisect_left(sums, (money[1] + REACH, 0))]
        return sorted(told, key=lambda word: (_distance(self._text, word, money, beside), word.start))

    def _before(self, figure: Figure) -> list[Word]:
        """Those of the sentence before, if it is of the same story and kind of passage."""
        start = figure.sentence_start
        place = bisect_right(self._told, start, key=lambda sentence: sentence.start) - 1
        if place < 1 or self._told[place].start != start:
            return []
        here, before = self._told[place], self._told[place - 1]
        is_one = before.story is here.story and before.passage.kind is here.passage.kind
        return self._free(before.start, before.end, figure) if is_one else []

    def _free(self, start: int, end: int, figure: Figure) -> list[Word]:
        """The words of a sentence without the sums, the bodies of the register, and those that the figure names."""
        bodies = [m for m in self._mentions(start, end) if m.organisation.id or m.organisation in (figure.organisation, figure.counterparty)]
        return [word for word in self._remembered(start, end) if not any(m.start < word.end and word.start < m.end for m in bodies)]

    def _outside_sums(self, start: int, end: int) -> tuple[Word, ...]:
        sums = self._sums.get(start, [])
        return tuple(word for word in words(self._text, start, end) if not any(a < word.end and word.start < b for a, b in sums))

    def _begins_with_a_body(self, start: int) -> bool:
        """Whether the subject of a sentence is a body, so that it does not point back."""
        first = next(iter(self._mentions(start, start + len("The ") + 1)), None)
        return first is not None and first.form is not MentionForm.PRONOUN

    def _mentions(self, start: int, end: int) -> Sequence[OrganisationMention]:
        low, high = (bisect_left(self._bodies, place, key=lambda mention: mention.start) for place in (start, end))
        return self._bodies[low:high]


def _border(text: str, start: int, end: int) -> int:
    """Where, between two sums, the words of the first end: at the last pause where they go on with it ("£5m for the roof, …"), else at the first."""
    pauses = [match.start() for pattern in (PAUSE, CLAUSE_BREAK, OWN_NOUN) for match in pattern.finditer(text, start, end)]
    goes_on = GOES_ON.match(text, start, end)
    if not pauses:
        return end if goes_on else start
    return max(pauses) if goes_on else min(pauses)


def _distance(text: str, word: Word, money: Span, sums: Sequence[Span]) -> int:
    """How far a word stands from a sum, in words; pauses and other sums between them count as several."""
    low, high = (word.end, money[0]) if word.end <= money[0] else (money[1], word.start)
    between = text[low:high]
    pauses = len(CLAUSE_BREAK.findall(between)) + len(PAUSE.findall(between))
    crossed = sum(low <= a and b <= high for a, b in sums)
    return len(WORD.findall(between)) + BREAK_PENALTY * pauses + SUM_PENALTY * crossed


def _first(figure: Figure, found: Iterable[Word]) -> tuple[str, ...]:
    """The first words that are no part of a name that the figure has already, each once."""
    speaker = figure.speaker or ""
    names = (*(body.name for body in (figure.organisation, figure.counterparty) if body), speaker)
    own = {*(form for name in names for form in forms(name)), *(word.subject for word in words(speaker, 0, len(speaker)))}
    return tuple(dict.fromkeys(word.subject for word in found if word.subject not in own))[:MOST]
