"""The SQL that the warehouse is made of: files in folders beside this one, run in the order of their names."""

from __future__ import annotations

from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def folder(name: str) -> dict[str, str]:
    """The statements of every file in a folder, under the file's name without its number.

    >>> sorted(folder("rules"))
    ['agrees', 'conflicts', 'consistent', 'corrected', 'different_measure', 'not_comparable', 'part_of_whole', 'revised']
    """
    return {path.stem.lstrip("0123456789_"): path.read_text(encoding="utf-8") for path in sorted((HERE / name).glob("*.sql"))}


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables, the views and their comments in an empty database."""
    connection.begin()
    for name, statements in (*folder("schema").items(), *folder("views").items()):
        connection.execute(statements)
        if name == "pairs":
            connection.execute(_explained())
    connection.commit()


def _explained() -> str:
    """A view with the explanation of every judged pair, by the rule that gave the verdict: pairs are put together once for all rules."""
    rules = " UNION ALL ".join(
        f"SELECT left_assertion_id, right_assertion_id, said.explanation FROM reconciliations "  # noqa: S608 (our own files)
        f"JOIN ({statement}) AS said USING (left_assertion_id, right_assertion_id) WHERE rule = '{rule}'"
        for rule, statement in folder("rules").items()
    )
    return f"""
        CREATE VIEW explained AS WITH pairs AS MATERIALIZED (FROM weighed('judged_pairs')) {rules};
        COMMENT ON VIEW explained IS 'Why each pair of assertions has its verdict, in a sentence.';
        COMMENT ON COLUMN explained.left_assertion_id IS 'What was published first';
        COMMENT ON COLUMN explained.right_assertion_id IS 'The other side';
        COMMENT ON COLUMN explained.explanation IS 'Why, in a sentence';"""
