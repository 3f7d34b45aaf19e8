"""The sum of a given row: its number as given, and the interval that its print and its bound allow where the row does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from flows.given.claims import label
from flows.given.rows import Given
from flows.lines import check, is_number
from pipeline.errors import ModelError
from pipeline.model import Bound, Money
from pipeline.money import numbers
from pipeline.money.finding import sums
from pipeline.money.intervals import AROUND, CEILING, FLOOR, PLAIN, hedge_of, interval
from pipeline.money.numbers import DIGITS, SCALE, Quantity

HEDGES = {Bound.EXACT: PLAIN, Bound.APPROXIMATELY: AROUND, Bound.AT_LEAST: FLOOR, Bound.AT_MOST: CEILING}
BARE = re.compile(rf"(?P<digits>{DIGITS})(?P<scale>{SCALE})?")  # of a table's cell, which leaves its unit to its header
HALF = Decimal("0.5")
CURRENCY = re.compile(r"[A-Z]{3}")

Ends = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Print:
    """What a surface says by itself; a range has an `upper` quantity too."""

    quantity: Quantity | None = None
    upper: Quantity | None = None
    currency: str | None = None


def money(given: Given, text: str, start: int, end: int) -> Money:
    """The sum that stands at `text[start:end]`. Raises CrossfootError with file and line where row and print together give none."""
    printed, said = _printed(text[start:end]), hedge_of(text, start, end)
    bound = label(given, "bound", Bound) or (Bound.RANGE if printed.upper else said.bound)
    amount = None if bound is Bound.RANGE else _amount(given, printed)
    allowed = _range(printed) if amount is None else interval(_quantity(given, printed, amount), said if said.bound is bound else HEDGES[bound])
    low, high = _given_ends(given, allowed)
    check(amount is not None or None not in (low, high), "a range without its ends", given.where, "write low and high")
    try:
        return Money(start, end, text[start:end], amount, low, high, _currency(given, printed), bound, given.words("per"))
    except ModelError as error:
        raise given.refuse("low is more than high", "write the least that the wording allows as low") from error


def _printed(surface: str) -> Print:
    found = sums(surface)
    if len(found) == 1:
        return Print(found[0].quantity, found[0].upper, found[0].currency)
    if len(found) == 2:  # what makes "£3m and £4m" a range stands outside
        return Print(found[0].quantity, found[1].quantity, found[0].currency)
    bare = BARE.search(surface)
    return Print(numbers.read(bare["digits"], bare["scale"] or "")) if bare else Print()


def _amount(given: Given, printed: Print) -> Decimal:
    amount = _number(given, "amount")
    if amount is not None:
        return amount
    if printed.quantity is None or printed.currency is None:
        raise given.refuse("no amount, and none that can be read from its surface", "write it in units of the currency: 97600000")
    return numbers.plain(printed.quantity.value)


def _quantity(given: Given, printed: Print, amount: Decimal) -> Quantity:
    """The amount with the precision of its print; a header may scale both."""
    if printed.quantity is None:
        return Quantity(amount, amount, Decimal(0))
    half_unit = _half_of_last_digit(printed.quantity) if given.row.get("cell") or given.row.get("row_label") else printed.quantity.half_unit
    scale = abs(amount / printed.quantity.value) if printed.quantity.value else Decimal(1)
    is_scale = scale.normalize().as_tuple().digits == (1,)
    return Quantity(amount, amount, half_unit * (scale if is_scale else 1))


def _half_of_last_digit(quantity: Quantity) -> Decimal:
    """In a table the zeros of £000 are digits like all others."""
    return HALF.scaleb(int(quantity.digits.as_tuple().exponent)) * (quantity.scale or 1)


def _range(printed: Print) -> Ends:
    if printed.quantity is None or printed.upper is None:
        return None, None
    return numbers.plain(printed.quantity.value), numbers.plain(printed.upper.value)


def _given_ends(given: Given, allowed: Ends) -> Ends:
    """The ends that the row has, null being open; a row that has none leaves both to the print."""
    ends = _number(given, "low"), _number(given, "high")
    if ends == (None, None):
        return allowed
    return ends[0] if "low" in given.row else allowed[0], ends[1] if "high" in given.row else allowed[1]


def _number(given: Given, field: str) -> Decimal | None:
    value = given.first(field)
    check(value is None or is_number(value), f"{field} is no number", given.where, "write it in units of the currency, without a sign: 97600000")
    return None if value is None else numbers.plain(Decimal(value))


def _currency(given: Given, printed: Print) -> str:
    currency = given.words("currency") or printed.currency
    if currency is None:
        raise given.refuse("no currency", "write its ISO 4217 code: GBP")
    check(CURRENCY.fullmatch(currency) is not None, f"currency is {currency[:20]}", given.where, "write its ISO 4217 code: GBP")
    return currency
