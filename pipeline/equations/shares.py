"""Shares of a whole: "a third of its £90m budget, £30m"; "£10m, or 5% of the fund of £200m"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.equations.factors import QUALIFIED, SHARE, share_of
from pipeline.equations.forms import product_of
from pipeline.equations.telling import Telling, worded
from pipeline.model import Equation

_OF_THE = r"of (?:[\w’'-]+ ){1,6}?"
_CLOSES = r"(?= ?[,.;)–—]|$| (?:will|would|is|was|has|had|goes|went|are|were|may|could)\b)"
STATED = [
    worded(words)
    for words in (
        rf"{SHARE} {_OF_THE}{{w}}(?: [\w’'-]+){{0,5}}(?:,| –| —| -),? (?:or |that is |which is |i\.e\. |amounting to |equivalent to )?{{p}}{_CLOSES}",
        rf"{SHARE} {_OF_THE}{{w}}(?: [\w’'-]+){{0,5}},? (?:or|which is|equivalent to|comes to|is|was|amounts to) {{p}}{_CLOSES}",
        rf"{SHARE} {_OF_THE}{{w}}(?: [\w’'-]+){{0,5}} \({{p}}(?: [\w’'-]+){{0,3}}\)",
        rf"{{w}}~,? {SHARE} of (?:it|this|that|which|them)(?:,| –| \(| was| is|, or) ?{{p}}{_CLOSES}",
        rf"{{p}}(?: [\w’'-]+){{0,4}}(?:,| –| —| -| \(|, or| or|, which is|, equivalent to|, just|, representing) ?{SHARE} {_OF_THE}{{w}}",
        rf"{{p}}~(?: was| is| were| are| cover(?:s|ed)| m(?:et|eets)| represents?| amounts to| accounts for| equals| makes up|, about) {SHARE} {_OF_THE}{{w}}",
        rf"{{p}}(?: [\w’'-]+){{0,4}}(?:,| –| was| is| or) {QUALIFIED}(?P<share>half) (?:the|its|their|his|her) (?:[\w’'-]+ ){{0,3}}?{{w}}",
    )
]


def share(told: Telling) -> Iterator[Equation]:
    for pattern in STATED:
        for match in pattern.finditer(told.text):
            yield product_of(share_of(match), told.figure(match, "w"), told.figure(match, "p"), "share")
