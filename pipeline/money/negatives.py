"""Sums below zero: a minus in front, or the brackets of accounts. A bracket in prose ("£2m ($2.6m)") only says a sum again."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.money.numbers import scale_of
from pipeline.money.sums import Sum

_MINUS = "-−–"
_TRUE_MINUS = "−"
_WORDS_BEFORE_MINUS = (
    "of|was|is|are|were|be|been|at|to|by|from|and|or|between|than|around|about|over|under|nearly|almost|now|only|just|shows?|showed|stood|stands|"
    "variances?|movements?|change|balance|position|result|totals?|surplus|deficit|loss|profit|net|ebitda|outturn|forecast|actual|plan|budget|margin|"
    "forward|flows?|income|expenditure"
)
_BEFORE_MINUS = re.compile(rf"(?i:(?:\A|[\n\t|(:=]|\s{{2}})\s*\Z|(?:\b(?:{_WORDS_BEFORE_MINUS})|\))\s+\Z)")
_SCALE_AFTER = re.compile(r"\)\s?(?:million|billion|thousand|m|bn|k)\b")
# what stands before an accountant's bracket: the edge of a cell, or a word that a sum follows
_CELL_BEFORE = re.compile(r"(?:\A|\n|\t|\||\s{2}|:\s|\b(?:of|was|is|at|to)\s)\s*\Z")
# a line of accounts: a short label, and the sum
_ENTRY = re.compile(r"(?:\A|\n|\|\s?)[^\W\d][^\d\n.,;:!?|]{2,40}\s\Z")
_END = re.compile(r"\)[^\S\n]*(?:\n|\||\Z)")
_CELL_AFTER = re.compile(r"\)\s*(?:\Z|\n|\t|\||\s{2}|[.,;]|\(|[£$€]|\s[a-z])")


def signed(text: str, found: Sum, last: int) -> Sum:
    """The sum, below zero and with its minus or brackets in the span where it has them."""
    before = text[found.start - 1 : found.start]
    if before and before in _MINUS and _is_minus(text, found, last):
        return replace(found, start=found.start - 1, quantity=found.quantity.negated())
    if before == "(" and text[found.end : found.end + 1] == ")":
        return _bracketed(text, found, last)
    return found


def _bracketed(text: str, found: Sum, last: int) -> Sum:
    scale = _SCALE_AFTER.match(text, found.end)
    if scale and found.quantity.scale is None:  # ($5.2) million
        return replace(found, start=found.start - 1, end=scale.end(), quantity=found.quantity.scaled_by(scale_of(scale[0])).negated())
    says_again = last and not text[last : found.start - 1].strip()  # ten thousand dollars ($10,000)
    if not says_again and _is_cell(text, found):
        return replace(found, start=found.start - 1, end=found.end + 1, quantity=found.quantity.negated())
    return found


def _is_minus(text: str, found: Sum, last: int) -> bool:
    """Not the hyphen of a range, of "pre-£5m", of a label ("Postage -£4.50"), or one of a pair of dashes."""
    if text[found.start - 1] != _TRUE_MINUS and not _BEFORE_MINUS.search(text, max(0, found.start - 24), found.start - 1):
        return False
    behind_a_sum = last and not text[last : found.start - 1].strip()
    paired = text[found.end : found.end + 1] in ("–", "—")
    return not (behind_a_sum or paired or found.quantity.value < 0)


def _is_cell(text: str, found: Sum) -> bool:
    return _is_entry(text, found) or bool(_CELL_BEFORE.search(text, max(0, found.start - 12), found.start - 1) and _CELL_AFTER.match(text, found.end))


def _is_entry(text: str, found: Sum) -> bool:
    return bool(_END.match(text, found.end) and _ENTRY.search(text, max(0, found.start - 44), found.start - 1))
