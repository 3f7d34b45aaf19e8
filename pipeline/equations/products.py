"""So many at so much each: "five STPs were asked for £5m each, a total of £25m"; "£2m a month, or £24m a year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.attribution.counts import COUNTS, MAKES
from pipeline.equations.factors import COUNTED, Factor, both, count_of, exactly, times_of
from pipeline.equations.fitting import fits, makes
from pipeline.equations.forms import product_of
from pipeline.equations.list_words import TOTAL_AFTER
from pipeline.equations.slips import is_slip
from pipeline.equations.telling import HEDGE, Telling, worded
from pipeline.model import Equation, Figure, Term
from pipeline.sum_words import FOR_ONE

TIMES = frozenset({"year", "month", "week", "day", "hour", "night", "term"})
# how many of the one are in the other; some weeks have five days
IN_A = {
    ("month", "year"): (exactly(12),),
    ("week", "year"): (Factor(Decimal(52), Decimal(52), Decimal(53)),),
    ("day", "year"): (Factor(Decimal(365), Decimal(365), Decimal(366)),),
    ("day", "week"): (exactly(7), exactly(5)),
}
COUNT_OF = re.compile(rf"(?P<further>\bfurther |\bother |\bremaining )?{COUNTED} (?:of )?(?=[a-z])(?!per\b|million\b)", re.IGNORECASE)
TIME_NOUN = re.compile(r"(?:[a-z]+ )?(year|month|week|day|hour|night|term)s?\b", re.IGNORECASE)
EACH_OF = re.compile(r"\b(?:payments|instalments|installments|grants|loans|tranches|contributions|sums|fines|awards|prizes|bonuses|donations|gifts) of $")
SMALL = 13
EACH_OF_THEM = re.compile(r"^(?! each\b).*\beach\b[^,;:]{0,80}$", re.IGNORECASE)
EACH = re.compile(rf"^ an? \w+\b|\b(?:{FOR_ONE})\b", re.IGNORECASE)
IT_COSTS = re.compile(r"^(?:It|That|This|The (?:\w+ ){0,2}(?:cost|total|bill|scheme|deal|plan))\b[^¤]{0,60}$")
_NTH = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
OTHER = re.compile(
    rf"(?:The (?:other|last|remaining|{_NTH})|Another|A (?:further|{_NTH}))\b",
    re.IGNORECASE,
)
NTH_OF = worded(
    rf"{{p}}(?: [\w’'-]+){{0,4}}(?:,| –| \(| is| was) (?:being )?(?:the|its) (?:first|last|final|{_NTH}) of (?P<count>{'|'.join(COUNTS)}) (?P<equal>equal )?"
    r"(?:[a-z]+ )?(?:payments|instalments|installments|tranches|stages|parts|grants|sums)~ {w}"
)
ALSO = re.compile(rf"(?:, or| or| at|,|\() (?:an average of )?{HEDGE}$", re.IGNORECASE)
ROOM = re.compile(
    r"\b(?:cost(?:s|ing)?|rais(?:e|es|ed|ing)|sav(?:e|es|ing)|worth|bring(?:s|ing)?|means?|bill|total|need(?:s|ing)?|or|pay(?:s|ing)?|earn(?:s|ing)?|"
    r"generat(?:e|es|ing)|giv(?:e|es|ing)|receiv(?:e|es|ing)|spend(?:s|ing)?|be|is|to)\b[^,;:]{0,40}$"
    rf"|[,–—(-] ?{HEDGE}$",
    re.IGNORECASE,
)


def each(told: Telling) -> Iterator[Equation]:
    """Five bodies were asked for £5m each, a total of £25m."""
    pieces = told.pieces()
    for i, (one, total) in enumerate(zip(told.figures, told.figures[1:], strict=False), start=1):
        before, between, after = "¤".join(pieces[:i]), pieces[i], pieces[i + 1]
        if total.money.per in TIMES or (one.money.per or "") in TIMES - {"hour", "night", "term"}:
            continue
        is_each = one.money.per is not None or bool(EACH_OF.search(_unhedged(pieces[i - 1])) or EACH.search(between) or EACH_OF_THEM.search(pieces[i - 1]))
        is_total = bool(MAKES.search(between)) or bool(re.search(rf"[,–—-] {HEDGE}$", between, re.IGNORECASE) and TOTAL_AFTER.match(after))
        if is_total or (is_each and ROOM.search(between)):
            counts = list(_counts(before)) + list(_counts(between))
            yield from _times(counts, one, total, is_sure=is_each and is_total, is_told=is_each)


def each_of_a_total(told: Telling) -> Iterator[Equation]:
    """£9m on 40 electric buses at £225,000 each; £36m over three years, or £12m a year."""
    pieces = told.pieces()
    for i, (total, one) in enumerate(zip(told.figures, told.figures[1:], strict=False), start=1):
        if total.money.per is None and one.money.per is not None:
            words = "¤".join(pieces[: i + 2])
            counts = list(_counts(words, of_time=one.money.per)) if one.money.per in TIMES else list(_counts(words))
            if one.money.per in TIMES:
                counts += [both(count, times) for count in _counts(words) for times in counts]
            yield from _times(counts, one, total, is_sure=False, is_told=ALSO.search(pieces[i]) is not None)


def each_before(told: Telling, before: Telling) -> Iterator[Equation]:
    """300 drivers get £1,500 each. It will cost £450,000."""
    if len(before.figures) == len(told.figures) == 1 and before.figures[0].money.per is not None and IT_COSTS.search(told.pieces()[0]):
        yield from _times(list(_counts(before.text)), before.figures[0], told.figures[0], is_sure=False)


def each_and_the_other(told: Telling, before: Telling) -> Iterator[Equation]:
    """Four trusts put in £3m apiece. The fifth paid its £3m in April, so that it has now had the whole £15m."""
    if len(before.figures) != 1 or len(told.figures) < 2 or not OTHER.match(told.text):
        return
    one, (other, total) = before.figures[0], told.figures[:2]
    if one.money.per is not None or EACH.search(before.text):
        for count in _counts(before.text):
            equation = Equation((Term(count.value, one, count.interval), Term(Decimal(1), other)), total, "each")
            if makes(equation):
                yield equation
                return


def instalments(told: Telling) -> Iterator[Equation]:
    """It paid £85,000, the second of four equal payments towards a lease of £340,000."""
    for match in NTH_OF.finditer(told.text):
        count = exactly(Decimal(COUNTS[match["count"].lower()]))
        equation = product_of(count, told.figure(match, "p"), told.figure(match, "w"), "each")
        if match["equal"] or makes(equation):
            yield equation


def rate(told: Telling) -> Iterator[Equation]:
    """£2m a month, or £24m a year; £3m a year for 25 years, a total of £75m."""
    pieces = told.pieces()
    for i, (one, other) in enumerate(zip(told.figures, told.figures[1:], strict=False), start=1):
        short, long = (one, other) if (one.money.per, other.money.per) in IN_A else (other, one)
        factors = IN_A.get((short.money.per or "", long.money.per or ""), ())
        if factors:
            equations = [product_of(factor, short, long, "rate") for factor in factors]
            is_sure = re.fullmatch(rf"[^,;:]{{0,25}},? (?:or|that is|which is|i\.e\.|equivalent to) {HEDGE}", pieces[i], re.IGNORECASE) is not None
            yield from [equation for equation in equations if fits(equation) or (is_sure and short.money.per == "month")][:1]
        elif one.money.per in TIMES and other.money.per is None and (MAKES.search(pieces[i]) or ROOM.search(pieces[i]) or TOTAL_AFTER.match(pieces[i + 1])):
            counts = list(_counts("¤".join(pieces[: i + 1]), of_time=one.money.per))
            yield from _times(counts, one, other, is_sure=bool(MAKES.search(pieces[i])) and bool(re.match(r"[^,]{0,20} for ", pieces[i])))


def _times(counts: list[Factor], one: Figure, total: Figure, *, is_sure: bool, is_told: bool = False) -> Iterator[Equation]:
    """By the count that makes the total; where none does, by the only one that there is, or by one that a slip of the keys keeps from it."""
    equations = [product_of(count, one, total, "each") for count in counts]
    fitting = [equation for equation in equations if makes(equation)]
    if fitting:
        yield fitting[-1]
    elif is_sure and len(equations) == 1 and not _is_another_count(one, total):
        yield equations[0]
    elif is_told:
        yield from [equation for equation in equations if is_slip(equation)][-1:]


def _is_another_count(one: Figure, total: Figure) -> bool:
    """Whether some small number of them makes the total: it was meant, and not counted here."""
    return one.money.amount is not None and any(one.money.amount * count == total.money.amount for count in range(2, SMALL))


def _counts(words: str, of_time: str | None = None) -> Iterator[Factor]:
    """How many are counted: people, places, bodies; or, where they are wanted, years and months."""
    for match in COUNT_OF.finditer(words):
        time = TIME_NOUN.match(words, match.end())
        if (time[1].lower() if time else None) == of_time:
            # "a further four" stand beside the one that was named before them
            yield times_of(match) if time else count_of(match, more=1 if (match["further"] or "").strip().lower() == "further" else 0)


def _unhedged(words: str) -> str:
    return re.sub(rf"(?<= ){HEDGE}$", "", words)
