"""The bodies that a group takes up: "both trusts" are the two that were named last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model import Organisation, OrganisationMention

_BREAK = re.compile(r"[.!?;][”\"’')]{0,2}\s|\n")
_REACH = 700  # characters back
_SENTENCES = 4
_MOST = 6  # bodies that a plural takes up where no number says how many


def taken_up(text: str, at: int, fitting: Sequence[OrganisationMention], count: int | None) -> tuple[Organisation, ...]:
    """The bodies that a plural at a place takes up, sentence by sentence back, as soon as they are as many as the count says; never some of more.

    `fitting` are the mentions before it of bodies that it may mean, in their order. Without a count it takes up those of the nearest sentence with two or more.
    """
    for mentions in _by_sentence(text, at, fitting):
        bodies = tuple(dict.fromkeys(body for mention in mentions for body in mention.members or (mention.organisation,)))
        if len(bodies) == count or (count is None and 2 <= len(bodies) <= _MOST):
            return bodies
        # two hospitals of one trust are two to the reader
        if max(len(bodies), len({mention.surface for mention in mentions})) >= (count or _MOST):
            break
    return ()


def _by_sentence(text: str, at: int, fitting: Sequence[OrganisationMention]) -> Iterator[list[OrganisationMention]]:
    """The mentions of the sentence so far, then with those of the one before it, and so on."""
    low = max(0, at - _REACH)
    ends = [match.end() for match in _BREAK.finditer(text, low, at)]
    first = len(fitting)
    for edge in [*ends[::-1], low][:_SENTENCES]:
        while first and fitting[first - 1].start >= edge:
            first -= 1
        yield list(fitting[first:])
