"""The rows of given files: figures, documents and equations, told apart by their fields, and checked so far as one row can be."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from flows.lines import Row, check, is_text, read_lines
from pipeline.errors import CrossfootError

NO_FIGURE = ("boilerplate", "not_money")  # label files have such rows: they are there to be passed over
FIGURE, EQUATION = frozenset({"surface", "amount"}), frozenset({"terms", "total"})
DOCUMENT = frozenset({"text", "body", "title", "publisher", "author", "published_at", "modified_at", "url", "kind"})
EXAMPLE = '{"document": …, "surface": "£5m", "measure": …, "organisation": {"id": …, "name": …}}'
FIGURES_AT_MOST = 10_000
LONGEST = 10_000  # characters of a field that is not a text


@dataclass(frozen=True, slots=True)
class Given:
    """A row and its place in its file (`figures.jsonl, line 3`)."""

    where: str
    row: Row

    def first(self, key: str) -> Any:
        """The value of a field, the first where it is a list of acceptable ones."""
        value = self.row.get(key)
        return (value[0] if value else None) if isinstance(value, list) else value

    def words(self, key: str, at_most: int = LONGEST) -> str | None:
        """The value of a field that is a string; None where it is null, blank or not there. Raises CrossfootError for anything else."""
        value = self.first(key)
        check(value is None or isinstance(value, str), f"{key} is no string", self.where, "write it in quotes, or leave it out")
        check(len(value or "") <= at_most, f"{key} has more than {at_most:,} characters", self.where, "shorten it")
        return value if value and value.strip() else None

    def refuse(self, what: str, next: str) -> CrossfootError:
        return CrossfootError(what, where=self.where, next=next)


@dataclass(slots=True)
class Files:
    """What given files hold."""

    figures: list[Given] = field(default_factory=list)
    documents: dict[str, Given] = field(default_factory=dict)
    equations: list[Given] = field(default_factory=list)
    seen: dict[tuple[str | int, ...], Given] = field(default_factory=dict)

    def take(self, given: Given, *what: str | int) -> None:
        """Raises CrossfootError where an id, a document or a place is given a second time."""
        earlier = self.seen.setdefault(what, given)
        check(earlier is given, f"the {what[0]} of {earlier.where} once more", given.where, f"give each {what[0]} once")


def read_files(files: Iterable[str]) -> Files:
    """The rows of all files. Raises CrossfootError with file and line for a row that is none of the three kinds, or given twice."""
    found = Files()
    for file in files:
        for where, row in read_lines(file, EXAMPLE):
            _sort(Given(where, row), found)
    check(bool(found.figures), "no figures", ", ".join(files), f"write one a line: {EXAMPLE}")
    return found


def _sort(given: Given, found: Files) -> None:
    row = given.row
    if any(row.get(key) for key in NO_FIGURE):
        return
    _check_unicode(given)
    if row.keys() >= EQUATION:
        found.equations.append(given)
        return
    check(is_text(row.get("document")), "no document", given.where, "name what the figure is printed in")
    if row.keys() & FIGURE:
        _take_figure(given, found)
        return
    check(bool(row.keys() & DOCUMENT), "neither a figure nor a document nor an equation", given.where, f"write {EXAMPLE}")
    found.take(given, "document", row["document"])
    found.documents[row["document"]] = given


def _take_figure(given: Given, found: Files) -> None:
    row = given.row
    found.figures.append(given)
    check(len(found.figures) <= FIGURES_AT_MOST, f"more than {FIGURES_AT_MOST:,} figures", given.where, "give fewer at a time")
    if own := given.words("id"):
        found.take(given, "id", own)
    if type(row.get("start")) is int and type(row.get("end")) is int:
        found.take(given, "figure", row["document"], row["start"], row["end"])


def _check_unicode(given: Given) -> None:
    try:
        json.dumps(given.row, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError as error:
        raise given.refuse("holds half a character (a lone surrogate)", "mend the escape \\ud8xx") from error
    except RecursionError as error:
        raise given.refuse("nested too deep", f"write {EXAMPLE}") from error
