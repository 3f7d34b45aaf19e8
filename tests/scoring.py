"""How well figures were read: found and labelled figures against a gold set, by the rules of the label guide.

Gold rows and found rows are dictionaries with the guide's field names. A gold value that is a list names several right answers; a field that the
gold row lacks is not scored. Rows are matched one to one within a document: with offsets, where the spans share half of their union;
without, where the surface is the same and, among those, the words around are most alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]
CORE = ("organisation", "measure", "basis", "period")
COMMON = frozenset(
    "the a an of in and for to at on by its their nhs trust foundation council borough county city district police force service services "
    "government department ministry company group plc ltd limited inc university hospital hospitals board body uk british".split()
)


def score(documents: Sequence[tuple[Sequence[Row], Sequence[Row]]]) -> dict[str, float]:
    """Over documents, each with its gold and its found rows: precision, recall and F1 of figures with the right amount; the share of
    right answers for each field, and for the four that matter most together (`all4`). A figure that was not found counts as wrong."""
    pairs: list[tuple[Row, Row | None]] = []
    made = 0
    for gold, found in documents:
        wanted = [row for row in gold if not any(row.get(key) for key in ("boilerplate", "not_money", "optional"))]
        partners = match(wanted, found)
        pairs += [(row, None if j is None else found[j]) for row, j in zip(wanted, partners, strict=True)]
        made += len(found) - _excused(gold, found, partners)
    hits = sum(got is not None and same_amount(row, got) for row, got in pairs)
    result = {"precision": hits / max(1, made), "recall": hits / max(1, len(pairs)), "f1": 2 * hits / max(1, made + len(pairs))}
    result |= {field: _share(pairs, (field,)) for field in (*CORE, "counterparty", "bound", "per")}
    return result | {"all4": _share(pairs, CORE)}


def match(gold: Sequence[Row], found: Sequence[Row]) -> list[int | None]:
    """For each gold row the index of the found row that it is matched with; the likest pairs are joined first."""
    options = sorted(((likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), key=lambda o: (-o[0], o[1], o[2]))
    pairs: list[int | None] = [None] * len(gold)
    taken = set()
    for alike, i, j in options:
        if alike > 0 and pairs[i] is None and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def likeness(gold: Row, found: Row) -> float:
    """How alike two rows are: 0 where they cannot be one figure.

    >>> likeness({"start": 0, "end": 4}, {"start": 2, "end": 6}) == likeness({"surface": "£5m"}, {"surface": "£6m"}) == 0
    True
    """
    if gold.get("start") is not None and found.get("start") is not None:
        both = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
        either = max(gold["end"], found["end"]) - min(gold["start"], found["start"])
        return both / either if 2 * both >= either else 0
    if _squeezed(gold.get("surface")) != _squeezed(found.get("surface")):
        return 0
    if any(gold.get(place) and found.get(place) and str(gold[place]) != str(found[place]) for place in ("page", "cell")):
        return 0
    around = _around(gold)
    return 0.01 + len(around & _around(found)) / max(1, len(around))


def same_amount(gold: Row, found: Row) -> bool:
    """The same currency and the same number; a range has the same ends. In a cell the measure carries the direction."""
    if gold.get("currency", found["currency"]) != found["currency"]:
        return False
    if gold.get("amount") is None:
        return (gold.get("low"), gold.get("high")) == (found["low"], found["high"])
    return found["amount"] is not None and abs(gold["amount"]) == abs(found["amount"])


def right(field: str, wanted: Any, got: Any) -> bool:
    """Whether an answer is right: bodies by id, else by half of their telling words; times by label or by both dates."""
    if isinstance(wanted, list):
        return any(right(field, one, got) for one in wanted)
    if field in ("organisation", "counterparty"):
        return _same_body(wanted or {}, got or {})
    if field == "period":
        return _same_time(wanted or {}, got or {})
    return (wanted or None) == (got or None)


def _same_body(wanted: Row, got: Row) -> bool:
    if wanted.get("id"):
        return wanted["id"] == got.get("id")
    mine, other = _telling(wanted.get("name")), _telling(got.get("name"))
    return 2 * len(mine & other) >= min(len(mine), len(other)) if mine and other else not mine and not other


def _same_time(wanted: Row, got: Row) -> bool:
    if not wanted.get("label") or not got.get("label"):
        return not wanted.get("label") and not got.get("label")
    same_dates = wanted.get("end") is not None and (wanted.get("start"), wanted["end"]) == (got.get("start"), got.get("end"))
    return _label(wanted["label"]) == _label(got["label"]) or same_dates


def _share(pairs: Sequence[tuple[Row, Row | None]], fields: Sequence[str]) -> float:
    scored = [(row, got) for row, got in pairs if all(field in row for field in fields)]
    good = sum(got is not None and all(right(field, row[field], got.get(field)) for field in fields) for row, got in scored)
    return good / max(1, len(scored))


def _excused(gold: Sequence[Row], found: Sequence[Row], pairs: Sequence[int | None]) -> int:
    """Figures of captions and pull quotes are neither hits nor misses."""
    rest = [row for j, row in enumerate(found) if j not in set(pairs)]
    return sum(j is not None for j in match([row for row in gold if row.get("optional")], rest))


def _telling(name: str | None) -> set[str]:
    words = set(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b|['’]", "", (name or "").lower())))
    return words - COMMON or words


def _label(label: str) -> str:
    return re.sub(r"(\d{4})\s*[-/–]\s*(?:20)?(\d\d)\b", r"\1-\2", re.sub(r"\b(?:fy|financial|year)\b", "", label.lower())).strip()


def _squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "").lower()


def _around(row: Row) -> set[str]:
    said = " ".join(str(row.get(key) or "") for key in ("context", "sentence", "row_label", "column_label"))
    return set(re.findall(r"[a-z0-9£$€.,']+", said.lower()))


def by_document(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each document, under its name."""
    for name in dict.fromkeys(row["document"] for row in rows):
        yield name, [row for row in rows if row["document"] == name]
