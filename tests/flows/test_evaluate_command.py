"""`crossfoot evaluate` as people call it: real files, real gold, exit codes, and what it says of gold that is none."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from flows.cli import crossfoot

ROOT = Path(__file__).parents[2]
BAD = [json.loads(line) for line in (Path(__file__).parent / "scoring" / "bad_gold.jsonl").read_text(encoding="utf-8").splitlines()]
TEXT = "Barts Health NHS Trust had a deficit of £5m in 2018-19. It sold a roof for £7m."
GOLD = [
    {"document": "a.txt", "start": 40, "end": 43, "surface": "£5m", "amount": 5000000, "currency": "GBP", "bound": "exact", "per": None},
    {"document": "a.txt", "surface": "£7m", "context": "a roof for £7m", "amount": 7000000, "currency": "EUR", "bound": ["exact", "at_most"]},
]


def evaluate(*words: object) -> Result:
    return CliRunner().invoke(crossfoot, ["evaluate", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    write_gold(tmp_path, *map(json.dumps, GOLD))
    return tmp_path


def write_gold(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def scores(folder: Path, *words: object) -> dict[str, Any]:
    result = evaluate(folder / "gold.jsonl", *words, "--format", "json", "--home", folder / "home")
    row: dict[str, Any] = json.loads(result.stdout)
    return row


def test_a_table_for_people_and_the_same_for_programs(folder: Path) -> None:
    result = evaluate(folder / "gold.jsonl", folder / "a.txt", "--home", folder / "home")
    assert result.exit_code == 0
    assert "precision     0.500   1 of 2" in result.stdout
    assert {"gold": 2, "found": 2, "precision": 0.5, "recall": 0.5, "f1": 0.5, "bound": 1.0, "per": 1.0}.items() <= scores(folder, folder / "a.txt").items()


def test_misses_are_listed_where_they_are_asked_for(folder: Path) -> None:
    with_misses = evaluate(folder / "gold.jsonl", folder / "a.txt", "--misses", "--home", folder / "home").stdout
    assert "amount: found GBP 7000000, wanted EUR 7000000" in with_misses
    assert "“It sold a roof for £7m.”" in with_misses
    assert [miss["field"] for miss in scores(folder, folder / "a.txt", "--misses")["misses"]] == ["amount"]


def test_nothing_is_kept(folder: Path) -> None:
    scores(folder, folder / "a.txt")
    assert {path.name for path in folder.iterdir()} == {"a.txt", "gold.jsonl"}


def test_a_users_own_register_counts(folder: Path) -> None:
    (folder / "a.txt").write_text("Quillfeather Holdings had a deficit of £5m in 2018-19.", encoding="utf-8")
    write_gold(folder, json.dumps(GOLD[0] | {"start": 39, "end": 42, "organisation": {"id": "mine:q", "name": "Quillfeather"}}))
    own = folder / "own.csv"
    own.write_text("id,name,kind,alias,valid_from,valid_to,ambiguous\nmine:q,Quillfeather Holdings,company,,,,\n", encoding="utf-8")
    assert scores(folder, folder / "a.txt")["organisation"] == 0.0
    assert scores(folder, folder / "a.txt", "--register", own)["organisation"] == 1.0


def test_json_lines_are_evaluated_by_the_names_of_their_documents(folder: Path) -> None:
    (folder / "papers.jsonl").write_text(json.dumps({"document": "news/a.txt", "text": TEXT}) + "\n", encoding="utf-8")
    assert scores(folder, folder / "papers.jsonl")["found"] == 2


def test_a_file_that_cannot_be_read_has_no_figures_and_fails_the_command(folder: Path) -> None:
    (folder / "b.pages").write_bytes(b"x")
    write_gold(folder, json.dumps(GOLD[0]), json.dumps(GOLD[0] | {"document": "b.pages"}))
    result = evaluate(folder / "gold.jsonl", folder / "a.txt", folder / "b.pages", "--format", "json", "--home", folder / "home")
    assert json.loads(result.stdout)["recall"] == 0.5
    assert "no reader for .pages" in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad["message"])
def test_bad_gold_is_named_with_file_and_line(bad: dict[str, str], folder: Path) -> None:
    gold = write_gold(folder, json.dumps(GOLD[0]), "", bad["line"])
    result = evaluate(gold, folder / "a.txt", "--home", folder / "home")
    assert result.exit_code != 0
    assert str(result.exception).startswith(f"{gold}, line 3: {bad['message']}")
    assert result.stdout == ""


def test_gold_that_is_no_text_or_has_no_rows(folder: Path) -> None:
    gold = folder / "gold.jsonl"
    for data, message in (
        (b"\n \n", "no figures"),
        (b'{"document": "\xa3"}', "line 1: not UTF-8 at byte 14 of the line"),
        (b"[" * 100_000, "line 1: not JSON"),
    ):
        gold.write_bytes(data)
        assert message in str(evaluate(gold, folder / "a.txt").exception)
    assert "no such file" in str(evaluate(folder / "none.jsonl", folder / "a.txt").exception)


def test_the_example_of_the_readme_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [example] = [block for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "crossfoot evaluate gold.jsonl sources/" in block]
    for room in ("sources", "tests"):
        (tmp_path / room).symlink_to(ROOT / room)
    command = f"""crossfoot() {{ {shlex.quote(sys.executable)} -c 'from flows.cli import main; main()' "$@"; }}\n{example}"""
    finished = subprocess.run(["bash", "-ec", command], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert finished.returncode == 0, finished.stderr
    assert "all4" in finished.stdout
