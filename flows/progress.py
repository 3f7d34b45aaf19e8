"""Tells whoever watches how far a run has got; nobody has to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Watcher(Protocol):
    """Is told what a run begins, how many steps that has (None: nobody knows), and each step that is done."""

    def begin(self, what: str, steps: int | None) -> None: ...

    def advance(self, steps: int) -> None: ...


class Nobody:
    """Watches nothing: a scheduled run."""

    def begin(self, what: str, steps: int | None) -> None:
        pass

    def advance(self, steps: int) -> None:
        pass


class Bar:
    """A progress bar on standard error."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self.progress = Progress(console=Console(stderr=True), transient=True)

    def begin(self, what: str, steps: int | None) -> None:
        for task in self.progress.task_ids:
            self.progress.remove_task(task)
        self.progress.add_task(what, total=steps)

    def advance(self, steps: int) -> None:
        for task in self.progress.task_ids:
            self.progress.advance(task, steps)


_watcher: ContextVar[Watcher] = ContextVar("watcher", default=Nobody())  # noqa: B039 - it holds nothing


def watcher() -> Watcher:
    """Whoever watches this run."""
    return _watcher.get()


@contextmanager
def watched() -> Iterator[None]:
    """Shows a bar while the block runs, where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    bar = Bar()
    token = _watcher.set(bar)
    try:
        with bar.progress:
            bar.begin("Starting", None)
            yield
    finally:
        _watcher.reset(token)
