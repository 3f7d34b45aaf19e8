"""The comparison rules once more, in plain Python over pairs of rows: slow, and written from the label guide rather than from the SQL."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tests.warehouse.ledger import Claim, number, period

INFINITY = Decimal("Infinity")
KINDS = {"deficit": ("position", -1), "surplus": ("position", 1), "control_total": ("position", None)}
KINDS |= {"shortfall": ("variance", -1), "overspend": ("variance", -1), "underspend": ("variance", 1)}
SINGLE = {*KINDS, "gap", "saving", "contribution"}
FAMILY = {"cost": "spending", "budget": "spending", "loan": "borrowing", "debt": "borrowing"}
CERTAINTY = {"forecast": 2, "actual": 3}
YEAR, FORTNIGHT, TWO_MONTHS = datetime.timedelta(days=366), datetime.timedelta(days=14), datetime.timedelta(days=60)
ELEVEN_MONTHS = datetime.timedelta(days=330)
FOUR_YEARS, EIGHT_YEARS = 4, 8


@dataclass(frozen=True, eq=False)
class Side:
    """One claim, with what comparing it needs; what two claims say alike is judged by the one that was published first."""

    claim: Claim
    offset: int
    byline: Claim
    rows: frozenset[str]
    largest: Decimal | None = None

    def get(self, field: str, default: str | None = None) -> str | None:
        return self.claim.get(field, default)

    @property
    def document(self) -> str:
        return self.claim.get("document", "a.txt")

    @property
    def measure(self) -> str | None:
        return self.get("measure", "deficit")

    @property
    def basis(self) -> str | None:
        return self.get("basis", "actual")

    @cached_property
    def published(self) -> datetime.date | None:
        day = self.byline.get("published_at")
        return datetime.date.fromisoformat(day) if day else None

    @cached_property
    def dates(self) -> tuple[datetime.date | None, datetime.date | None] | None:
        told = period(self.claim.get("period", "2018-19"))
        return (told.start, told.end) if told and (told.start or told.end) else None

    @property
    def fiscal_year(self) -> int | None:
        """The financial year in which a claim without a period was published."""
        if self.dates:
            return None
        return self.published.year - (self.published.month < 4) if self.published else 0

    @property
    def who(self) -> str | None:
        name = self.get("organisation", "ods:AAA")
        return " ".join(name.lower().split()) if name else None

    @property
    def kind(self) -> str | None:
        return KINDS[self.measure][0] if self.measure in KINDS else {"cost": "spending", "budget": "spending"}.get(self.measure or "", self.measure)

    @property
    def family(self) -> str | None:
        return "position" if self.measure in KINDS else FAMILY.get(self.measure or "", self.measure)

    @property
    def certainty(self) -> int | None:
        return CERTAINTY.get(self.basis, 1) if self.basis else None

    @cached_property
    def printed_interval(self) -> tuple[Decimal | None, Decimal | None]:
        low, high = self.claim.get("interval", (self.claim.get("amount"),) * 2)
        return number(low), number(high)

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        low, high = self.printed_interval
        return (low if low is not None else min(Decimal(0), high or Decimal(0)), high if high is not None else INFINITY)

    @property
    def amount(self) -> Decimal | None:
        return number(self.get("amount"))

    @property
    def size(self) -> Decimal:
        return next(number for number in (self.amount, *self.printed_interval) if number is not None)

    @property
    def is_closed(self) -> bool:
        return None not in self.printed_interval

    @property
    def is_narrow(self) -> bool:
        low, high = self.printed_interval
        return low is not None and high is not None and self.amount is not None and (high - low) * 50 <= self.amount

    @property
    def is_item(self) -> bool:
        """One of the rows of a table that its labels do not tell apart, if not their total, or one of several positions of a story, not half of the largest."""
        return (len(self.rows) > 1 and self.row != "total") or self.is_lesser

    @property
    def is_lesser(self) -> bool:
        if self.largest is None or self.amount is None or self.kind != "position" or self.basis != "actual" or self.table or not self.dates:
            return False
        return self.amount * 2 < self.largest and digits(self.amount) != digits(self.largest)

    @property
    def is_part_year(self) -> bool:
        return bool(self.dates and self.dates[0] and self.dates[1] and (self.dates[1] - self.dates[0]).days <= 360)

    @property
    def table(self) -> tuple[str, str] | None:
        cell = self.get("cell")
        return (self.document, cell.rsplit(" ", 1)[0]) if cell else None

    @property
    def row(self) -> str | None:
        return (self.get("row") or "").lower() or None

    @property
    def order(self) -> tuple[bool, datetime.date, str, int]:
        return (self.published is None, self.published or datetime.date.min, self.document, self.offset)

    @cached_property
    def says(self) -> tuple[object, ...]:
        """What two claims have in common that say the same, in the same wording, on the same basis."""
        meaning = (self.who, self.get("counterparty"), self.measure, self.basis, self.dates, self.fiscal_year, self.get("per"), self.get("currency", "GBP"))
        return (*meaning, self.get("bound", "exact"), self.amount, *self.printed_interval, self.row, self.table, self.is_item)


def sides(claims: Sequence[Claim]) -> list[Side]:
    first: dict[str, Claim] = {}
    offsets: dict[str, int] = {}
    found = []
    for claim in claims:
        name = claim.get("document", "a.txt")
        first.setdefault(name, claim)
        offsets[name] = offsets.get(name, -1) + 1
        found.append(Side(claim, offsets[name], first[name], frozenset(_rows(claim, claims)), _largest(claim, claims)))
    return sorted(found, key=lambda side: side.order)


def _largest(claim: Claim, claims: Sequence[Claim]) -> Decimal | None:
    """The largest actual position that the text of a claim gives for its body and time."""

    def group(one: Claim) -> tuple[object, ...]:
        side = Side(one, 0, {}, frozenset())
        return side.document, side.who, side.kind, side.basis, side.dates, side.get("per"), side.get("currency", "GBP"), side.table

    return max((Decimal(other["amount"]) for other in claims if other.get("amount") and group(other) == group(claim)), default=None)


def digits(amount: Decimal) -> str:
    """The digits of a number without the zeros after them."""
    return f"{amount:.4f}".replace(".", "").rstrip("0")


def _rows(claim: Claim, claims: Sequence[Claim]) -> Iterator[str]:
    def group(one: Claim) -> tuple[object, ...]:
        side = Side(one, 0, {}, frozenset())
        counted = "position" if side.kind == "position" else side.measure
        return side.document, side.table, side.who, counted, side.basis, side.dates, side.get("per")

    return (row for other in claims if other.get("row") and (row := other["row"].lower()) != "total" and group(other) == group(claim))


def verdicts(claims: Sequence[Claim]) -> dict[frozenset[str], str]:
    """The verdict of every pair that has one."""
    known = [side for side in sides(claims) if side.who is not None and side.family is not None]
    first = {side.says: side for side in reversed(known)}
    return {
        frozenset((one.claim["name"], other.claim["name"])): verdict
        for one, other in itertools.combinations(known, 2)
        if (verdict := _verdict(*sorted((first[one.says], first[other.says]), key=lambda side: side.order)))
    }


def _verdict(left: Side, right: Side) -> str | None:
    if left is right:
        return "agrees"
    return judge(left, right) if comparable(left, right) else None


def comparable(left: Side, right: Side) -> bool:
    if left.who != right.who or left.get("currency", "GBP") != right.get("currency", "GBP") or left.family != right.family:
        return False
    if not may_be_one_time(left, right):
        return False
    if not one_unit(left, right) and {left.get("per"), right.get("per")} != {None, "each"}:
        return False
    counterparties = {left.get("counterparty"), right.get("counterparty")} - {None}
    return len(counterparties) < 2 and (same_row(left, right) or not (left.row and right.row and (left.is_item or right.is_item)))


def may_be_one_time(left: Side, right: Side) -> bool:
    """One time; or one side leaves it open, in part or in all, and is published within four years of it; or both do, in one year or the next."""
    if left.dates and right.dates:
        return due(left) == due(right) or any(
            one == other and None in (left.dates[1 - i], right.dates[1 - i]) for i, (one, other) in enumerate(zip(left.dates, right.dates, strict=True)) if one
        )
    if not left.dates and not right.dates:
        assert left.fiscal_year is not None
        assert right.fiscal_year is not None
        apart = 1 if left.family == "position" else EIGHT_YEARS
        near = abs(left.fiscal_year - right.fiscal_year) <= apart or 0 in (left.fiscal_year, right.fiscal_year)
        return near and (left.fiscal_year == right.fiscal_year or meets_enough(left, right))
    dated, undated = (left, right) if left.dates else (right, left)
    assert dated.dates
    assert undated.fiscal_year is not None
    start, end = dated.dates
    near = undated.fiscal_year == 0 or (
        (start is None or start < datetime.date(undated.fiscal_year + FOUR_YEARS, 4, 1))
        and (end is None or end >= datetime.date(undated.fiscal_year - FOUR_YEARS, 4, 1))
    )
    return near and meets_enough(left, right)


def due(side: Side) -> tuple[datetime.date | None, datetime.date | None]:
    assert side.dates
    start, end = side.dates
    return start, end if start or not end else datetime.date(end.year, 12, 31)


def meets_enough(left: Side, right: Side) -> bool:
    """Where a time is open: the same number, two narrow intervals that meet, or a measure of which there is one at a time."""
    if left.amount is not None and left.amount == right.amount:
        return True
    if one_transfer(left, right) or one_receiver(left, right) or (nothing_said(left, right) and less_than_twice(left, right)):
        return True
    return (
        could_be_one(left, right)
        or could_be_rounded(left, right)
        or (left.family in {FAMILY.get(measure, "position" if measure in KINDS else measure) for measure in SINGLE} and timely(left, right))
    )


def one_transfer(left: Side, right: Side) -> bool:
    """Two transfers to one receiver, of which neither states its time."""
    same = left.get("counterparty") is not None and left.get("counterparty") == right.get("counterparty")
    return same and left.family != "position" and not left.dates and not right.dates


def could_be_one(left: Side, right: Side) -> bool:
    one, other = left.interval, right.interval
    return left.is_narrow and right.is_narrow and one[0] <= other[1] and other[0] <= one[1]


def could_be_rounded(left: Side, right: Side) -> bool:
    """Of what a body has many, the one number is near the other, within what both allow, and one of them is narrow."""
    if left.measure in SINGLE or left.measure != right.measure or not (left.is_closed and right.is_closed) or left.amount is None or right.amount is None:
        return False
    one, other = left.interval, right.interval
    near = one[0] <= other[1] and other[0] <= one[1] and abs(left.amount - right.amount) * 40 <= max(left.amount, right.amount)
    return near and min(one[1] - one[0], other[1] - other[0]) * 50 <= min(left.amount, right.amount)


def one_unit(left: Side, right: Side) -> bool:
    """The same unit; or of what a body has many of, a year of the one against the other's whole, which is of a year or of no stated time."""
    return left.get("per") == right.get("per") or any(
        one.measure not in SINGLE and one.get("per") == "year" and other.get("per") is None and (not other.dates or lasts_a_year(other))
        for one, other in ((left, right), (right, left))
    )


def lasts_a_year(side: Side) -> bool:
    return bool(side.dates and side.dates[0] and side.dates[1] and 363 <= (side.dates[1] - side.dates[0]).days <= 370)


def nothing_said(left: Side, right: Side) -> bool:
    """Of what a body has many, two of which nothing says what they are for."""
    return left.measure not in SINGLE and not left.get("subject") and not right.get("subject")


def unsaid(left: Side, right: Side) -> bool:
    """Two such of one size and with one other side: as far as one can tell, the body's one bill."""
    return nothing_said(left, right) and left.get("counterparty") == right.get("counterparty") and less_than_twice(left, right)


def one_bill(left: Side, right: Side) -> bool:
    """Two such, but one text tells its own apart."""
    told_apart = left.table is not None and left.table == right.table
    return unsaid(left, right) and (left.document != right.document or bool(left.basis and right.basis and left.basis != right.basis and not told_apart))


def less_than_twice(left: Side, right: Side) -> bool:
    return max(left.size, right.size) < 2 * min(left.size, right.size)


def one_receiver(left: Side, right: Side) -> bool:
    """Two of what a body has many, with one other side."""
    return left.measure not in SINGLE and left.get("counterparty") is not None and left.get("counterparty") == right.get("counterparty")


def one_payment(left: Side, right: Side) -> bool:
    """Two transfers to one receiver, two fines, or two that do not say what they are for, that meet, hedged by a twentieth at most."""
    one_receiver = left.get("counterparty") is not None and left.get("counterparty") == right.get("counterparty")
    if not (left.measure == "fine" or one_receiver or unsaid(left, right)):
        return False
    told = [told_interval(side) for side in (left, right)]
    for side, (low, high) in zip((left, right), told, strict=True):
        if side.amount is None or (high - low) * 10 > side.amount:
            return False
    return told[0][0] <= told[1][1] and told[1][0] <= told[0][1]


def told_interval(side: Side) -> tuple[Decimal, Decimal]:
    """What a reader takes a number for, a tenth off at most: more than £5m is little more than that."""
    low, high = side.printed_interval
    near = (side.size * Decimal("0.9"), side.size * Decimal("1.1"))
    return near[0] if low is None else max(low, near[0]), near[1] if high is None else min(high, near[1])


def of_one_size(left: Side, right: Side) -> bool:
    """Of what is no position, one less than twice the other; slips of the pen are tried elsewhere."""
    return left.kind == "position" or less_than_twice(left, right)


def of_one_plan(left: Side, right: Side) -> bool:
    """An overspend on what somebody else is paid for is no distance of the books from their plan."""
    spends = [side for side in (left, right) if (side.measure or "").endswith("spend")]
    return left.kind != "variance" or len(spends) != 1 or spends[0].get("counterparty") is None


def same_row(left: Side, right: Side) -> bool:
    return left.row is not None and left.row == right.row and (left.table == right.table or "total" not in left.row)


def judge(left: Side, right: Side) -> str | None:
    signs = {KINDS[side.measure][1] for side in (left, right) if side.measure in KINDS} - {None}
    opposed = len(signs) == 2
    low, high = right.interval
    low, high = (-high, -low) if opposed else (low, high)
    meet = left.interval[0] <= high and low <= left.interval[1]
    touch = left.interval[0] == high or low == left.interval[1]
    same_kind, same_per = left.kind == right.kind, one_unit(left, right)
    same_story = left.document == right.document and left.family == "position"
    whole = not left.is_item and not right.is_item
    single = left.measure in SINGLE and right.measure in SINGLE and whole and not (same_per and share(left, right)) and of_one_plan(left, right)
    one_thing = (same_row(left, right) or single or (whole and one_bill(left, right))) and one_time(left, right)
    if not opposed and same_number(left, right) and (same_kind or same_story):
        return "agrees"
    if not same_kind:
        if not opposed and same_per and same_story and could_be_one(left, right):
            return "consistent"
        told = "shortfall" in (left.measure, right.measure) or not (left.get("cell") or right.get("cell"))
        if whole and same_per and ((left.family == "position" and told) or balance(left, right)):
            return "different_measure"
        return None
    if not same_per:
        return "different_measure" if whole and one_thing else None
    if whole and one_thing and not meet and (what_would_have_been(left, right) or what_would_have_been(right, left)):
        return "different_measure"
    if one_thing and (not meet or touch) and superseded(left, right, meet):
        return "revised"
    if meet:
        loose = left.is_closed and right.is_closed if left.dates and right.dates else could_be_one(left, right) or one_payment(left, right)
        loose = loose or (timely(left, right) and could_be_rounded(left, right))
        certain = one_thing and (bool(left.dates and right.dates) or not unsaid(left, right))
        return "consistent" if certain or loose else None
    accusing = left.basis == right.basis and left.basis not in (None, "hypothetical") and left.get("per") == right.get("per") and of_one_size(left, right)
    open_beside = left.document == right.document and not (left.dates and right.dates)
    unsure = unsaid(left, right) and not one_grant(left, right)
    two_plans = left.document == right.document and left.kind == "variance"
    return "conflicts" if one_thing and accusing and not unsure and not both_cells(left, right) and not open_beside and not two_plans else None


def balance(left: Side, right: Side) -> bool:
    """What is still owed to a lender beside what it lent."""
    debt, loan = sorted((left, right), key=lambda side: side.measure or "")
    less = debt.amount is not None and loan.amount is not None and debt.amount < loan.amount
    return (debt.measure, loan.measure) == ("debt", "loan") and one_receiver(left, right) and less


def what_would_have_been(supposed: Side, held: Side) -> bool:
    """A position that is only supposed, after its time, beside the one that came of it."""
    end = supposed.dates[1] if supposed.dates else None
    over = bool(supposed.published and end and supposed.published > end)
    return supposed.measure in SINGLE and supposed.basis == "hypothetical" and held.basis == "actual" and over


def one_grant(left: Side, right: Side) -> bool:
    """What one gave the other in one year."""
    years = left.dates == right.dates and lasts_a_year(left)
    return left.measure == "funding" and left.basis == "actual" and one_receiver(left, right) and years


def share(left: Side, right: Side) -> bool:
    small, large = sorted(side.amount or Decimal(0) for side in (left, right))
    return left.family == "contribution" and 0 < small < large and large % small == 0


def same_number(left: Side, right: Side) -> bool:
    if left.get("bound") == right.get("bound") == "range":
        return left.printed_interval == right.printed_interval
    return left.amount is not None and left.amount == right.amount


def both_cells(left: Side, right: Side) -> bool:
    return left.document == right.document and bool(left.get("cell") and right.get("cell"))


def one_time(left: Side, right: Side) -> bool:
    if left.dates and right.dates:
        return due(left) == due(right)
    if one_transfer(left, right) and left.measure in SINGLE:
        return True
    if one_bill(left, right) and (not (left.dates or right.dates) or told_before(left, right)):
        return True
    return timely(left, right) and not left.is_part_year and not right.is_part_year


def told_before(left: Side, right: Side) -> bool:
    """Whether the one that names no period is no actual, and was published before the period of the other was over."""
    dated, undated = (left, right) if left.dates else (right, left)
    end = dated.dates[1] if dated.dates else None
    return bool(undated.certainty and undated.certainty < 3 and undated.published and end and undated.published <= end)


def timely(left: Side, right: Side) -> bool:
    """Whether two claims of which one names no period may be about one time, by the days of their publication."""
    if not left.dates and not right.dates:
        return not (left.published and right.published) or abs(left.published - right.published) <= YEAR
    dated, undated = (left, right) if left.dates else (right, left)
    assert dated.dates
    start, end = dated.dates
    return undated.published is None or ((start is None or start <= undated.published) and (end is None or undated.published <= end + YEAR))


def superseded(left: Side, right: Side, meet: bool) -> bool:
    if left.certainty and right.certainty and left.certainty != right.certainty:
        return True
    if meet or not (left.certainty and right.certainty):
        return False
    told_together = left.document == right.document and left.basis == right.basis and left.certainty < 3 and not both_cells(left, right)
    firmed = left.basis == "hypothetical" and one_receiver(left, right)
    supposed = left.basis != right.basis and "hypothetical" in (left.basis, right.basis) and not firmed
    return told_together or (not supposed and later(left, right))


def later(left: Side, right: Side) -> bool:
    """A plan or forecast made anew in its time, more than a fortnight later or by the same publisher; an actual printed before its time was over."""
    if not (left.published and right.published and left.published < right.published):
        return False
    ends = [side.dates[1] for side in (left, right) if side.dates and side.dates[1]]
    if left.certainty == 3:
        grown = not left.dates and not right.dates and right.published - left.published > TWO_MONTHS
        told_anew = left.kind == "position" and right.published - left.published > ELEVEN_MONTHS
        return grown or told_anew or any(left.published <= end for end in ends)
    own = left.byline.get("publisher") and left.byline.get("publisher") == right.byline.get("publisher")
    stands = left.basis == right.basis and ends and right.published > max(ends) + (TWO_MONTHS if left.certainty == 2 else datetime.timedelta())
    return bool(own or right.published - left.published > FORTNIGHT) and not stands
