"""Reconciliation: every rule proposes, the verdicts' precedence decides. The rules are SQL; this only runs them."""

from __future__ import annotations

import duckdb

from warehouse.statements import folder


def reconcile(connection: duckdb.DuckDBPyConnection) -> None:
    """Work out origins, reconciliations and equation verdicts anew, in one transaction; doing it twice changes no row."""
    step = folder("reconciling")
    connection.begin()
    connection.execute(step["near_copies"])
    connection.execute(step["origins"])
    connection.execute(step["pairs"])
    _propose(connection, "rules", "proposals")
    _propose(connection, "rules/equations", "equation_proposals")
    connection.execute(step["verdicts"])
    connection.commit()


def _propose(connection: duckdb.DuckDBPyConnection, rules: str, proposals: str) -> None:
    for rule, statement in folder(rules).items():
        connection.execute(f"INSERT INTO {proposals} BY NAME SELECT *, $rule AS rule FROM ({statement})", {"rule": rule})  # noqa: S608 (our own files)
