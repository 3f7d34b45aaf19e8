"""Who tells of a time, and when: what words such as "last year" are measured from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.model import Period

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """The day of publication, where it is known, and whether bare years run from April as in a UK public body.

    `as_at` is the latest day "as at" which the text itself gives a position: close enough to settle the year of a bare "June".
    """

    published: date | None
    fiscal: bool
    as_at: date | None = None


Reader = Callable[[Match, Telling], Period | None]
Settler = Callable[[Match, date, bool], Period | None]

_TO_COME = re.compile(r"(?i:\b(?:will|shall|due|going\sto|set\sto|expects?|expected|plans?|hopes?)\b|\b(?:by|before|next)\s(?:the\send\sof\s)?\Z)")
_GONE = re.compile(r"(?i:\b(?:since|last)\s\Z)")
_WILL = re.compile(r"[^.;!?\n]{0,40}\bwill\b")


def settled_by(settle: Settler) -> Reader:
    """A reader that needs the day of publication (and `fiscal`); without it the printed words are the label, and the ends stay open."""

    def read(match: Match, telling: Telling) -> Period | None:
        return settle(match, telling.published, telling.fiscal) if telling.published else unsettled(match, telling)

    return read


def dated_by(settle: Settler) -> Reader:
    """Like `settled_by`, but content with the day as at which the text reports."""

    def read(match: Match, telling: Telling) -> Period | None:
        day = telling.published or telling.as_at
        return settle(match, day, telling.fiscal) if day else unsettled(match, telling)

    return read


def unsettled(match: Match, _: Telling) -> Period:
    """Time told from another time in the story ("the previous year"): no date settles it."""
    return Period(words_of(match))


def words_of(match: Match) -> str:
    return re.sub(r"\s+", " ", match[0])


def is_to_come(match: Match) -> bool:
    """Whether the words before, or a "will" after, speak of what is still ahead."""
    clause = re.split(r"[.;!?\n]", before(match))[-1]
    if _GONE.search(clause):
        return False
    return _TO_COME.search(clause) is not None or _WILL.match(match.string, match.end()) is not None


def before(match: Match) -> str:
    return match.string[max(0, match.start() - 60) : match.start()]
