"""Sums of money in running text: found by their currency, joined into ranges, hedged and rated by the words around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Bound, Money
from pipeline.money.intervals import PLAIN, Hedge, hedge_of, interval
from pipeline.money.numbers import plain
from pipeline.money.ranges import joined
from pipeline.money.rates import rate_of
from pipeline.money.sums import Sum, find_sums

# "£2m ($2.6m; 2.2m euros)", "€250,000 a year, or about £220,000": one sum, said again in another currency
_CONVERSION = re.compile(r"(?:\s\w+){0,3}(?:\s?\\?\(|,?\sor)\s?(?:[a-z]+\s){0,3}|;\s")


@dataclass(frozen=True, slots=True)
class _Reading:
    found: Sum
    hedge: Hedge
    rate: str | None


def find_money(text: str) -> list[Money]:
    """Every sum of money in a text, in order, none overlapping another; a range is one sum.

    >>> [(m.surface, str(m.amount), m.bound.value) for m in find_money("a deficit of about £97.6m")]
    [('£97.6m', '97600000', 'approximately')]
    >>> [(m.surface, str(m.low), str(m.high)) for m in find_money("between £3m and £4m")]
    [('£3m and £4m', '3000000', '4000000')]
    """
    return [_money(text, reading) for reading in _readings(text)]


def _readings(text: str) -> Iterator[_Reading]:
    last = None
    for found in joined(text, list(find_sums(text))):
        hedge, rate = hedge_of(text, found.start, found.end), rate_of(text, found.start, found.end)
        if last and _converts(text, last.found, found):
            hedge, rate = last.hedge if hedge is PLAIN else hedge, rate or last.rate
        last = _Reading(found, hedge, rate)
        yield last


def _converts(text: str, first: Sum, second: Sum) -> bool:
    near = second.start - first.end <= 40 and first.currency != second.currency
    return near and _CONVERSION.fullmatch(text, first.end, second.start) is not None


def _money(text: str, reading: _Reading) -> Money:
    found, hedge = reading.found, reading.hedge
    surface = text[found.start : found.end]
    if found.upper:
        ends = plain(found.quantity.value), plain(found.upper.value)
        return Money(found.start, found.end, surface, None, *ends, found.currency, Bound.RANGE, reading.rate)
    amount, low, high = plain(found.quantity.value), *interval(found.quantity, hedge)
    return Money(found.start, found.end, surface, amount, low, high, found.currency, hedge.bound, reading.rate)
