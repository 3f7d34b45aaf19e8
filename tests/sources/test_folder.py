"""Folders and files as sources."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sources.base import Item, Refusal
from sources.folder import FileSource, FolderSource


def test_items_come_sorted_named_from_the_folder_and_without_hidden_ones(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/config", "É.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(FolderSource(tmp_path).items()) == [Item(name, tmp_path / name) for name in ("a/b/c.txt", "a/z.txt", "b.txt", "É.txt")]


def test_links_that_leave_the_folder_are_refused_and_others_are_followed_once(tmp_path):
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir(), inside.mkdir()
    (outside / "secret.txt").write_text("x")
    (inside / "a.txt").write_text("x")
    (inside / "b.txt").symlink_to("a.txt")
    (inside / "file").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "nothing").symlink_to(inside / "gone")
    found = list(FolderSource(inside).items())
    assert [item.name for item in found if isinstance(item, Item)] == ["a.txt", "b.txt"]
    assert [item.name for item in found if isinstance(item, Refusal)] == ["file", "folder", "nothing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_without_permission_is_refused_and_the_walk_goes_on(tmp_path):
    locked = tmp_path / "b"
    locked.mkdir()
    (tmp_path / "c.txt").write_text("x")
    locked.chmod(0)
    try:
        refusal, item = FolderSource(tmp_path).items()
    finally:
        locked.chmod(0o700)
    assert (refusal.name, refusal.reason, item.name) == ("b", "the folder cannot be listed: permission denied", "c.txt")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_somebody_without_permission_is_refused_the_folder_only(tmp_path):
    for name in ("b/hidden.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "b").chmod(0o700)
    for folder in (tmp_path, *tmp_path.parents):
        if Path(tempfile.gettempdir()) in folder.parents:
            folder.chmod(0o755)
    script = (
        "import os, sys; from pathlib import Path; from sources.folder import FolderSource;"
        "os.setuid(65534); print(*FolderSource(Path(sys.argv[1])).items(), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.startswith("Refusal(name='b', reason='the folder cannot be listed: permission denied'")
    assert "Item(name='c.txt'" in done.stdout


def test_a_missing_folder_is_refused(tmp_path):
    (refusal,) = FolderSource(tmp_path / "gone").items()
    assert (refusal.name, refusal.reason) == (str(tmp_path / "gone"), "no such folder")


def test_a_name_that_is_not_utf8_is_refused(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xa3.txt")).write_text("x")
    (refusal,) = FolderSource(tmp_path).items()
    assert (refusal.name, refusal.reason) == (r"'\udca3.txt'", "its name is not UTF-8")


def test_a_file_keeps_the_name_it_was_given():
    assert list(FileSource(Path("some/where.txt")).items()) == [Item("some/where.txt", Path("some/where.txt"))]
