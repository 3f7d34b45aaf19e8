"""Sums of money in running text: found by their currency, joined into ranges, hedged and rated by the words around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Bound, Money
from pipeline.money.anchors import Kind
from pipeline.money.compounds import compounded
from pipeline.money.damaged import at_damaged, at_scale
from pipeline.money.intervals import AROUND, PLAIN, Hedge, hedge_of, interval
from pipeline.money.letters import at_letters
from pipeline.money.names import at_minor, at_name, at_slang
from pipeline.money.numbers import plain
from pipeline.money.ranges import joined
from pipeline.money.rates import rate_of
from pipeline.money.signs import at_sign
from pipeline.money.sums import Reader, Sum, find_sums

# a new kind of sum is one more line here, and its anchors
READERS: dict[Kind, Reader] = {
    Kind.SIGN: at_sign,
    Kind.LETTERS: at_letters,
    Kind.NAME: at_name,
    Kind.MINOR: at_minor,
    Kind.SLANG: at_slang,
    Kind.DAMAGED: at_damaged,
    Kind.SCALE: at_scale,
}
# "£2m ($2.6m; 2.2m euros)", "€250,000 a year, or about £220,000": one sum, said again in another currency
_CONVERSION = re.compile(r"(?:\s\w+){0,3}(?:\s?\\?\(|,?\sor)\s?(?:[a-z]+\s){0,3}|;\s")
# "£20 a week rose to £30": what is paid for the same
_CHANGES = re.compile(
    r"[^.;!?\n£$€]{1,60}(?:\b(?:r[io]se[ns]?|rising|increas\w+|raised?|cut|fell|fall(?:s|en|ing)?|reduc\w+|went\sup|go(?:es|ing)?\sup|up|down)\b[^.;!?\n£$€]{0,40}\bto\s"
    r"|\s(?:up|down)\sfrom\s|\s(?:compared\s(?:with|to)|against|instead\sof|rather\sthan)\s)"
)


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
    >>> [(m.surface, m.currency, m.currency_source.value) for m in find_money("Turnover was #46 million, and the deficit 3.1m")]
    [('#46 million', 'GBP', 'damaged sign'), ('3.1m', 'GBP', 'no sign')]
    """
    return [_money(text, reading) for reading in _readings(text)]


def sums(text: str) -> list[Sum]:
    """The sums of a text with the precision of their print, before the words around them are heeded."""
    return joined(text, compounded(text, find_sums(text, READERS)))


def _readings(text: str) -> Iterator[_Reading]:
    last = None
    for found in sums(text):
        hedge, rate = hedge_of(text, found.start, found.end), rate_of(text, found.start, found.end)
        if found.couple and hedge is PLAIN:
            hedge = AROUND
        if last and _converts(text, last.found, found):
            hedge, rate = last.hedge if hedge is PLAIN else hedge, rate or last.rate
        elif last and last.rate and not rate and last.found.currency == found.currency and _CHANGES.fullmatch(text, last.found.end, found.start):
            rate = last.rate
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
        return Money(found.start, found.end, surface, None, *ends, found.currency, Bound.RANGE, reading.rate, found.source)
    amount, low, high = plain(found.quantity.value), *interval(found.quantity, hedge)
    return Money(found.start, found.end, surface, amount, low, high, found.currency, hedge.bound, reading.rate, found.source)
