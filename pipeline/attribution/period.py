"""When: the time that the clause gives to the figure."""

import re
from collections.abc import Iterator

from pipeline.attribution.comparatives import comparative
from pipeline.attribution.context import Context
from pipeline.attribution.cues import CLAUSE_BREAK, WORD
from pipeline.attribution.decision import FAIR, STRONG, Decision
from pipeline.attribution.years import glossed, of_the_year, to_date
from pipeline.model import Measure, Period, PeriodMention

# a time after these words is when something else happens: money comes back, a thing was said
ELSEWHEN = re.compile(
    r"\b(?:repa(?:id|y)|paid back|returned?|come back|came back|launched|published|announced|meeting|born|since|report(?:ed)?|until|dated|agreed(?! to))\b"
    r"[\w\s]{0,24}$|\bthan\s+(?:in\s+)?$",
    re.IGNORECASE,
)
TIES = re.compile(r"\s*(?:,?\s*(?:for|in|by|during|at|of|to|at the end of|over|the))*\s*$", re.IGNORECASE)
# a year that names a paper: "the 2016 plan"
PAPER = re.compile(r"\s+(?:\w+\s+)?(?:plan|blueprint|report|review|strategy|budget|election|letter)\b")
BACK = re.compile(r"\b(?:that|the same) (?:financial )?year\b|\bby then\b", re.IGNORECASE)
BY_THEN = re.compile(r"\bby then\b", re.IGNORECASE)
# when a thing was said, not what it is about
EVENT = re.compile(r"earlier|week|day\b|today|tonight|month$|morning|recent", re.IGNORECASE)
DURATION = re.compile(r"^(?:with)?in (?:the (?:next|past|last) )?\w+ (?:years?|months?)$", re.IGNORECASE)
POSITIONS = frozenset({Measure.DEFICIT, Measure.SURPLUS, Measure.GAP, Measure.SHORTFALL})
# what is owed or held on a day, rather than spent or earned up to it
BALANCES = frozenset({Measure.DEBT, Measure.OTHER, Measure.LOAN})
NEAR, FAR, NEARBY = 4.0, 18.0, 40


def period(context: Context, measure: Measure | None) -> Decision[Period] | None:
    """The nearest time of the sentence that is not the time of something else."""
    if found := _back(context) or comparative(context):
        return found
    options = [(far, m) for m in _candidates(context, measure) if (far := nearness(context, m)) <= FAR]
    if not options:
        return None
    far, mention = min(options, key=lambda option: option[0])
    place, strength = ("clause", STRONG) if far <= NEAR else ("sentence", FAIR)
    return Decision(of_the_year(mention.period, measure in POSITIONS), f"time in the {place}", strength, mention.start, mention.end)


def _candidates(context: Context, measure: Measure | None) -> Iterator[PeriodMention]:
    """The times that may be the figure's; a month is one of a position only as the end of a year to date."""
    times = glossed(context)
    for mention in times if measure in BALANCES else to_date(context, times):
        if not is_elsewhen(context, mention) and not (measure in POSITIONS and _days(mention.period) in range(27, 31)):
            yield mention


def _back(context: Context) -> Decision[Period] | None:
    """ "That year" is the last that was named; "by then" the last that something is to happen by."""
    # not over another sum: "ended that year £36m in deficit and was £12m down so far"
    last = max((b for _, b in context.spans if b <= context.money.start), default=context.sentence.start)
    start, end = max(last, context.money.start - NEARBY), context.money.start
    said = BACK.search(context.text, start, end) or BY_THEN.search(context.text, context.money.end, min(context.sentence.end, context.money.end + NEARBY))
    if not said:
        return None
    earlier = [m for s in context.previous for m in s.times] + [m for m in context.sentence.times if m.end < context.money.start]
    meant = [m.period for m in earlier if (m.period.label.startswith("by ") if "then" in said[0].lower() else m.period.start)]
    return Decision(meant[-1], said[0].lower(), FAIR, said.start(), said.end()) if meant else None


def is_elsewhen(context: Context, mention: PeriodMention) -> bool:
    """The loan of £6m, to be repaid within three years; £6m, as was reported in May; the 2016 plan for £6m; on Thursday."""
    return (
        bool(ELSEWHEN.search(context.text[max(context.sentence.start, mention.start - NEARBY) : mention.start]))
        or bool(DURATION.match(mention.surface))
        or _is_short(mention.period)
        or bool(re.fullmatch(r"\d{4}", mention.surface) and PAPER.match(context.text, mention.end))
        or (mention.period.end is None and bool(EVENT.search(mention.surface)))
    )


def _is_short(period: Period) -> bool:
    """A day or a week dates an event; positions "as at" a day are told by their year end."""
    return 0 <= _days(period) <= 7 and period.end is not None and (period.end.month, period.end.day) != (3, 31)


def _days(period: Period) -> int:
    """From the first day to the last; -1 where one of them is not known."""
    return (period.end - period.start).days if period.start and period.end else -1


def nearness(context: Context, mention: PeriodMention) -> float:
    """How far a time stands from the figure, in half words, with penalties for breaks of thought and for other sums between."""
    money = context.money
    low, high = sorted((mention.start, money.start))
    between = context.text[min(mention.end, money.end) : high]
    own_side = 0.0 if mention.start >= money.end else 1.0
    if TIES.fullmatch(between):
        return own_side
    crossed = sum(low <= a and b <= high for a, b in context.spans if a != money.start)
    breaks = len(CLAUSE_BREAK.findall(between))
    # beyond another thought, a time that stands nearer to another sum belongs to that
    taken = breaks and any(max(mention.start - b, a - mention.end) < len(between) for a, b in context.spans)
    return own_side + len(WORD.findall(between)) / 2 + 3 * breaks + 5 * crossed + (FAR if taken else 0)
