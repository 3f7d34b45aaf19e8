"""The comparison rules once more, in plain Python over pairs of rows: slow, and written from the label guide rather than from the SQL."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.warehouse.ledger import Claim, number, period

INFINITY = Decimal("Infinity")
POSITION = {"deficit": ("position", -1), "surplus": ("position", 1), "control_total": ("position", None)}
VARIANCE = {"shortfall": ("variance", -1), "overspend": ("variance", -1), "underspend": ("variance", 1)}
SIGNED = POSITION | VARIANCE
SINGLE = {"deficit", "surplus", "control_total", "shortfall", "gap", "saving", "contribution"}
FAMILY = {"cost": "spending", "budget": "spending", "loan": "borrowing", "debt": "borrowing"}
CERTAINTY = {"forecast": 2, "actual": 3}
YEAR = datetime.timedelta(days=366)


@dataclass(frozen=True)
class Side:
    """One claim, with what comparing it needs."""

    claim: Claim
    offset: int
    byline: Claim
    rows: frozenset[str]

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

    @property
    def published(self) -> datetime.date | None:
        day = self.byline.get("published_at")
        return datetime.date.fromisoformat(day) if day else None

    @property
    def dates(self) -> tuple[datetime.date, datetime.date] | None:
        told = period(self.claim.get("period", "2018-19"))
        return (told.start, told.end) if told and told.start and told.end else None

    @property
    def who(self) -> str | None:
        name = self.get("organisation", "ods:AAA")
        return " ".join(name.lower().split()) if name else None

    @property
    def kind(self) -> str | None:
        return SIGNED[self.measure][0] if self.measure in SIGNED else {"cost": "spending", "budget": "spending"}.get(self.measure or "", self.measure)

    @property
    def family(self) -> str | None:
        return "position" if self.measure in SIGNED else FAMILY.get(self.measure or "", self.measure)

    @property
    def certainty(self) -> int | None:
        return CERTAINTY.get(self.basis, 1) if self.basis else None

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        low, high = (number(end) for end in self.claim.get("interval", (self.claim.get("amount"),) * 2))
        return (low if low is not None else min(Decimal(0), high), high if high is not None else INFINITY)

    @property
    def closed(self) -> bool:
        return None not in self.claim.get("interval", ())

    @property
    def is_item(self) -> bool:
        return len(self.rows) > 1

    @property
    def order(self) -> tuple[bool, datetime.date, str, int]:
        return (self.published is None, self.published or datetime.date.min, self.document, self.offset)


def sides(claims: Sequence[Claim]) -> list[Side]:
    first: dict[str, Claim] = {}
    offsets: dict[str, int] = {}
    found = []
    for claim in claims:
        name = claim.get("document", "a.txt")
        first.setdefault(name, claim)
        offsets[name] = offsets.get(name, -1) + 1
        found.append(Side(claim, offsets[name], first[name], frozenset(_rows(claim, claims))))
    return sorted(found, key=lambda side: side.order)


def _rows(claim: Claim, claims: Sequence[Claim]) -> Iterator[str]:
    def group(one: Claim) -> tuple[object, ...]:
        side = Side(one, 0, {}, frozenset())
        table = one["cell"].rsplit(" ", 1)[0] if one.get("cell") else None
        counted = "position" if side.kind == "position" else side.measure
        return side.document, table, side.who, counted, side.basis, side.dates, side.get("per")

    return (other["row"].lower() for other in claims if other.get("row") and group(other) == group(claim))


def verdicts(claims: Sequence[Claim]) -> dict[tuple[str, str], str]:
    """The verdict of every pair that has one."""
    pairs = itertools.combinations(sides(claims), 2)
    return {(left.claim["name"], right.claim["name"]): verdict for left, right in pairs if comparable(left, right) and (verdict := judge(left, right))}


def comparable(left: Side, right: Side) -> bool:
    if left.who is None or left.who != right.who or left.get("currency", "GBP") != right.get("currency", "GBP"):
        return False
    if left.family in (None, "other") or left.family != right.family:
        return False
    if left.dates and right.dates and left.dates != right.dates:
        return False
    if left.get("per") != right.get("per") and {left.get("per"), right.get("per")} != {None, "each"}:
        return False
    counterparties = {left.get("counterparty"), right.get("counterparty")} - {None}
    return len(counterparties) < 2 and (same_row(left, right) or not (left.get("row") and right.get("row") and (left.is_item or right.is_item)))


def same_row(left: Side, right: Side) -> bool:
    if not left.get("row") or (left.get("row") or "").lower() != (right.get("row") or "").lower():
        return False
    return same_table(left, right) or "total" not in (left.get("row") or "").lower()


def same_table(left: Side, right: Side) -> bool:
    return left.document == right.document and (left.get("cell") or "").rsplit(" ", 1)[0] == (right.get("cell") or "").rsplit(" ", 1)[0]


def judge(left: Side, right: Side) -> str | None:
    signs = {SIGNED[side.measure][1] for side in (left, right) if side.measure in SIGNED} - {None}
    opposed = len(signs) == 2
    low, high = right.interval
    low, high = (-high, -low) if opposed else (low, high)
    meet = left.interval[0] <= high and low <= left.interval[1]
    touch = left.interval[0] == high or low == left.interval[1]
    same_kind, same_per = left.kind == right.kind, left.get("per") == right.get("per")
    whole = not left.is_item and not right.is_item
    one_thing = (same_row(left, right) or (left.measure in SINGLE and right.measure in SINGLE and whole and not (same_per and share(left, right)))) and timely(
        left, right
    )
    if not opposed and same_number(left, right) and (same_kind or (left.document == right.document and left.family == "position")):
        return "agrees"
    if not same_kind:
        told = "shortfall" in (left.measure, right.measure) or not (left.get("cell") or right.get("cell"))
        return "different_measure" if whole and same_per and left.family == "position" and told else None
    if not same_per:
        return "different_measure" if whole and one_thing else None
    if one_thing and (not meet or touch) and superseded(left, right, meet):
        return "revised"
    if meet:
        return "consistent" if one_thing or (left.closed and right.closed) else None
    accusing = left.basis == right.basis and left.basis not in (None, "hypothetical")
    return "conflicts" if one_thing and accusing and not both_cells(left, right) else None


def share(left: Side, right: Side) -> bool:
    small, large = sorted(number(side.get("amount") or "0") or 0 for side in (left, right))
    return left.family == "contribution" and 0 < small < large and left.get("bound") != "range" != right.get("bound") and large % small == 0


def same_number(left: Side, right: Side) -> bool:
    if left.get("bound") == right.get("bound") == "range":
        return left.claim["interval"] == right.claim["interval"]
    return left.get("amount") is not None and right.get("amount") is not None and number(left.get("amount")) == number(right.get("amount"))


def both_cells(left: Side, right: Side) -> bool:
    return left.document == right.document and bool(left.get("cell") and right.get("cell"))


def timely(left: Side, right: Side) -> bool:
    """Whether two claims of which one names no period may be about one time, by the days of their publication."""
    if left.dates and right.dates:
        return True
    if not left.dates and not right.dates:
        return not (left.published and right.published) or abs(left.published - right.published) <= YEAR
    dated, undated = (left, right) if left.dates else (right, left)
    assert dated.dates
    start, end = dated.dates
    return (end - start).days > 360 and (undated.published is None or start <= undated.published <= end + YEAR)


def superseded(left: Side, right: Side, meet: bool) -> bool:
    if left.certainty and right.certainty and left.certainty != right.certainty:
        return True
    if meet or not (left.certainty and right.certainty):
        return False
    later = left.published is not None and right.published is not None and left.published < right.published
    ends = [side.dates[1] for side in (left, right) if side.dates]
    interim = left.published is not None and any(left.published <= end for end in ends)
    told_together = left.document == right.document and left.basis == right.basis and left.certainty < 3 and not both_cells(left, right)
    supposed = left.basis != right.basis and "hypothetical" in (left.basis, right.basis)
    return (later and not supposed and (left.certainty < 3 or interim)) or told_together
