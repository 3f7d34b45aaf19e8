"""Who tells of a time, and when: what words such as "last year" are measured from.

Without a day of publication they keep their words and have no ends, save that a text which reports "as at 31 July 2025" settles its bare months.
Words look ahead after "will", "due", "by" and their like; so does a line without a capital letter, which is typed to an assistant, and a text that
is nothing but a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.kinds import kinds
from pipeline.periods.tokens import Node, segments

_AS_AT = re.compile(
    r"[Aa]s\s(?:at|of)\s(?:the\s)?(?:end\sof\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s(?P<year>(?:19|20)\d\d)\b"
)
_TO_COME = re.compile(
    r"(?i:\b(?:will|shall|due|going\sto|set\sto|expects?|expected|plans?|hopes?|remind|scheduled?|appointment|deadline|let['’]s|see\syou|book|upcoming)\b|\w['’]ll\b|\b(?:by|before|next)\s(?:the\send\sof\s)?\Z"
    r"|\b(?:(?:am|is|are)\s(?:out|off|away|back)|meets|(?<!\d\s)(?:starts|opens|closes|begins|runs)(?=\s(?:(?:on|in|at|from|early|late|again|next|the)\b|\Z)))\s[^,]{0,40}\Z)"
)
_GONE = re.compile(r"(?i:\b(?:since|last)\s\Z)")
_WILL = re.compile(r"[^.;!?\n]{0,40}(?:\bwill|[’']ll)\b")
_TYPED = 80
_LEAD = re.compile(r"(?i:\s{0,3}(?:(?:since|during|at|over|for|throughout|starting|around|about|beginning|ending)\s)?)")
_UNTIL = re.compile(r"(?i:\b(?:until|till?)\s\Z)")
_CLAUSE = re.compile(r"[.;!?\n]")


@dataclass(frozen=True)
class Telling:
    """A text, its day of publication, where it is known, and whether bare years run from April as in a UK public body."""

    text: str
    published: date | None
    fiscal: bool

    @cached_property
    def is_typed(self) -> bool:
        """A line without a capital letter, as one types it to an assistant."""
        return len(self.text) <= _TYPED and self.text.islower()

    @cached_property
    def is_bare(self) -> bool:
        """Whether a time is all that the text says, save for a word such as "until" before it."""
        run = next(segments(self.text), None) if len(self.text) <= _TYPED else None
        return run is not None and _LEAD.fullmatch(self.text, 0, run[0].start) is not None and not self.text[run[-1].end :].strip(" .?!")

    @cached_property
    def day(self) -> date | None:
        """The day of publication, else the latest month's end "as at" which the text itself gives a position: close enough for a bare "June"."""
        found = (calendar.month_end(int(match["year"]), calendar.month_number(match["month"])) for match in _AS_AT.finditer(self.text))
        return self.published or max(found, default=None)


@dataclass(frozen=True, slots=True)
class Said:
    """The words that a rule fits, and the telling that they are part of."""

    nodes: tuple[Node, ...]
    telling: Telling

    @property
    def start(self) -> int:
        return self.nodes[0].start

    @property
    def end(self) -> int:
        return self.nodes[-1].end

    @property
    def text(self) -> str:
        return self.telling.text[self.start : self.end]

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def before(self) -> str:
        """What stands before, back to 60 characters."""
        return self.telling.text[max(0, self.start - 60) : self.start]

    @property
    def after(self) -> str:
        return self.telling.text[self.end : self.end + 40]

    def all(self, name: str) -> list[Node]:
        """The words of a kind, or of a group of kinds."""
        wanted = kinds(name)
        return [node for node in self.nodes if node.kind in wanted]

    def get(self, name: str) -> Node | None:
        wanted = kinds(name)
        for node in self.nodes:
            if node.kind in wanted:
                return node
        return None

    def has(self, name: str) -> bool:
        return self.get(name) is not None

    def value(self, name: str) -> int:
        """The number of the first word of a kind. Raises ValueError where there is none."""
        found = self.get(name)
        if found is None:
            raise ValueError(f"no {name} in {self.text!r}")
        return found.value

    def printed(self, node: Node) -> str:
        return self.telling.text[node.start : node.end]

    @property
    def is_to_come(self) -> bool:
        """Whether the words before, or a "will" after, speak of what is still ahead; what is typed to an assistant does, and a time without any words."""
        if self.telling.is_typed or self.telling.is_bare:
            return not self.is_gone
        return self.is_said_to_come

    @property
    def is_gone(self) -> bool:
        """Whether the word before says that it is past."""
        return _GONE.search(self.before[-7:]) is not None

    @property
    def is_until(self) -> bool:
        """Whether the time is an end still to be reached, as a weekday after "until" is."""
        return _UNTIL.search(self.before[-7:]) is not None

    @property
    def is_said_to_come(self) -> bool:
        """Whether a word says so."""
        clause = _CLAUSE.split(self.before)[-1]
        if _GONE.search(clause[-7:]):
            return False
        return _TO_COME.search(clause) is not None or ("ll" in self.after and _WILL.match(self.telling.text, self.end) is not None)


Settled = Period | tuple[Period, ...] | None
Settler = Callable[[Said, date], Settled]


def settled_by(settle: Settler) -> Callable[[Said], Settled]:
    """A reader that needs the day of publication; without it the printed words are the label, and the ends stay open."""

    def read(said: Said) -> Settled:
        return settle(said, said.telling.published) if said.telling.published else unsettled(said)

    return read


def dated_by(settle: Settler) -> Callable[[Said], Settled]:
    """Like `settled_by`, but content with the day as at which the text reports."""

    def read(said: Said) -> Settled:
        return settle(said, said.telling.day) if said.telling.day else unsettled(said)

    return read


def unsettled(said: Said) -> Period:
    """Time told from another time in the story ("the previous year"): no date settles it."""
    return Period(said.words)


_PARTIAL = kinds("QX") + kinds("HX")


def inner(said: Said) -> Period:
    """The time that another is made of: of "2019 Q3" the year. Raises ValueError where there is none."""
    made = [(node.kind in _PARTIAL, node.period) for node in said.nodes if node.period]
    whole = [period for is_partial, period in made if not is_partial] or [period for _, period in made]
    if not whole:
        raise ValueError(f"{said.text!r} is made of no other time")
    return whole[-1]


def made_of(read: Callable[[Said, date, date], Period | None]) -> Callable[[Said], Period | None]:
    """A reader of the first and last day of the time within; where that leaves one open, so does what is made of it."""

    def reader(said: Said) -> Period | None:
        period = inner(said)
        return read(said, period.start, period.end) if period.start and period.end else Period(said.words)

    return reader
