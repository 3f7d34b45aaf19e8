"""Whether an answer is the one that the gold wants: bodies by id or by their telling words, times by label or by dates, sums by number and currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
MEASURED = Decimal("1e-6")  # how far two numbers may lie apart, as a share of the larger: gold may hold binary fractions
# words that many bodies have in their names: they tell none from another
SHARED = frozenset(
    "a an and at board body borough british by city company council county department district for force foundation government group hospital hospitals "
    "in inc its limited ltd ministry nhs of on plc police service services the their to trust uk university".split()
)


def right(field: str, wanted: Any, got: Any) -> bool:
    """Whether `got` is right for a field where the gold says `wanted`, a value or a list of acceptable ones; null is right where nothing is wanted.

    >>> right("basis", ["plan", "forecast"], "forecast"), right("measure", None, "cost")
    (True, False)
    """
    if isinstance(wanted, list):
        return any(right(field, one, got) for one in wanted)
    if field in ("organisation", "counterparty"):
        return _same_body(wanted, got)
    if field == "period":
        return _same_time(wanted, got)
    return bool((wanted or None) == (got or None))


def right_amount(wanted: Row, got: Row) -> bool:
    """Whether a found figure has the gold's currency and number; of a range the two ends count, of a table's cell the magnitude alone.

    >>> right_amount({"amount": 5, "currency": "GBP"}, {"amount": 5, "currency": "EUR"})
    False
    """
    if not any(not currency or currency == got["currency"] for currency in _answers(wanted.get("currency"))):
        return False
    if wanted.get("amount") is None:
        return all(_same_number(wanted[end], got[end]) for end in ("low", "high") if end in wanted)
    in_a_cell = bool(wanted.get("row_label"))  # there the measure says which way the number goes
    return any(_same_number(one, got["amount"], in_a_cell) for one in _answers(wanted["amount"]))


def _answers(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]


def _same_number(wanted: Any, got: Any, unsigned: bool = False) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    difference = abs(abs(wanted) - abs(got)) if unsigned else abs(wanted - got)
    return bool(difference <= MEASURED * max(abs(wanted), abs(got)))


def _same_body(wanted: Any, got: Any) -> bool:
    """By id where the gold has one; else half of the telling words of the shorter name must be in the other."""
    if _part(wanted, "id"):
        return bool(_part(wanted, "id") == _part(got, "id"))
    mine, other = _telling(wanted), _telling(got)
    if not mine:
        return not other and not _part(got, "id")
    return bool(other) and 2 * len(mine & other) >= min(len(mine), len(other))


def _telling(body: Any) -> set[str]:
    name = re.sub(r"['’]s\b|['’]", "", _words_of(body, "name"))
    words = set(re.findall(r"[a-z0-9]+", name))
    return words - SHARED or words


def _same_time(wanted: Any, got: Any) -> bool:
    days = _days(wanted)
    if not _label(wanted) and not days:
        return not _label(got)
    return bool(got) and (_label(wanted) == _label(got) or (days is not None and days == _days(got)))


def _label(period: Any) -> str:
    """A label without the words that say nothing, years in one form: `financial year 2018/2019` is `2018-19`."""
    said = re.sub(r"\b(?:financial|fy|year)\b", "", _words_of(period, "label"))
    return re.sub(r"(\d{4})\s*[-–/]\s*(?:20)?(\d\d)\b", r"\1-\2", said).strip()


def _days(period: Any) -> tuple[Any, Any] | None:
    return (_part(period, "start"), _part(period, "end")) if _part(period, "end") else None


def _words_of(value: Any, key: str) -> str:
    """What a value is called: gold may give the bare words in place of an object."""
    return str((_part(value, key) if isinstance(value, dict) else value) or "").lower()


def _part(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
