"""The SQL that the warehouse is made of: files in folders beside this one, run in the order of their names."""

from __future__ import annotations

from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def folder(name: str) -> dict[str, str]:
    """The statements of every file in a folder, under the file's name without its number.

    >>> sorted(folder("rules"))
    ['agrees', 'conflicts', 'consistent', 'corrected', 'different_measure', 'not_comparable', 'part_of_whole', 'revised']
    >>> folder("rules").keys() == folder("explanations").keys()
    True
    """
    return {path.stem.lstrip("0123456789_"): path.read_text(encoding="utf-8") for path in sorted((HERE / name).glob("*.sql"))}


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables, the views and their comments in an empty database."""
    explanation = _explanation()
    connection.begin()
    for statements in (*folder("schema").values(), *folder("views").values()):
        connection.execute(statements.replace("{explanation}", explanation))
    connection.commit()


def _explanation() -> str:
    """Why a pair has its verdict, in the words of the rule that gave it; without a rule, both sides say one thing."""
    cases = "".join(f"WHEN '{rule}' THEN (\n{words}) " for rule, words in folder("explanations").items())
    return f"CASE rule {cases} ELSE 'both say ' || l.said END"
