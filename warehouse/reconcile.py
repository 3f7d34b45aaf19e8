"""Reconciliation: every rule proposes, the verdicts' precedence decides. The rules are SQL; this only runs them."""

from __future__ import annotations

import duckdb

from warehouse.statements import folder


def reconcile(connection: duckdb.DuckDBPyConnection) -> None:
    """Judge what the claims that are new say, against one another and against all before them, in one transaction; without new claims no row changes."""
    step = folder("reconciling")
    connection.begin()
    for name in ("kin", "versions", "near_copies", "origins", "claimed", "assertions", "candidates"):
        connection.execute(step[name])
    _propose(connection, "rules", "proposals")
    connection.execute(step["verdicts"])
    connection.execute(step["slips"])
    _propose(connection, "rules/slips", "slip_proposals")
    connection.execute(step["slip_labels"])
    connection.execute(step["topics"])
    connection.execute(step["sums"])
    _propose(connection, "rules/equations", "equation_proposals")
    connection.execute(step["sum_verdicts"])
    connection.execute(step["judgements"])
    connection.execute(step["done"])
    connection.commit()


def _propose(connection: duckdb.DuckDBPyConnection, rules: str, proposals: str) -> None:
    for rule, statement in folder(rules).items():
        columns = ", ".join(name for name, *_ in connection.table(proposals).description if name != "rule")
        connection.execute(f"INSERT INTO {proposals} BY NAME SELECT {columns}, $rule AS rule FROM ({statement})", {"rule": rule})  # noqa: S608 (our own files)
