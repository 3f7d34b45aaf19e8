"""What stands between a headline and the first paragraph: standfirst and byline; and the parts that only their wording gives away."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from pipeline.model import Byline, PassageKind
from sources.blocks import Block
from sources.phrases import CREDIT, SPOKEN_DAY, day

OPENING = re.compile(r"(?:^|\b(?:Words|Written|Reported) |\d )[Bb]y:? (?=[A-Z])")
CORRECTION = re.compile(r"(?:Correction|Corrections and clarifications|Clarification)\s*[,:(–-]", re.IGNORECASE)
FRONT_AT_MOST, BYLINE_AT_MOST, STANDFIRST_AT_MOST, CAPTION_AT_MOST = 6, 160, 300, 300


@dataclass(frozen=True, slots=True)
class Front:
    """Marks the parts of an article; `description` is what the page's head calls its summary."""

    description: str | None = None

    def marked(self, blocks: list[Block]) -> list[Block]:
        """The blocks with their parts; a run of lines that holds a byline is cut at its line breaks."""
        split = [part for index, block in enumerate(blocks) for part in (_lines(block) if index <= FRONT_AT_MOST else [block])]
        marked = [self._marked(index, block) for index, block in enumerate(split)]
        return _with_standfirst(marked)

    def _marked(self, index: int, block: Block) -> Block:
        if block.role not in (None, PassageKind.HEADING):
            return block
        if index <= FRONT_AT_MOST and is_byline(block.text):
            return replace(block, role=PassageKind.BYLINE)
        if index <= FRONT_AT_MOST and self.description and block.text == self.description:
            return replace(block, role=PassageKind.STANDFIRST)
        return replace(block, role=_wording(block))


def _wording(block: Block) -> PassageKind | None:
    if block.role is None and len(block.text) <= CAPTION_AT_MOST and CREDIT.search(block.text):
        return PassageKind.CAPTION
    return PassageKind.CORRECTION if CORRECTION.match(block.text) and len(block.text) > 40 else block.role


def _lines(block: Block) -> list[Block]:
    """A block cut at its line breaks, where one of its lines is a byline (pages laid out with `<br>`)."""
    lines = block.text.split("\n")
    return [replace(block, text=line, linked=0) for line in lines] if len(lines) > 1 and any(map(is_byline, lines)) else [block]


def _with_standfirst(blocks: list[Block]) -> list[Block]:
    """The one short block between a headline and a byline is the standfirst."""
    is_front = len(blocks) > 2 and blocks[0].role is PassageKind.HEADLINE and blocks[2].role is PassageKind.BYLINE
    if is_front and blocks[1].role in (None, PassageKind.HEADING) and len(blocks[1].text) <= STANDFIRST_AT_MOST:
        return [blocks[0], replace(blocks[1], role=PassageKind.STANDFIRST), *blocks[2:]]
    return blocks


def is_byline(text: str) -> Byline | None:
    """Author and time, where a short line is nothing but a byline.

    >>> byline = is_byline("By Ann Smith, Health Correspondent, 8 Oct 2019 at 14:00")
    >>> byline.author, byline.published_at
    ('Ann Smith, Health Correspondent', '2019-10-08T14:00')
    >>> is_byline("By Christmas it had spent £5m.")
    """
    if len(text) > BYLINE_AT_MOST or text.endswith((".", "?", "!")):
        return None
    opening, dated = OPENING.search(text), SPOKEN_DAY.search(text)
    if not opening and not (dated and len(text) - len(dated[0]) <= 30):
        return None
    author = text[opening.end() : dated.start() if dated and dated.start() > opening.end() else None].strip(" ,|·•-–\u00a0\n") if opening else ""
    return Byline(author=author or None, published_at=_time(dated) if dated else None)


def _time(dated: re.Match[str]) -> str | None:
    date, clock = day(dated["date"]), re.fullmatch(r"(\d{1,2})[:.](\d{2})(?: ?([AaPp]).*)?", dated["clock"] or "")
    if not date or not clock:
        return date
    hour = int(clock[1]) % 12 + 12 * (clock[3] in "Pp") if clock[3] else int(clock[1])
    valid = hour < 24 and int(clock[2]) < 60
    return datetime.datetime.fromisoformat(date).replace(hour=hour, minute=int(clock[2])).isoformat(timespec="minutes") if valid else date
