"""What persons decide is never lost or mangled in its file: by several who write at once, by a full disk, by a kill, by signs that a spreadsheet would run."""

import datetime
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from flows.judgements import JUDGEMENTS, Judgement, Side, Topic, Verdict
from flows.ledger import Ledger
from flows.links import LINKS, Link
from pipeline.errors import CrossfootError
from pipeline.model import LinkDecision, LinkVerdict

NOW = datetime.datetime(2026, 3, 31, 9, 30, tzinfo=datetime.UTC)
SIDES = (Side("1a" * 10, "b" * 64, "a.txt", "£5m", 8, 1, 2), Side("2c" * 10, "d" * 64, "=b.txt", "-£5m", 3, 1, 1))


def link(by: str) -> Link:
    return Link(NOW, by, LinkDecision(LinkVerdict.CONFIRM, "QEH", "ods:RCX"))


def on_figures(by: str) -> Judgement:
    return Judgement(NOW, by, Verdict.SAME, SIDES, "=1+1")


def on_topic(by: str) -> Judgement:
    return Judgement(NOW, by, Verdict.TYPO, Topic("ab" * 8, "Eastmere, deficit"))


# as many rows as it can write, each said on standard output once it is kept
WRITER = """
import sys, tests.flows.test_ledger as made
from pathlib import Path
ledger, entry, path = getattr(made, sys.argv[1]), getattr(made, sys.argv[2]), Path(sys.argv[3])
for number in range(10_000):
    ledger.append(path, entry(f"p{number}"))
    print(number, flush=True)
"""

each_ledger = pytest.mark.parametrize(("ledger", "entry"), [(LINKS, link), (JUDGEMENTS, on_figures), (JUDGEMENTS, on_topic)])


@each_ledger
def test_several_who_decide_at_once_are_all_heard(ledger: Ledger[Any], entry: Callable[[str], Any], tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: ledger.append(path, entry(f"p{number}")), range(12)))
    assert sorted(ledger.read(path), key=lambda kept: kept.decided_by) == sorted((entry(f"p{n}") for n in range(12)), key=lambda kept: kept.decided_by)


@each_ledger
def test_a_writer_that_is_stopped_leaves_the_file_as_it_was(
    ledger: Ledger[Any], entry: Callable[[str], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ledger.csv"
    ledger.append(path, entry("ann"))
    before = path.read_bytes()

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CrossfootError, match=r"ledger\.csv: cannot be written \(No space left on device\)"):
        ledger.append(path, entry("bob"))
    assert path.read_bytes() == before


@pytest.mark.parametrize(("ledger", "entry"), [("LINKS", "link"), ("JUDGEMENTS", "on_figures")])
def test_a_writer_that_is_killed_leaves_whole_rows_and_all_that_it_said_were_kept(ledger: str, entry: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, ledger, entry, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(0.2)
    writer.send_signal(signal.SIGKILL)
    said = 1 + len(writer.stdout.read().split("\n")[:-1])
    writer.wait()
    kept = globals()[ledger].read(path)
    assert kept == [globals()[entry](f"p{number}") for number in range(len(kept))]
    assert said <= len(kept) <= said + 1
    globals()[ledger].append(path, globals()[entry]("after"))


def test_a_name_that_no_file_could_hold_is_written_as_one_line(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    LINKS.append(path, Link(NOW, "ann", LinkDecision(LinkVerdict.CONFIRM, "QEH", None, "a" * 64), "\ud8ff\x1b[2J\na.txt", "first\r\nsecond"))
    [kept] = LINKS.read(path)
    assert (kept.document, kept.note) == ("?�[2J a.txt", "first� second")
