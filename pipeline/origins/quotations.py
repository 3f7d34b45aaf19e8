"""The same words in quotation marks around the same number: one speech, wherever it is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.model import OriginClue
from pipeline.origins.telling import Telling
from pipeline.registry import fold

QUOTED = re.compile(
    r"“[^“”\n]{10,1500}”|\"[^\"\n]{10,1500}\"|(?<!\w)[‘'](?=\S)(?:[^‘’'\n]|(?<=\w)[’'](?=\w)){10,1500}[’'](?!\w)",
)
# words on each side of the number, and the fewest that are one speaker's and nobody else's
SIDE = 6
FEWEST = 6


def quotations(telling: Telling) -> Iterator[OriginClue]:
    spans = [(found.start(), found.end()) for found in QUOTED.finditer(telling.text, telling.story.start, telling.story.end)] if telling.figures else []
    for figure in telling.figures:
        place = bisect_right(spans, (figure.money.start, figure.money.end)) - 1
        if place >= 0 and spans[place][0] < figure.money.start and figure.money.end < spans[place][1]:
            start, end = spans[place]
            before, after = fold(telling.text[start : figure.money.start]).split(), fold(telling.text[figure.money.end : end]).split()
            near = before[-SIDE:] + after[:SIDE]
            if len(near) >= FEWEST:
                yield OriginClue(telling.number, "quotation", f"quotation:{' '.join(near)}", start, end, figure.id)
