"""Lists and their totals, in both directions: "X, Y and Z, a total of T"; "T: X, Y and Z"; and, in the next sentence, "Together they come to T".

A list is what reads as one. Where its words are not all alike it counts only if it adds up, for a sum beside it may be no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.attribution.counts import COUNTS
from pipeline.equations.fitting import fits, makes
from pipeline.equations.forms import total_of
from pipeline.equations.telling import HEDGE, Telling
from pipeline.model import Equation, Figure

JOINED = re.compile(r"[^;:£$€]{0,80}?(?:,|\band\b|\bplus\b|\bwith\b|&)\s*(?:[\w’'&/.-]+\s+){0,6}\(?", re.IGNORECASE)
_NOT_ALIKE = r"(?:has|had|have|is|was|are|were|will|would|spen[dt]\w*|said|says|worth|bought|sold|it|he|she|they|which|who|that|but|while|when|after|before|from|including|compared|against|up|down|increase|rise|fall|cut)"
_LABEL = rf"(?:(?!{_NOT_ALIKE}\b)[\w’'&/.-]+ ){{0,4}}"
ALIKE = re.compile(
    rf"(?: (?!which\b)[^,;:(]{{1,70}}?| \([^()]{{1,40}}\)|\))?(?:,| and| plus| &|, and|, plus| as well as|, with) (?:and |then |plus )?{_LABEL}{HEDGE}\(?",
    re.IGNORECASE,
)
# a list that does not say that it is whole
SOME_OF_MANY = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|such as|among|of which|largest|biggest|highest|part of|some of|for example|for instance|e\.g\.|not counting|on top of|"
    r"more than half|most of|the (?:rest|remainder|balance|others?)|alone|excluding|plus|in addition|average|between .{1,30} and)\b",
    re.IGNORECASE,
)
_SUBJECT = r"(?:(?:it|them|him|her|us|each|the [\w’'-]+|[A-Z][\w’'-]+) )?"
_TOTAL = r"a(?:n)? (?:\w+ )?(?:total|sum|aggregate)(?: [\w-]+){0,3}? of "
TOTAL_BEFORE = re.compile(
    rf"(?:[,–—(-] ?(?:or |for |at |in |with |giving |gives |making |makes |to make |to give |which (?:is|makes|gives|brings) |meaning ){{0,2}}{_SUBJECT}{_TOTAL}"
    rf"|[,–—-] (?:or |making |giving )?{_SUBJECT}a (?:combined|joint|total) (?:[\w-]+ )?"
    r"|\b(?:add(?:s|ed|ing)? up to|(?:come|comes|coming|came) to|(?:amount|amounts|amounting|amounted) to|totalling|totaling|totals|totalled|sum to) "
    r"|[,–—-] total "
    rf"|[,–—-] (?:together|altogether|in all|in total|all told)(?: (?:worth|making|costing|totalling|raising))? {_SUBJECT}"
    rf"|[,–—-] (?:making|raising|giving|bringing in) {_SUBJECT})$"
)
ROOM_BEFORE = re.compile(
    r"(?:\b(?:mak(?:e|es|ing)|made|means?|meaning|rais(?:e|es|ing)|bring(?:s|ing)?|brought|tak(?:es|ing)|took|giv(?:es|ing)|creating|total|combined|cost(?:s|ing)?)\b"
    rf"[^,]{{0,50}}|\b{_TOTAL}|,? or )$",
    re.IGNORECASE,
)
TOTAL_AFTER = re.compile(r" ?(?:in (?:all|total|aggregate)|altogether|all told|between them|combined|together|all in)\b", re.IGNORECASE)
ROOM_AFTER = re.compile(r" (?:over|for|across|in) (?:the|both|all) ", re.IGNORECASE)
APPOSED = re.compile(r"(?:[,:]| –| —| -) ?(?:or |and |giving |making |for )?$", re.IGNORECASE)

BREAKS_DOWN = re.compile(
    r"\b(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)(?: of)?|comprise|the parts being|(?:split|divided)(?: up)? (?:into|between)|broken down (?:into|as))"
    rf" (?:[\w’'-]+ ){{0,3}}?{HEDGE}$|^[^,;:]{{0,40}}:\s?(?:[\w’'&-]+ ){{0,5}}$"
)
ROOM_TO_BREAK_DOWN = re.compile(
    r"(?:\((?:[\w’'&-]+ ){0,4}|(?: –| —| -) (?:[\w’'&-]+ ){0,4}|\b(?:of which|comes? from|came from|shared|funded|paid|from|go(?:es)?|went|namely)\b[^,;:]{0,50})$",
    re.IGNORECASE,
)
SUMS_UP = re.compile(
    rf"(?:(?:The|These|Those|All) (?P<count>{'|'.join(COUNTS)})(?: (?!of\b)[a-z]+)?(?: together| combined| between them)?|That|This|These|Those|They|It all|"
    r"(?:Together|Combined|Altogether|All told|In all|In total),?(?: (?:they|these|those|that|this|the [a-z]+))?|(?:The|Their|Its) (?:total|combined)(?: [a-z]+){0,2})"
    r"(?: (?:will|would|could|all|are|is|was|were|be|have|has)){0,2}"
    rf"(?P<verb> (?:add(?:s|ed)? up to|com(?:es?|ing) to|came to|makes?|made|total(?:s|led)?|cost|costs|amount(?:s|ed)? to|means?|gives?|worth|a total of|raised|reached))?,? {HEDGE}",
    re.IGNORECASE,
)
ALTOGETHER = re.compile(r"(?:The \w+ together|Together|Combined|Altogether|All told|In all|In total)\b", re.IGNORECASE)
REACH_BACK = 4


def list_and_total(told: Telling) -> Iterator[Equation]:
    """X, Y and Z, a total of T."""
    pieces = told.pieces()
    for i in range(2, len(told.figures)):
        before, after = _bare(pieces[i]), pieces[i + 1]
        is_sure = bool(TOTAL_BEFORE.search(before) and ";" not in before) or bool(APPOSED.search(before) and TOTAL_AFTER.match(after))
        if is_sure or ROOM_BEFORE.search(before) or (APPOSED.search(before) and ROOM_AFTER.match(after)):
            first = i - 1
            while first > 0 and JOINED.fullmatch(pieces[first]):
                first -= 1
            yield from _whole(told, first, i, told.figures[i], "list and total", is_sure and not SOME_OF_MANY.search("¤".join(pieces[: i + 1])), backwards=True)


def total_and_list(told: Telling) -> Iterator[Equation]:
    """A total of T: X, Y and Z."""
    pieces = told.pieces()
    for i in range(len(told.figures) - 2):
        is_sure = bool(BREAKS_DOWN.search(pieces[i + 1]))
        if is_sure or ROOM_TO_BREAK_DOWN.search(_bare(pieces[i + 1])):
            last = i + 1
            while last + 1 < len(told.figures) and JOINED.fullmatch(pieces[last + 1]):
                last += 1
            yield from _whole(told, i + 1, last + 1, told.figures[i], "total and list", is_sure and not SOME_OF_MANY.search(told.text), backwards=False)


def all_of_them(sentences: Sequence[Telling], place: int) -> Iterator[Equation]:
    """Several sums, and then, in a sentence of its own: the three add up to T; together they come to T."""
    told = sentences[place]
    match = SUMS_UP.fullmatch(told.pieces()[0])
    if not match or not (match["verb"] or ALTOGETHER.match(told.text) or TOTAL_AFTER.match(told.pieces()[1])):
        return
    total, before = told.figures[0], _told_before(sentences, place)
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


def _told_before(sentences: Sequence[Telling], place: int) -> list[Telling]:
    """The sentences that lead up to this one without a gap, at most a few."""
    first = place
    while first > 0 and place - first < REACH_BACK and sentences[first].follows(sentences[first - 1]):
        first -= 1
    return list(sentences[first:place])


def _is_list(told: Telling) -> bool:
    """Whether the sentence gives one list and nothing else."""
    pieces = told.pieces()
    return len(pieces) > 2 and all(ALIKE.fullmatch(piece) for piece in pieces[1:-1]) and not SOME_OF_MANY.search(told.text)


def _whole(told: Telling, first: int, end: int, total: Figure, rule: str, is_sure: bool, *, backwards: bool) -> Iterator[Equation]:
    """The whole list, where words and list leave no doubt; else the longest stretch of it beside the total that makes the total."""
    figures, joints = told.figures[first:end], told.pieces()[first + 1 : end]
    if len(figures) >= 2 and is_sure and all(map(ALIKE.fullmatch, joints)):
        yield total_of(figures, total, rule)
        return
    for dropped in range(len(figures) - 1):
        stretch = figures[dropped:] if backwards else figures[: len(figures) - dropped]
        between = joints[dropped:] if backwards else joints[: len(joints) - dropped]
        equation = total_of(stretch, total, rule)
        if makes(equation) and (is_sure or all(map(ALIKE.fullmatch, between))):
            yield equation
            return


def _bare(words: str) -> str:
    """The words before a total without the hedge at its number."""
    return re.sub(rf"(?<= ){HEDGE}$", "", words)
