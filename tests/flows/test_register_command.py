"""crossfoot register: checking and refreshing, from the command line."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli import crossfoot

REGISTRY = Path(__file__).parents[1] / "pipeline" / "registry"
ETR = REGISTRY / "downloads" / "etr.csv"
COMMAND = [sys.executable, "-c", "from flows.cli import main; main()", "register"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REGISTRY / "small", tmp_path / "register"))


def call(*words: object) -> Result:
    return CliRunner().invoke(crossfoot, ["register", *map(str, words)])


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def answered(answer: str, *words: object) -> "subprocess.CompletedProcess[str]":
    """The command as a person runs it who sits at a terminal and types an answer."""
    ours, theirs = pty.openpty()
    os.write(ours, answer.encode())
    finished = subprocess.run([*COMMAND, *map(str, words)], stdin=theirs, capture_output=True, text=True, check=False, timeout=120)
    os.close(ours)
    os.close(theirs)
    return finished


def test_check_counts_what_is_there_and_tells_what_may_be_a_slip(folder: Path) -> None:
    with (folder / "aliases.csv").open("a") as aliases:
        aliases.write("ods:R9A,Fenmarsh General,short,,,false\n")
    result = call("check", folder)
    assert result.exit_code == 0
    assert (
        result.stdout
        == f"""\
{folder}: the register holds together.
13 bodies: council 2, ccg 2, stp 2, trust 2, arms_length_body 1, sub_icb_location 1, icb 1, foundation_trust 1, region 1
8 aliases, 3 of them ambiguous: official_former 2, short 2, place_metonym 1, hospital_site 1, misspelling 1, acronym 1
2 successions, 4 memberships
1 names that two bodies bear unambiguously at the same time
  Fenmarsh General: ods:R9B and ods:R9A
0 aliases outside the life of their body
1 closed bodies have no successor
"""
    )


def test_check_reads_a_users_file_too(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("id,name,kind,alias\nmine:x,Xi Council,council,Xi\nods:R9A,,,The Hospital\n")
    assert "14 bodies" in call("check", folder, "--own", own).stdout
    own.write_text("id,name,kind,alias\nods:R9A,Xi Council,,Xi\n")
    finished = subprocess.run([*COMMAND, "check", folder, "--own", own], capture_output=True, text=True, check=False, timeout=120)
    assert finished.returncode == 1
    assert finished.stderr.startswith(f"crossfoot: {own}, line 2: the name of ods:R9A is Eastmere Hospital NHS Trust, not Xi Council; ")


def test_check_without_a_folder_is_of_the_register_that_crossfoot_has() -> None:
    result = call("check")
    assert result.exit_code == 0
    assert "the register holds together" in result.stdout


def test_a_register_that_does_not_hold_together_is_one_line_and_exit_code_1(folder: Path) -> None:
    with (folder / "memberships.csv").open("a") as memberships:
        memberships.write("ods:R9A,ods:ZZZ,,,provider\n")
    finished = subprocess.run([*COMMAND, "check", folder], capture_output=True, text=True, check=False, timeout=120)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr == f"crossfoot: {folder}/memberships.csv, line 6: the id 'ods:ZZZ' is not in organisations.csv; add the body there first\n"


def test_update_without_a_terminal_only_shows(folder: Path) -> None:
    before = contents(folder)
    result = call("update", "--register", folder, ETR)
    assert result.exit_code == 0
    assert result.stdout == ETR.with_suffix(".txt").read_text(encoding="utf-8")
    assert result.stderr == "1 row is about a body of a kind that the register does not keep.\nNothing is written: add --yes to write these changes.\n"
    assert contents(folder) == before


def test_update_with_yes_writes_and_then_nothing_changes(folder: Path) -> None:
    assert call("update", "--register", folder, "--yes", ETR).stderr.endswith(f"{folder} is written.\n")
    assert "Eastmere and Fenmarsh University Hospitals NHS Foundation Trust" in (folder / "organisations.csv").read_text()
    after = contents(folder)
    assert call("update", "--register", folder, "--yes", ETR).stdout == "Nothing changes.\n"
    assert contents(folder) == after
    assert call("check", folder).exit_code == 0


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_update_asks_on_a_terminal(folder: Path, answer: str, written: bool) -> None:
    before = contents(folder)
    finished = answered(answer, "update", "--register", folder, ETR)
    assert f"Write these 6 changes to {folder}? [y/N]" in finished.stderr
    assert finished.returncode == 0
    assert (contents(folder) != before) is written


def test_update_refuses_what_it_does_not_recognise_before_anything_is_shown(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    finished = subprocess.run([*COMMAND, "update", "--register", folder, "--yes", ETR, other], capture_output=True, text=True, check=False, timeout=120)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.startswith(f"crossfoot: {other}, line 1: not a format that is known; recognised are organisation and succession files")
    assert contents(folder) == contents(REGISTRY / "small")


def test_help_needs_nothing_of_the_pipeline() -> None:
    script = (
        "import sys; from flows.commands.register import command; print([name for name in sys.modules if name.startswith(('pipeline.', 'duckdb', 'spacy'))])"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert finished.stdout == "[]\n"
