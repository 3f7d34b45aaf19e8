"""What the wording allows: a hedge before or after a sum, and the closed interval that it leaves. The whole policy is in the tables below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Bound
from pipeline.money.numbers import Quantity, plain

ABOUT = Decimal("0.05")  # how far "about" reaches, where the printed precision does not reach further


@dataclass(frozen=True, slots=True)
class Hedge:
    """A bound, and whether the number may lie below (`down`) or above (`up`) the printed one."""

    bound: Bound
    down: bool = True
    up: bool = True


PLAIN = Hedge(Bound.EXACT)  # ± half of the last printed digit
AROUND = Hedge(Bound.APPROXIMATELY)  # ± 5 %, or that half digit if it is more
ALMOST = Hedge(Bound.APPROXIMATELY, up=False)
JUST_OVER = Hedge(Bound.APPROXIMATELY, down=False)
FLOOR = Hedge(Bound.AT_LEAST, down=False)  # the sum itself, and no upper end
CEILING = Hedge(Bound.AT_MOST, up=False)  # no lower end

_BEFORE = {
    AROUND: (
        "about, around, some, roughly, approximately, approx, approx., circa, c, c., ca, ca., something like, somewhere around, nearer, nearer to, "
        "in the region of, in the order of, of the order of, of around, ~, ≈"
    ),
    ALMOST: (
        "almost, nearly, nearing, approaching, close to, close on, the best part of, just under, just below, just less than, just short of, "
        "just shy of, a little under, a little less than, slightly under, slightly less than, slightly below, a shade under, not far short of, not far off"
    ),
    JUST_OVER: ("just over, just above, just more than, a little over, a little more than, slightly over, slightly more than, slightly above, a shade over"),
    FLOOR: (
        "at least, more than, over, above, in excess of, upwards of, exceed, exceeds, exceeded, exceeding, topped, tops, topping, surpassed, north of, "
        "no less than, not less than, nothing less than, no fewer than, a minimum of, minimum of, well over, well above, starting at, starting from, >, ≥"
    ),
    CEILING: (
        "up to, no more than, not more than, less than, fewer than, under, below, at most, as much as, a maximum of, maximum of, not exceeding, "
        "not exceed, not to exceed, well under, well below, capped at, limited to, <, ≤"
    ),
}
BEFORE = {phrase: hedge for hedge, phrases in _BEFORE.items() for phrase in phrases.split(", ")}
# no hedge stands before a sum that another word precedes
_LAST_WORDS = {phrase.split()[-1] for phrase in BEFORE} | {"another", "extra", "additional", "further", "total", "record", "combined", "is", "was"}
_LONGEST = max(len(phrase.split()) for phrase in BEFORE)
_FAR_BEFORE = re.compile(r"(?i:\b(minimum|maximum)(?:\s\w+){1,3}\s(?:of|is|was)\s\Z)")  # "the minimum for each purchase is £100"
_AFTER = {
    AROUND: r"\s+or\s+(?:so|thereabouts)\b|-ish\b|,?\s+give\s+or\s+take\b|\sregion\b(?!-)",
    FLOOR: r"\s?\+(?!\s?[£$€\d])|-plus\b|\s+or\s+(?:more|over|above)\b(?!\s+than)|,?\s+at\s+least\b|\s+and\s+(?:above|over|upwards)\b|\sminimum\b",
    CEILING: r"\s+or\s+(?:less|under|below)\b(?!\s+than)|,?\s+at\s+(?:the\s+)?most\b|\s(?:limit|cap|ceiling|maximum)\b(?!-)",
}
AFTER = re.compile("|".join(f"({pattern})" for pattern in _AFTER.values()), re.IGNORECASE)
_HEDGES_AFTER = (PLAIN, *_AFTER)  # by the number of the group that matched

# the same words where they hedge nothing: "row over £5m", "adds up to £5m", "£2m more than £3m", "turn around £5m"
_NO_HEDGE = re.compile(
    r"(?i:(?:\b(?:rows?|disputes?|fight|battle|clash|wrangle|argument|debate|concerns?|concerned|questions?|questioned|inquiry|anger|fury|outcry|backlash|"
    r"criticism|criticised|doubts?|lawsuit|hand(?:ed|s|ing)?|turn(?:ed|s|ing)?|sign(?:ed|s|ing)?|took|takes?|taking|taken)\s+over|"
    r"\bturn(?:ed|s|ing)?\s+around|\b(?:complain(?:ed|ts?)?|worr(?:y|ied)|concern(?:s|ed)?|questions?|talk(?:s|ed)?|row|warn(?:ed|ing)?)\s+about|"
    r"\b(?:adds?|added|adding|tops?|topped|ma[dk]e[sd]?|rounded)\s+up\s+to|\b(?:twice|times|half|just)\s+as\s+much\s+as|"
    r"(?:[£$€][\d.,]+(?:\s?[a-z]+)?|%|per\s?cent|times)\s+(?:more\s+than|less\s+than|over|under|above|below))\s*\Z)"
)
_FILLER = re.compile(r"(?i:\s(?:another|(?:an?|some)\s(?:extra|additional|further)|a\s(?:total|record|combined)(?:\sof)?)\s?\Z)")
_BREAK = re.compile(r"\n\s*\n|(?:\A|\n)\s*>|>\s*\n|[()\[\]\"“”‘*_]|\\")
_MAY = re.compile(r"\sof\b[^.;!?\n£$€]{0,60}\b(?:can|may)\b")  # only £100 of it can be free of tax
_FROM = re.compile(r"[^.;!?\n£$€]{0,30}\sfrom\s[£$€]")  # is up to £145 a week from £138
_REACH = 60


def hedge_of(text: str, start: int, end: int) -> Hedge:
    """How the words around `text[start:end]` hedge the sum that stands there."""
    left = text[max(0, start - _REACH) : start]
    last = left.rstrip().rpartition(" ")[2].lower()
    before = _hedge_before(_FILLER.sub(" ", _BREAK.split(left)[-1])) if last in _LAST_WORDS or not last.isalpha() else None
    if last == "only" and _MAY.match(text, end):
        return CEILING
    if before is CEILING and last == "to" and _FROM.match(text, end):
        return PLAIN
    after = None if before else AFTER.match(text, end)
    return before or (_HEDGES_AFTER[after.lastindex or 0] if after else PLAIN)


def _hedge_before(left: str) -> Hedge | None:
    """The longest phrase of the table that ends where the sum starts."""
    words = left.lower().split()[-_LONGEST:]
    for count in range(len(words), 0, -1):
        hedge = BEFORE.get(" ".join(words[-count:]))
        if hedge:
            return None if _NO_HEDGE.search(left) else hedge
    far = _FAR_BEFORE.search(left)
    return (FLOOR if far[1].lower() == "minimum" else CEILING) if far else None


def interval(quantity: Quantity, hedge: Hedge) -> tuple[Decimal | None, Decimal | None]:
    """The closed interval, in currency units, that a sum and its hedge allow; None is an open end."""
    amount = plain(quantity.value)
    if hedge.bound is Bound.AT_LEAST:
        return amount, None
    if hedge.bound is Bound.AT_MOST:
        return None, amount
    if hedge.bound is Bound.EXACT:
        return plain(amount - quantity.half_unit), plain(amount + quantity.half_unit)
    slack = max(abs(amount) * ABOUT, quantity.half_unit)
    return plain(amount - slack * hedge.down), plain(amount + slack * hedge.up)
