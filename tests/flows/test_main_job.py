"""The main job as a person starts it: the real command, without a server, and what it says at the end."""

import os
import subprocess
import sys

import pytest

CROSSFOOT = [sys.executable, "-c", "from flows.cli import main; main()"]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    home = tmp_path_factory.mktemp("home")
    alone = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")} | {"CROSSFOOT_HOME": str(home), "COLUMNS": "80"}
    return subprocess.run([*CROSSFOOT, "run", "--fail-on", "quarantine"], env=alone, capture_output=True, text=True, check=False, timeout=180)


def test_the_summary_tells_a_journalist_what_matters(finished: "subprocess.CompletedProcess[str]") -> None:
    for words in ("19 documents read", "figures found", "Cannot both be true", "Revised", "Could not be read", "no reader for .xlsx yet", "crossfoot.duckdb"):
        assert words in finished.stdout, finished.stderr


def test_lines_fit_a_terminal_of_80_columns(finished: "subprocess.CompletedProcess[str]") -> None:
    assert [line for line in finished.stdout.splitlines() if len(line) > 80 and not line.startswith("Warehouse: ")] == []


def test_a_condition_that_is_met_fails_the_run(finished: "subprocess.CompletedProcess[str]") -> None:
    assert finished.returncode == 1


def test_no_process_stays_behind(finished: "subprocess.CompletedProcess[str]") -> None:
    running = subprocess.run(["ps", "-eo", "ppid,args"], capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line for line in running if "prefect.server.api.server" in line and line.split()[0] == "1"] == []
