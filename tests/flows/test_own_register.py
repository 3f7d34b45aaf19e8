"""A user's own organisations and names: beside the register that comes with crossfoot, in every command that reads, and kept by the home."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import crossfoot
from flows.knowledge import adopt
from flows.settings import Home
from pipeline.errors import CrossfootError
from tests.flows.test_run import answer
from warehouse import shards

OWN = "id,name,kind,alias,valid_from,valid_to,ambiguous\nmine:harwick,Harwick Rail,company,Harwick,,,false\nods:R1H,,,The Barts Group,,,false\n"
TEXT = "Harwick had a loss of £4m in 2018. The Barts Group had a deficit of £6m in 2018-19."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def read(command: str, *words: object) -> list[str | None]:
    """Whom the figures or names of the text are linked to."""
    result = CliRunner().invoke(crossfoot, [command, *map(str, words), "--format", "jsonl", "-"], input=TEXT)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return [(row.get("organisation") or row).get("id") for row in rows]


def test_reading_commands_take_it(own: Path, tmp_path: Path) -> None:
    assert read("extract", "--register", own, "--home", tmp_path) == ["mine:harwick", "ods:R1H"]
    assert read("mentions", "--kind", "organisations", "--register", own, "--home", tmp_path) == ["mine:harwick", "ods:R1H"]
    assert "mine:harwick" not in read("extract", "--home", tmp_path)


def test_a_run_keeps_it_in_the_home(prefect: None, own: Path, tmp_path: Path) -> None:
    from flows.ingest import run

    home, text = tmp_path / "home", tmp_path / "d.txt"
    text.write_text(TEXT, encoding="utf-8")
    without = Home(home).shards
    run([str(text)], str(home), str(own))
    own.unlink()
    assert answer(home, "SELECT organisation_id FROM all_figures ORDER BY start_char") == [("mine:harwick",), ("ods:R1H",)]
    assert answer(home, "SELECT name, kind FROM organisations WHERE organisation_id = 'mine:harwick'") == [("Harwick Rail", "company")]
    assert answer(home, "SELECT organisation_id FROM known_as('Harwick') UNION ALL FROM known_as('barts group')") == [("mine:harwick",), ("ods:R1H",)]
    assert read("extract", "--home", home) == ["mine:harwick", "ods:R1H"]
    assert [shards.shards(folder) != [] for folder in (without, Home(home).shards)] == [False, True]


def test_a_bad_one_is_refused_before_anything_is_replaced(own: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.folder.mkdir()
    home.register.write_text(OWN)
    own.write_text("id,name,kind\nmine:harwick,,company\n")
    with pytest.raises(CrossfootError, match=r"own\.csv, line 2: "):
        adopt(own, home)
    assert home.register.read_text() == OWN
