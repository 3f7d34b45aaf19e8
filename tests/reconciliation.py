"""How well figures are reconciled where every claim is right: a folder of labelled figures, documents and verdicts, and what crossfoot says of them.

The folder has `gold.jsonl`, `documents.jsonl` or `articles.jsonl`, `reconciliations.jsonl`, and perhaps `origins.jsonl`. To see the misses of one:
`python -m tests.reconciliation tests/newsroom`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

from flows.given.verdicts import Verdicts, judge
from flows.settings import Home

Row = dict[str, Any]
NONE = "not_comparable"
# where a sum stands, and its numbers in words
Sum = tuple[str, ...]


@dataclass(slots=True)
class Score:
    """How many of all are right, and what is wrong with the others."""

    all: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def right(self) -> int:
        return self.all - len(self.misses)

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 1.0

    def add(self, is_right: bool, why: str) -> None:
        self.all += 1
        if not is_right:
            self.misses.append(why)


@dataclass(frozen=True, slots=True)
class Scores:
    """What came of a folder. Sums are judged where their terms are given, and looked for in the texts alone; `false_sums` are those that nobody labelled."""

    pairs: Score
    origins: Score
    given_sums: Score
    found_sums: Score
    false_sums: list[str]


def rows(path: Path) -> list[Row]:
    """The rows of a file of JSON lines; none where there is no file."""
    return [json.loads(line, parse_float=Decimal) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []


def accepted(verdict: str | list[str]) -> list[str]:
    """The verdicts that a label allows."""
    return [verdict] if isinstance(verdict, str) else verdict


def score(folder: Path) -> Scores:
    """What crossfoot says of the labelled figures of a folder, against what people say of them."""
    files = [str(path) for name in ("gold", "documents", "articles") if (path := folder / f"{name}.jsonl").exists()]
    labels = rows(folder / "reconciliations.jsonl")
    sums = [row for row in labels if row["type"] == "equation"]
    with tempfile.TemporaryDirectory() as empty:
        read = judge(files, Home(Path(empty)))
        equations = Path(empty) / "equations.jsonl"
        equations.write_text("".join(json.dumps({"terms": row["terms"], "total": row["total"]}, default=float) + "\n" for row in sums), encoding="utf-8")
        with_sums = judge([*files, str(equations)], Home(Path(empty))) if sums else read
    figures = {given.words("id"): given.row for given in read.read.rows.values()}
    pairs = [row for row in labels if row["type"] == "pair"]
    found, false = _found(sums, read, figures)
    return Scores(_pairs(pairs, read), _origins(pairs, read, figures, rows(folder / "origins.jsonl")), _given(sums, with_sums, figures), found, false)


def report(scores: Scores) -> Iterator[str]:
    """The scores, and every miss with its reason, a line each."""
    named = {
        "verdicts on pairs": scores.pairs,
        "origins of judged pairs": scores.origins,
        "verdicts on given sums": scores.given_sums,
        "sums found in the text": scores.found_sums,
    }
    for name, one in named.items():
        yield f"{name}: {one.right} of {one.all} right ({one.share:.3f})"
    yield f"sums that nobody labelled: {len(scores.false_sums)}"
    for name, one in named.items():
        yield from (f"{name}: {miss}" for miss in one.misses)
    yield from (f"sums that nobody labelled: {one}" for one in scores.false_sums)


def _pairs(wanted: Sequence[Row], read: Verdicts) -> Score:
    got = {frozenset((row["left_id"], row["right_id"])): row for row in read.pairs}
    found = Score()
    for row in wanted:
        judged = got.get(frozenset((row["left"], row["right"])), {"verdict": NONE, "explanation": "no rule compares them"})
        said = f"{row['left']} and {row['right']}: {judged['verdict']} ({judged['explanation']}), wanted {' or '.join(accepted(row['verdict']))}"
        found.add(judged["verdict"] in accepted(row["verdict"]), f"{said} ({row.get('why')})")
    return found


def _origins(wanted: Sequence[Row], read: Verdicts, figures: dict[str | None, Row], origins: Sequence[Row]) -> Score:
    """Of the labelled pairs that have a verdict, and whose origins are labelled, those that are counted as one origin, or as two."""
    labelled = {frozenset((row["left"], row["right"])) for row in wanted}
    found = Score()
    for row in read.pairs:
        sides = [_origins_of(row[f"{side}_id"], figures[row[f"{side}_id"]], origins) for side in ("left", "right")]
        if frozenset((row["left_id"], row["right_id"])) in labelled and all(sides):
            one = bool(sides[0] & sides[1]) or row["left_document"] == row["right_document"]
            said = f"{row['left_id']} and {row['right_id']}: {row['origins']}, wanted {1 if one else 2}"
            found.add((row["origins"] == 1) is one, f"{said} ({', '.join(sorted(sides[0]))}; {', '.join(sorted(sides[1]))})")
    return found


def _origins_of(label: str, figure: Row, origins: Sequence[Row]) -> set[str]:
    """What a figure goes back to: by itself where a row names it, else by its document."""
    own = {row["origin"] for row in origins if label in (row.get("figures") or ())}
    return own or {row["origin"] for row in origins if figure["document"] in row["documents"] and not row.get("figures")}


def _given(wanted: Sequence[Row], read: Verdicts, figures: dict[str | None, Row]) -> Score:
    got = _by_sum(read)
    found = Score()
    for row in wanted:
        judged = got.get(_sum_of(row, figures), {"verdict": NONE, "explanation": "no rule judges it"})
        found.add(judged["verdict"] in accepted(row["verdict"]), _said(row, judged))
    return found


def _found(wanted: Sequence[Row], read: Verdicts, figures: dict[str | None, Row]) -> tuple[Score, list[str]]:
    got = _by_sum(read)
    labelled = {_sum_of(row, figures): row for row in wanted}
    found = Score()
    for label, row in labelled.items():
        judged = got.get(label, {"verdict": "not found", "explanation": "no rule reads it"})
        found.add(judged["verdict"] in accepted(row["verdict"]), _said(row, judged))
    return found, [f"{row['document']}: {row['verdict']}: {row['explanation']}" for label, row in got.items() if label not in labelled]


def _said(row: Row, judged: Row) -> str:
    wanted = " or ".join(accepted(row["verdict"]))
    return f"{row.get('name') or row['total']}, {len(row['terms'])} terms: {judged['verdict']} ({judged['explanation']}), wanted {wanted} ({row.get('why')})"


def _by_sum(read: Verdicts) -> dict[Sum, Row]:
    return {_sum(row["document"], row["total_amount"], [(term["factor"], term["amount"]) for term in row["terms"]]): row for row in read.sums}


def _sum_of(row: Row, figures: dict[str | None, Row]) -> Sum:
    terms = [(Decimal(term["factor"]), _amount(figures[term["id"]])) for term in row["terms"]]
    return _sum(figures[row["total"]]["document"], _amount(figures[row["total"]]), terms)


def _sum(document: str, total: Decimal | None, terms: Sequence[tuple[Decimal, Decimal | None]]) -> Sum:
    """A sum is known by its numbers, whichever of them is called its total: a text may print one of them twice, and a factor may be rounded."""
    sides = [None if amount is None else _rounded(factor * amount) for factor, amount in terms] + [None if total is None else -_rounded(total)]
    turned = [None if side is None else -side for side in sides]
    return document, *min(tuple(sorted(map(str, sides))), tuple(sorted(map(str, turned))))


def _rounded(value: Decimal) -> Decimal:
    return Context(prec=4).plus(value).normalize()


def _amount(figure: Row) -> Decimal | None:
    amount = figure.get("amount")
    first = amount[0] if isinstance(amount, list) else amount
    return None if first is None else Decimal(first)


if __name__ == "__main__":
    for line in report(score(Path(sys.argv[1]))):
        sys.stdout.write(line + "\n")
