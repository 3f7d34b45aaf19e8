"""When: the time that the clause gives to the figure."""

import datetime
import re
from dataclasses import replace

from pipeline.attribution.context import Context
from pipeline.attribution.cues import CLAUSE_BREAK, WORD
from pipeline.attribution.decision import FAIR, STRONG, Decision
from pipeline.model import Measure, Period, PeriodMention

# a time after these words is when something else happens: money comes back, a thing was said
ELSEWHEN = re.compile(
    r"\b(?:repa(?:id|y)|paid back|returned?|come back|came back|launched|published|announced|meeting|born|since|report(?:ed)?|until|dated|agreed)\b"
    r"[\w\s]{0,24}$|\bthan\s+(?:in\s+)?$",
    re.IGNORECASE,
)
TIES = re.compile(r"\s*(?:,?\s*(?:for|in|by|during|at|of|to|at the end of|over|the))*\s*$", re.IGNORECASE)
# a year that names a paper: "the 2016 plan"
PAPER = re.compile(r"\s+(?:\w+\s+)?(?:plan|blueprint|report|review|strategy|budget|election|letter)\b")
BACK = re.compile(r"\b(?:that|the same) (?:financial )?year\b", re.IGNORECASE)
# when a thing was said, not what it is about
EVENT = re.compile(r"earlier|week|day\b|today|tonight|month$|morning|recent", re.IGNORECASE)
DURATION = re.compile(r"^(?:with)?in (?:the (?:next|past|last) )?\w+ (?:years?|months?)$", re.IGNORECASE)
GLOSS = re.compile(r",?\s+\(")
YEAR_BEFORE = re.compile(r"(?:the )?(?:year before|previous year)", re.IGNORECASE)
FINANCIAL_YEAR = re.compile(r"\d{4}-\d\d$")
POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.GAP, Measure.SHORTFALL})
NEAR, FAR, NEARBY = 4.0, 18.0, 40


def period(context: Context, measure: Measure | None) -> Decision[Period] | None:
    """The nearest time of the sentence that is not the time of something else."""
    if said := BACK.search(context.before[-NEARBY:]):
        earlier = [m for sentence in context.previous for m in sentence.times if m.period.start] + [
            m for m in context.sentence.times if m.end < context.money.start
        ]
        if earlier:
            start = context.money.start - len(context.before[-NEARBY:]) + said.start()
            return Decision(earlier[-1].period, "that year", FAIR, start, start + len(said[0]))
    options = [
        (far, m)
        for m in _glossed(context)
        if not _is_elsewhen(context, m) and not (measure in POSITIONS and _is_month(m.period)) and (far := _distance(context, m)) <= FAR
    ]
    if not options:
        return None
    far, mention = min(options, key=lambda option: option[0])
    near = far <= NEAR
    return Decision(
        _of_the_year(mention.period, measure), f"time in the {'clause' if near else 'sentence'}", STRONG if near else FAIR, mention.start, mention.end
    )


def _glossed(context: Context) -> list[PeriodMention]:
    """The times of the sentence; "next year (2020/21)" is one, with the meaning that its brackets give."""
    times: list[PeriodMention] = []
    for mention in context.sentence.times:
        if YEAR_BEFORE.fullmatch(mention.surface):
            mention = _year_before(context, mention)
        if times and GLOSS.fullmatch(context.text, times[-1].end, mention.start):
            times[-1] = replace(times[-1], period=mention.period)
        else:
            times.append(mention)
    return times


def _year_before(context: Context, mention: PeriodMention) -> PeriodMention:
    """ "The year before" is counted from the last year that was named."""
    named = [
        m.period
        for sentence in (*context.previous, context.sentence)
        for m in sentence.times
        if m.end < mention.start and FINANCIAL_YEAR.fullmatch(m.period.label)
    ]
    if not named or not named[-1].start:
        return mention
    start = named[-1].start.replace(year=named[-1].start.year - 1)
    return replace(mention, period=Period(f"{start.year}-{(start.year + 1) % 100:02d}", start, named[-1].start - datetime.timedelta(days=1)))


def _of_the_year(period: Period, measure: Measure | None) -> Period:
    """A position "by 2018/19" is the position of that year; a saving by then is of all the years up to it."""
    if measure in POSITIONS and period.end and period.start is None and (label := FINANCIAL_YEAR.search(period.label)):
        return Period(label[0], datetime.date(period.end.year - 1, 4, 1), period.end)
    return period


def _is_elsewhen(context: Context, mention: PeriodMention) -> bool:
    words_before = context.text[max(context.sentence.start, mention.start - 40) : mention.start]
    return (
        bool(ELSEWHEN.search(words_before))
        or bool(DURATION.match(mention.surface))
        or _is_short(mention.period)
        or bool(re.fullmatch(r"\d{4}", mention.surface) and PAPER.match(context.text, mention.end))
        or (mention.period.end is None and bool(EVENT.search(mention.surface)))
    )


def _is_month(period: Period) -> bool:
    """A position is of a year, or of the year up to a month; a bare month is when it was told."""
    return period.start is not None and period.end is not None and 27 <= (period.end - period.start).days <= 30


def _is_short(period: Period) -> bool:
    """A day or a week dates an event; positions "as at" a day are told by their year end."""
    if period.start is None or period.end is None or (period.end - period.start).days > 7:
        return False
    return not (period.end.month == 3 and period.end.day == 31)


def _distance(context: Context, mention: PeriodMention) -> float:
    money = context.money
    if mention.start >= money.end:
        between, own_side = context.text[money.end : mention.start], 0.0
    else:
        between, own_side = context.text[mention.end : money.start], 1.0
    if TIES.fullmatch(between):
        return own_side
    low, high = min(mention.end, money.end), max(mention.start, money.start)
    crossed = sum(low <= a and b <= high for a, b in context.spans if (a, b) != (money.start, money.end))
    breaks = len(CLAUSE_BREAK.findall(between))
    # beyond another thought, a time that stands nearer to another sum belongs to that
    taken = breaks and any(_gap(mention, a, b) < len(between) for a, b in context.spans)
    return own_side + len(WORD.findall(between)) / 2 + 3 * breaks + 5 * crossed + (FAR if taken else 0)


def _gap(mention: PeriodMention, start: int, end: int) -> int:
    return max(mention.start - end, start - mention.end)
