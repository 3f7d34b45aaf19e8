"""Snapshots: whole or not at all, once, and as they were."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import CrossfootError
from sources.base import Item, Snapshot
from sources.snapshots import CAP, Snapshots

ROOT = Path(__file__).parents[2]


def item(folder: Path, name: str, data: bytes) -> Item:
    (folder / name).write_bytes(data)
    return Item(name, folder / name)


def test_bytes_are_kept_by_their_hash_and_the_first_name_stays(tmp_path):
    store = Snapshots(tmp_path / "raw")
    first, second = store.keep(item(tmp_path, "a.txt", "£5m".encode())), store.keep(item(tmp_path, "b.txt", "£5m".encode()))
    assert first == second == Snapshot(hashlib.sha256("£5m".encode()).hexdigest(), "a.txt", 4)
    assert store.bytes_of(first) == "£5m".encode()
    assert (tmp_path / "raw" / first.sha256[:2] / first.sha256 / "bytes").read_bytes() == "£5m".encode()


def test_all_come_in_the_order_of_their_hashes(tmp_path):
    store = Snapshots(tmp_path / "raw")
    kept = [store.keep(item(tmp_path, f"{n}.txt", str(n).encode())) for n in range(20)]
    assert list(store.all()) == sorted(kept, key=lambda snapshot: snapshot.sha256) == list(Snapshots(tmp_path / "raw").all())


def test_changed_bytes_are_noticed(tmp_path):
    store = Snapshots(tmp_path / "raw")
    snapshot = store.keep(item(tmp_path, "a.txt", b"5"))
    (tmp_path / "raw" / snapshot.sha256[:2] / snapshot.sha256 / "bytes").write_bytes(b"6")
    with pytest.raises(CrossfootError, match="have changed on the disk"):
        store.bytes_of(snapshot)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(300 * 2**20)


UNFIT = {
    "300 MB": (sparse, "300 MB is more than the 64 MB"),
    "empty": (Path.touch, "the file is empty"),
    "a pipe": (os.mkfifo, "a pipe or a device"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "a pipe or a device"),
    "a folder": (Path.mkdir, "a folder, not a file"),
    "missing": (lambda path: None, "no such file or directory"),
}


@pytest.mark.parametrize(("make", "message"), UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_kept_is_named_and_nothing_is_left(tmp_path, make, message):
    make(tmp_path / "a.txt")
    store = Snapshots(tmp_path / "raw")
    with pytest.raises(CrossfootError, match=message) as caught:
        store.keep(Item("a.txt", tmp_path / "a.txt"))
    assert caught.value.where == "a.txt"
    assert list(store.all()) == []


def test_a_store_that_cannot_be_is_named(tmp_path):
    (tmp_path / "raw").touch()
    with pytest.raises(CrossfootError, match="cannot be used: file exists; name another folder"):
        Snapshots(tmp_path / "raw")


def test_a_kill_leaves_whole_snapshots_and_the_next_run_finishes(tmp_path):
    inputs, raw = tmp_path / "in", tmp_path / "raw"
    inputs.mkdir()
    items = [item(inputs, f"{n}.txt", os.urandom(200_000)) for n in range(60)]
    script = (
        "import sys; from pathlib import Path; from sources.folder import FolderSource; from sources.snapshots import Snapshots;"
        "store = Snapshots(Path(sys.argv[2])); print('ready', flush=True); [store.keep(item) for item in FolderSource(Path(sys.argv[1])).items()]"
    )
    for wait in (0.0, 0.02, 0.05):
        with subprocess.Popen([sys.executable, "-c", script, str(inputs), str(raw)], stdout=subprocess.PIPE, cwd=ROOT) as run:
            run.stdout.readline()
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
        # before anything sweeps: every folder that has a hash for its name holds the bytes of that hash, and their facts
        for place in raw.glob("??/*"):
            assert hashlib.sha256((place / "bytes").read_bytes()).hexdigest() == place.name
            assert (place / "facts.json").stat().st_size > 0
    store = Snapshots(raw)
    assert not list(raw.glob(".unfinished-*"))
    assert {store.keep(each).sha256 for each in items} == {snapshot.sha256 for snapshot in store.all()}
    assert len(list(store.all())) == len(items)


def test_what_is_being_written_is_not_swept_away(tmp_path):
    """Two stores in two processes keep the same files at once; both end with all of them."""
    inputs, raw = tmp_path / "in", tmp_path / "raw"
    inputs.mkdir()
    for n in range(30):
        item(inputs, f"{n}.txt", os.urandom(50_000))
    script = (
        "import sys; from pathlib import Path; from sources.folder import FolderSource; from sources.snapshots import Snapshots;"
        "[Snapshots(Path(sys.argv[2])).keep(item) for item in FolderSource(Path(sys.argv[1])).items()]"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, str(inputs), str(raw)], cwd=ROOT) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert len(list(Snapshots(raw).all())) == 30


def test_a_file_of_just_the_cap_is_kept(tmp_path):
    (tmp_path / "a.txt").touch()
    os.truncate(tmp_path / "a.txt", CAP)
    assert Snapshots(tmp_path / "raw").keep(Item("a.txt", tmp_path / "a.txt")).size == CAP
