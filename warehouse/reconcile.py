"""Reconciliation: every rule proposes, the verdicts' precedence decides. The rules are SQL; this only runs them."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from warehouse.statements import folder

READING = ("publications", "kin", "versions", "near_copies", "origins", "claimed", "told_kin", "told_parts", "assertions")
JUDGING = ("near", "sides", "parts", "candidates", "judged", "slips", "topics")
SHARE = 200_000


def reconcile(connection: duckdb.DuckDBPyConnection) -> None:
    """Judge what the claims that are new say, against one another and against all before them, in one transaction; without new claims no row changes."""
    proposals = {
        "judged": _all_of("rules", "left_assertion_id, right_assertion_id, verdict, gap"),
        "slips": _all_of("rules/slips", "left_assertion_id, right_assertion_id, slip, explanation"),
        "sums": _all_of("rules/equations", "equation_id, verdict, difference, explanation"),
    }
    steps = folder("reconciling")
    connection.begin()
    for name in _order(connection):
        connection.execute(steps[name].replace("{rules}", proposals.get(name, "")))
    connection.commit()


def _order(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The steps, in order: claims are judged in shares that memory holds."""
    yield from READING
    fresh = connection.table("fresh").count("*").fetchone()
    shares = 1 + (fresh[0] if fresh else 0) // SHARE
    for share in range(shares):
        connection.execute("SET VARIABLE shares = $shares", {"shares": shares})
        connection.execute("SET VARIABLE share = $share", {"share": share})
        yield from JUDGING
    yield from ("sums", "judgements")


def _all_of(rules: str, columns: str) -> str:
    """What every rule of a folder proposes, under the name of its file."""
    return " UNION ALL ".join(f"SELECT {columns}, '{rule}' AS rule FROM ({statement})" for rule, statement in folder(rules).items())  # noqa: S608 (our own files)
