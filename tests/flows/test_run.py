"""The main job: what it publishes, and that nothing is lost or told twice, however often it runs and whenever it is killed."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import CrossfootError
from warehouse import query
from warehouse.export import export

DOCUMENTS = Path(__file__).parents[2] / "sources" / "newsroom" / "documents"
CROSSFOOT = [sys.executable, "-c", "from flows.cli import main; main()"]


def tables(home: Path, folder: Path) -> dict[str, str]:
    """The exported tables of a home, by name, as hashes of their bytes."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in export(home / "crossfoot.duckdb", folder)}


def answer(home: Path, sql: str) -> list[tuple[object, ...]]:
    return query.rows(home / "crossfoot.duckdb", sql)[1]


def test_what_cannot_be_read_is_quarantined_with_the_reason(newsroom_home: Path) -> None:
    reasons = dict(answer(newsroom_home, "SELECT name, reason FROM quarantine"))
    assert set(reasons) == {"board/p02.pdf", "board/p04.xlsx"}
    assert "text layer" in reasons["board/p02.pdf"]
    assert "no reader for .xlsx" in reasons["board/p04.xlsx"]


def test_stated_sums_are_checked(newsroom_home: Path) -> None:
    """Five partnerships at £5million each make £25million, says the Gazette."""
    found = answer(newsroom_home, "SELECT verdict, difference FROM stated_sums WHERE document = 'articles/a11.html' AND total_surface = '£25million'")
    assert found == [("holds", 0)]


def test_every_figure_is_a_slice_of_its_document(newsroom_home: Path) -> None:
    wrong = answer(
        newsroom_home,
        "SELECT count(*) FROM figures JOIN documents USING (document_id) WHERE substr(text, start_char + 1, end_char - start_char) <> surface",
    )
    assert wrong == [(0,)]


def test_a_second_run_changes_no_row(prefect: None, newsroom_home: Path, tmp_path: Path) -> None:
    from flows.ingest import run

    home = tmp_path / "home"
    shutil.copytree(newsroom_home, home)
    before = tables(home, tmp_path / "before")
    run([], str(home))
    assert tables(home, tmp_path / "after") == before


def test_two_fresh_homes_hold_the_same_bytes(prefect: None, newsroom_home: Path, tmp_path: Path) -> None:
    from flows.ingest import run

    run([], str(tmp_path / "home"))
    assert tables(tmp_path / "home", tmp_path / "a") == tables(newsroom_home, tmp_path / "b")


def test_batches_read_by_processes_give_the_same_rows(prefect: None, newsroom_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows import ingest

    monkeypatch.setattr(ingest, "BATCH", 10)
    ingest.run([], str(tmp_path / "home"))
    assert tables(tmp_path / "home", tmp_path / "a") == tables(newsroom_home, tmp_path / "b")


def test_documents_added_one_after_another_end_where_all_at_once_do(prefect: None, tmp_path: Path) -> None:
    from flows.ingest import run

    files = [str(DOCUMENTS / "articles" / name) for name in ("a08.html", "a10.html")]
    run(files, str(tmp_path / "at-once"))
    for file in files:
        run([file], str(tmp_path / "one-by-one"))
    assert tables(tmp_path / "at-once", tmp_path / "a") == tables(tmp_path / "one-by-one", tmp_path / "b")


def test_a_run_below_its_minimum_publishes_nothing_new(prefect: None, newsroom_home: Path, tmp_path: Path) -> None:
    from flows.ingest import run

    home = tmp_path / "home"
    shutil.copytree(newsroom_home, home)
    before = (home / "crossfoot.duckdb").read_bytes()
    (tmp_path / "empty").mkdir()
    with pytest.raises(CrossfootError, match="nothing new is published"):
        run([str(tmp_path / "empty")], str(home))
    assert (home / "crossfoot.duckdb").read_bytes() == before


def test_two_runs_in_one_home_do_not_mix(prefect: None, tmp_path: Path) -> None:
    from flows.ingest import run
    from warehouse.publish import exclusive

    with exclusive(tmp_path), pytest.raises(CrossfootError, match="another run"):
        run([], str(tmp_path))


@pytest.mark.parametrize("moment", [0.5, 2.0, 4.0])
def test_a_killed_run_started_again_ends_where_an_undisturbed_one_does(prefect: None, newsroom_home: Path, tmp_path: Path, moment: float) -> None:
    from prefect.settings import PREFECT_API_URL

    from flows.ingest import run

    home = tmp_path / "home"
    surroundings = {**os.environ, "PREFECT_API_URL": PREFECT_API_URL.value()}
    process = subprocess.Popen([*CROSSFOOT, "run", "--home", str(home)], env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_for(home / "raw", process)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    run([], str(home))
    assert tables(home, tmp_path / "a") == tables(newsroom_home, tmp_path / "b")


def _wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    while not path.exists() and process.poll() is None:
        time.sleep(0.05)
    assert path.exists()
