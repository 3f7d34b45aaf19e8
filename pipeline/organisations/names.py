"""Proposes names of organisations that the register may lack: possible names, weighed by the evidence of the whole document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.organisations.evidence import gathered
from pipeline.organisations.possible import Span
from pipeline.organisations.weighing import probability
from pipeline.registry import Register

LIKELY = 0.4


@dataclass(frozen=True, slots=True)
class LikelyName:
    """A span of a text that is probably the name of a body; `probability` is between 0 and 1."""

    start: int
    end: int
    probability: float = 1.0


def find_names(text: str, sentences: Sequence[Span], register: Register) -> list[LikelyName]:
    """The likely names inside the given sentences, in the order of the text; none overlaps another.

    >>> from pipeline.registry import load
    >>> text = "The deficit of Eastmere Borough Council is £5m."
    >>> [text[name.start : name.end] for name in find_names(text, [(0, len(text))], load())]
    ['Eastmere Borough Council']
    """
    likely = [(probability(evidence), name.places) for name, evidence in gathered(text, sentences, register)]
    return _apart([LikelyName(start, end, chance) for chance, places in likely if chance >= LIKELY for start, end in places])


def _apart(names: Sequence[LikelyName]) -> list[LikelyName]:
    """The longest where some overlap."""
    chosen: list[LikelyName] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not chosen or name.start >= chosen[-1].end:
            chosen.append(name)
    return chosen
