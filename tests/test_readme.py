"""The README keeps its word: its queries run, its commands exist, and the places it names are there."""

import doctest
import re
from pathlib import Path

import pytest

from flows.cli import Commands
from warehouse import query

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
SHELL = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
COMMANDS = re.findall(r"^crossfoot (\w+)", SHELL, re.MULTILINE)
MAKE = re.findall(r"`?make (\w+)`?", README)
PLACES = re.findall(r"`((?:sources|pipeline|warehouse|flows|tests)/[\w./]*)`|\]\(([\w./]+)\)", README)


@pytest.mark.parametrize("sql", QUERIES, ids=lambda sql: " ".join(sql.split())[:60])
def test_a_query_has_an_answer(sql: str, newsroom_home: Path) -> None:
    _, rows = query.rows(newsroom_home / "crossfoot.duckdb", sql)
    assert rows


def test_there_are_seven_questions() -> None:
    assert len(QUERIES) == 7


@pytest.mark.parametrize("command", sorted(set(COMMANDS)))
def test_a_command_exists(command: str) -> None:
    assert command in Commands().list_commands(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("target", sorted(set(MAKE)))
def test_a_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("place", sorted({first or second for first, second in PLACES if not (first or second).endswith(("x.py", "x.sql", "x.json"))}))
def test_a_place_is_there(place: str) -> None:
    assert (ROOT / place).exists()


def test_python_example_runs(newsroom_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [example] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "crossfoot-data").symlink_to(newsroom_home)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102 - our own README
    assert len(names["disagreements"]) > 0  # type: ignore[arg-type]


def test_what_the_prompt_shows_is_what_it_says() -> None:
    assert doctest.testfile(str(ROOT / "README.md"), module_relative=False) == (0, 10)
