"""A Prefect server for as long as a run lasts, and nothing left behind when the run is killed."""

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# reads until the run that started it is gone, and then ends the server that the run can no longer end
GUARD = "import os, signal, sys; sys.stdin.read(); os.kill(int(sys.argv[1]), signal.SIGTERM)"


@contextmanager
def prefect_server() -> Iterator[None]:
    """Runs the block against the server that PREFECT_API_URL names, else against one of its own on this machine."""
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    if PREFECT_API_URL.value():
        yield
        return
    server = SubprocessASGIServer()
    server.start()
    try:
        # nobody watches the heartbeats of a server that ends with its run, and each flow would wait up to a second for its last one
        with _guarded(server.server_process), temporary_settings({PREFECT_API_URL: server.api_url, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            yield
    finally:
        server.stop()


@contextmanager
def _guarded(process: "subprocess.Popen[bytes] | None") -> Iterator[None]:
    """Without this a run that is killed (-9) leaves its server running for ever."""
    if process is None:
        yield
        return
    guard = subprocess.Popen([sys.executable, "-c", GUARD, str(process.pid)], stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 (our own words)
    try:
        yield
    finally:
        guard.kill()
        guard.communicate()


def end_with_parent() -> None:
    """Lets a worker process end when the run that it works for is killed; does nothing in the run's own process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)
