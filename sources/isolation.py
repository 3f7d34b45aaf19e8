"""Runs the parsers of hostile formats in a process of its own, which a document can crash, hang or fill without harm to the run."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any

from pipeline.errors import CrossfootError
from sources.base import Limits, Outcome, Refusal
from sources.reading import PLAIN, READERS, read, suffix_of
from sources.worker import receive, send

ROOMS = Path(__file__).parent.parent
# what an answer may be made of; a parser that was taken over must not reach further than its own process
TRUSTED = frozenset({"sources.base", "pipeline.model", "decimal"})


class Reader:
    """Reads documents one after another, hostile formats in a worker that lives for many documents and is replaced when one of them ends it.

    Not for several threads at once: give each its own.
    """

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008
        self._limits = limits
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def read(self, name: str, data: bytes) -> Outcome:
        """What the document says, or why it could not be read: no document makes this raise."""
        suffix = suffix_of(name)
        if data and suffix in READERS and suffix not in PLAIN:
            return self._ask(name, data)
        try:
            return read(name, data, self._limits)
        except CrossfootError as error:
            return Outcome(refusals=(Refusal.of(name, error),))

    def _ask(self, name: str, data: bytes) -> Outcome:
        worker, seconds = self._living(), self._limits.seconds
        alarm = Timer(seconds, worker.kill)
        alarm.start()
        try:
            return _exchange(worker, (name, data, self._limits))
        except Exception:  # no answer, half an answer, or one that may not be trusted: this worker is done for
            worker.kill()
            took_too_long = worker.wait() == -signal.SIGXCPU or alarm.finished.is_set()
            reason = f"took longer than {seconds} s to read" if took_too_long else "its reader crashed"
            return Outcome(refusals=(Refusal(name, reason, "save it again in another program, or split it"),))
        finally:
            alarm.cancel()

    def _living(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self._end()
            self._worker = _start()
        return self._worker

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None


def _exchange(worker: subprocess.Popen[bytes], question: object) -> Outcome:
    assert worker.stdin is not None  # noqa: S101 it is a pipe, and so is the other
    assert worker.stdout is not None  # noqa: S101
    send(worker.stdin, question)
    answer: Outcome = _Answer(receive(worker.stdout)).load()
    return answer


def _start() -> subprocess.Popen[bytes]:
    # a program of its own, not a fork: the parent may have threads; -P keeps the current folder, which is the user's, out of the import path
    paths = os.pathsep.join(filter(None, (str(ROOMS), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", "sources.worker"]
    environment = os.environ | {"PYTHONPATH": paths}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)  # noqa: S603 our own program


class _Answer(pickle.Unpickler):
    def __init__(self, body: bytes) -> None:
        super().__init__(io.BytesIO(body))

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module in TRUSTED and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"an answer may not hold {module}.{name}")
