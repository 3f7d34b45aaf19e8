"""Keeps the bytes of every input before anything reads them, by their hash: `<folder>/ab/<sha256>/bytes`, and `facts.json` beside them."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CrossfootError
from sources.base import Item, Snapshot

CAP = 64 * 2**20
UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Snapshots:
    """A store of snapshots. A snapshot is there whole or not at all, whenever the process that writes it is killed."""

    folder: Path

    def __post_init__(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
        except OSError as error:
            raise CrossfootError(
                f"cannot be used: {(error.strerror or 'unknown error').lower()}", where=str(self.folder), next="name another folder"
            ) from error

    def keep(self, item: Item) -> Snapshot:
        """Copies an item in. The same bytes under a second name keep the first. Raises CrossfootError where they cannot be had."""
        data = whole_bytes(item)
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._place(sha256).exists():
            self._write(Snapshot(sha256, item.name, len(data)), data)
        return self._snapshot(self._place(sha256))

    def all(self) -> Iterator[Snapshot]:
        """Every snapshot, in the order of the hashes."""
        return map(self._snapshot, sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")))

    def bytes_of(self, snapshot: Snapshot) -> bytes:
        """The bytes as they were kept. Raises CrossfootError where they are gone or have changed since."""
        where = f"snapshot {snapshot.sha256} of {snapshot.name}"
        try:
            data = (self._place(snapshot.sha256) / "bytes").read_bytes()
        except OSError as error:
            raise CrossfootError("its bytes cannot be read", where=where, next="ingest the document again") from error
        if hashlib.sha256(data).hexdigest() != snapshot.sha256:
            raise CrossfootError("its bytes have changed on the disk", where=where, next="delete its folder and ingest the document again")
        return data

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    def _snapshot(self, place: Path) -> Snapshot:
        facts = json.loads((place / "facts.json").read_text("utf-8"))
        return Snapshot(place.name, facts["name"], facts["size"])

    def _write(self, snapshot: Snapshot, data: bytes) -> None:
        try:
            with self._lock(fcntl.LOCK_SH):
                self._write_whole(snapshot, data)
        except OSError as error:
            what = f"cannot be kept: {_why(error)}"
            raise CrossfootError(what, where=snapshot.name, next=f"check the space and the permissions of {self.folder}") from error

    def _write_whole(self, snapshot: Snapshot, data: bytes) -> None:
        unfinished, place = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self.folder)), self._place(snapshot.sha256)
        facts = json.dumps({"name": snapshot.name, "size": snapshot.size}, ensure_ascii=False)
        _write_through(unfinished / "bytes", data)
        _write_through(unfinished / "facts.json", facts.encode("utf-8"))
        _sync(unfinished)
        place.parent.mkdir(exist_ok=True)
        try:
            unfinished.rename(place)
        except OSError:
            if not place.exists():
                raise
            shutil.rmtree(unfinished)  # another process kept the same bytes meanwhile
        _sync(place.parent)
        _sync(self.folder)

    def _sweep(self) -> None:
        """Removes what killed runs left unfinished, unless somebody is writing at this moment."""
        with suppress(BlockingIOError), self._lock(fcntl.LOCK_EX | fcntl.LOCK_NB):
            for unfinished in self.folder.glob(f"{UNFINISHED}*"):
                shutil.rmtree(unfinished)

    @contextmanager
    def _lock(self, operation: int) -> Iterator[None]:
        with (self.folder / ".lock").open("a") as file:
            fcntl.flock(file, operation)
            yield


def whole_bytes(item: Item) -> bytes:
    """The bytes of an item. Raises CrossfootError for what is empty, too large, not a file, or may not be read."""
    try:
        # without O_NONBLOCK opening a pipe waits for somebody to write into it
        with open(item.path, "rb", opener=lambda path, flags: os.open(path, flags | os.O_NONBLOCK)) as file:
            _check(item.name, os.fstat(file.fileno()))
            data = file.read(CAP + 1)
    except IsADirectoryError as error:
        raise CrossfootError("a folder, not a file", where=item.name, next="give the folder itself as a source") from error
    except OSError as error:
        raise CrossfootError(f"cannot be read: {_why(error)}", where=item.name, next="check the path and its permissions") from error
    _check_size(item.name, len(data))
    return data


def _why(error: OSError) -> str:
    return (error.strerror or "unknown error").lower()


def _check(name: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise CrossfootError("a pipe or a device, not a file", where=name, next="save what comes out of it as a file")
    _check_size(name, status.st_size)


def _check_size(name: str, size: int) -> None:
    if size == 0:
        raise CrossfootError("the file is empty", where=name, next="fetch or save it again")
    if size > CAP:
        raise CrossfootError(f"{size / 2**20:,.0f} MB is more than the {CAP // 2**20} MB that one document may have", where=name, next="split it")


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
