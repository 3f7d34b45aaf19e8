"""Multiples: "doubled from £4m to £8m", "three times the £4m estimate"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.equations.factors import MULTIPLE, multiple_of
from pipeline.equations.forms import product_of
from pipeline.equations.telling import Telling, worded
from pipeline.model import Equation

STATED = [
    worded(words)
    for words in (
        rf"(?<!\ba )(?<!\bthe ){MULTIPLE}\b(?!,? (?:more|higher|bigger))(?:,? (?:rising|going|growing|falling|up|down))?…,? from {{a}}~ to {{b}}",
        rf"{MULTIPLE}\b(?!,? (?:more|higher|bigger))…,? to {{b}},?~ (?:from|compared with|against) {{a}}",
        rf"\bfrom {{a}}~ to {{b}},? (?:a |an )?{MULTIPLE}(?=[.,;)]|$)",
        rf"{{b}}~(?:,| –| —| -| was| is| were| or) {MULTIPLE} (?:the|its|their|last year’s|last year's|what was|as much as the) (?:[\w’'-]+ ){{0,3}}?{{a}}",
    )
]


def multiple(told: Telling) -> Iterator[Equation]:
    for pattern in STATED:
        for match in pattern.finditer(told.text):
            yield product_of(multiple_of(match), told.figure(match, "a"), told.figure(match, "b"), "multiple")
