"""Sums of money as they are printed: the number grammar, currencies, ranges, hedges and the intervals that they allow."""

from pipeline.money.finding import find_money

__all__ = ["find_money"]
