"""What the commands do with what they cannot read: a message with the name, the place and the next step; everything else is read."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CROSSFOOT = [sys.executable, "-c", "from flows.cli import main; main()"]
GOOD = "The trust had a deficit of £97.6m in 2018-19.\n"


def write(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def huge(folder: Path) -> Path:
    path = folder / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300 * 2**20)
    return path


def pipe(folder: Path) -> Path:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return path


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an empty file": (write("empty.txt", b""), "empty"),
    "a binary named .txt": (write("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00"), "binary.txt"),
    "Latin-1": (write("latin.txt", "a deficit of £5m".encode("latin-1")), "iconv"),
    "300 MB": (huge, "300 MB"),
    "a missing path": (lambda folder: folder / "missing.txt", "no such file"),
    "a folder": (lambda folder: folder, "folder"),
    "a pipe": (pipe, "pipe"),
    "an unknown format": (write("notes.pages", b"x"), "no reader for .pages"),
    "a broken PDF": (write("broken.pdf", b"%PDF-1.7\nnothing more"), "broken.pdf"),
    "a broken DOCX": (write("broken.docx", b"PK\x03\x04 no more"), "broken.docx"),
}


def extract(*files: Path, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [*CROSSFOOT, "extract", "--format", "jsonl", *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    """All bad files in one call, a good one last."""
    folder = tmp_path_factory.mktemp("bad")
    good = write("good.txt", GOOD.encode())(folder)
    return extract(*(make(folder) for make, _ in BAD.values()), good)


@pytest.mark.parametrize("case", list(BAD))
def test_the_message_says_what_is_wrong(case: str, extracted: "subprocess.CompletedProcess[str]") -> None:
    assert BAD[case][1].lower() in extracted.stderr.lower()


def test_the_rest_is_read_and_the_exit_code_says_that_something_was_not(extracted: "subprocess.CompletedProcess[str]") -> None:
    assert [json.loads(line)["surface"] for line in extracted.stdout.splitlines()] == ["£97.6m"]
    assert extracted.returncode == 1
    assert "Traceback" not in extracted.stderr


def test_a_malformed_line_costs_only_itself(tmp_path: Path) -> None:
    rows = [json.dumps({"document": "a", "text": GOOD}), "{not json", json.dumps({"document": "c", "text": GOOD})]
    path = write("three.jsonl", "\n".join(rows).encode())(tmp_path)
    finished = extract(path)
    assert [json.loads(line)["document"] for line in finished.stdout.splitlines()] == ["a", "c"]
    assert "line 2" in finished.stderr
    assert finished.returncode == 1


def test_a_run_quarantines_what_it_cannot_read_and_publishes_the_rest(prefect: None, tmp_path: Path) -> None:
    from flows.ingest import run
    from warehouse.query import rows

    folder = tmp_path / "papers"
    folder.mkdir()
    for make, _ in BAD.values():
        make(folder)
    write("good.txt", GOOD.encode())(folder)
    run([str(folder)], str(tmp_path / "home"))
    warehouse = tmp_path / "home" / "crossfoot.duckdb"
    assert rows(warehouse, "SELECT name FROM documents")[1] == [("good.txt",)]
    quarantined = {name for (name,) in rows(warehouse, "SELECT name FROM quarantine")[1]}
    assert quarantined == {"empty.txt", "binary.txt", "latin.txt", "huge.txt", "pipe.txt", "notes.pages", "broken.pdf", "broken.docx"}


def test_a_file_that_was_put_right_leaves_quarantine(prefect: None, tmp_path: Path) -> None:
    from flows.ingest import run
    from warehouse.query import rows

    folder = tmp_path / "papers"
    folder.mkdir()
    write("good.txt", GOOD.encode())(folder)
    empty = write("late.txt", b"")(folder)
    run([str(folder)], str(tmp_path / "home"))
    empty.write_text("A surplus of £2m.")
    run([str(folder)], str(tmp_path / "home"))
    assert rows(tmp_path / "home" / "crossfoot.duckdb", "SELECT count(*) FROM quarantine")[1] == [(0,)]


def test_a_pipe_whose_reader_has_left_is_no_error_message() -> None:
    article = Path(__file__).parents[2] / "sources" / "newsroom" / "documents" / "articles" / "a14.txt"
    command = " ".join(["'" + word + "'" if " " in word else word for word in [*CROSSFOOT, "extract", "--format", "jsonl", str(article)]])
    finished = subprocess.run(["bash", "-c", f"{command} | head -n 1"], capture_output=True, text=True, check=False, timeout=120)
    assert finished.stderr == ""
